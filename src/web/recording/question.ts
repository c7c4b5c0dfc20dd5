import type { OpenAction } from '#casework/asking/open-actions.ts'
import type { FieldKind } from '#procedure/event-field.ts'

export type Answer = {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

/** One field of an event as a page asks for it. */
export type Question = {
  readonly field: string
  /** The name of its control. */
  readonly name: string
  /** How it is asked; a field whose words the rules know is asked as a choice that leaves room for others. */
  readonly kind:
    | Exclude<FieldKind, readonly string[]>
    | 'choice'
    | 'among'
    | 'several-among'
    | 'limit'
    | 'done'
  readonly label: string
  readonly hint: string | null
  readonly needed: string | null
  readonly long: boolean
  readonly answers: readonly Answer[]
  /** Of `done`: the actions that are offered. */
  readonly actions?: readonly OpenAction[]
}

/** Fields of events stand apart from what a page asks for itself. Of a part, such as `assessment.worries`, the dot goes. */
export const controlName = (field: string): string => `f-${field.replaceAll('.', '-')}`

/** The answer that lets one write another. */
export const other = 'another'
