import type { Instant } from '#calendar/instant.ts'
import type { FormField } from '#procedure/rules/form.ts'

/** An answer of a form: words, a day as `2026-03-02`, yes or no, a number of a scale, or the ids of several answers. */
export type Leaf = string | number | boolean | readonly string[]

/** The answers of one part of a form, by the ids of its fields; a question that was not answered is not there. */
export type Leaves = Readonly<Record<string, Leaf>>

/** What was answered for each child, by their ids, or in each row. */
export type Answer = Leaf | readonly Leaves[] | Readonly<Record<string, Leaves>>
export type Answers = Readonly<Record<string, Answer>>

/** A question as it was asked, so that a document can be read when the form has long been another. */
export type AskedField = Pick<FormField, 'id' | 'kind' | 'label' | 'options' | 'ends'> & {
  readonly fields: readonly AskedField[]
}

export type AskedSection = {
  readonly id: string
  readonly title: string
  readonly fields: readonly AskedField[]
}

/** A form that was filled in: what was asked, and what was answered. */
export type FormContent = {
  readonly kind: 'form'
  /** The version of the form, and of the procedure that it belongs to. */
  readonly formVersion: number
  readonly procedureVersion: string
  readonly sections: readonly AskedSection[]
  readonly answers: Answers
  /** The children whom it asked about. */
  readonly children: readonly { readonly id: string; readonly name: string; readonly born: string | null }[]
}

/** A letter as it was written: to whom, of which day, and its words in Markdown. */
export type LetterContent = {
  readonly kind: 'letter'
  readonly by: 'letter' | 'email'
  readonly to: string
  readonly date: string
  readonly body: string
}

/** What lists show of one version of a document. Ids are `d1`, `d2` in the order of writing within the case. */
export type DocumentLine = {
  readonly id: string
  /** From 1. */
  readonly version: number
  readonly kind: 'form' | 'letter'
  /** The form or letter of the pack. */
  readonly template: string
  readonly title: string
  /** The event with which this version was handed in. */
  readonly event: string
  readonly writtenBy: string
  readonly writtenAt: Instant
}

export type StoredDocument = DocumentLine & { readonly content: FormContent | LetterContent }
