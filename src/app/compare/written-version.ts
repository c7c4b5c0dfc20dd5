import type { Version } from '#procedure/pack.ts'
import { readDocument } from '#procedure/reading/read-document.ts'
import { ruleSchemas } from '#procedure/rules/rule-block.ts'
import { readYaml } from '#procedure/reading/yaml-source.ts'
import { sentencesOf } from './rewording.ts'

type Written = Readonly<Record<string, unknown>>

/** A rule as it is written, with the clause that it stands under. */
export type WrittenRule = {
  readonly kind: string
  readonly id: string
  readonly clause: string
  readonly value: Written
}

/** A clause as it is written: its words, with the doubts and the reasons for no rule among them. */
export type WrittenClause = {
  readonly id: string
  readonly title: string
  readonly sentences: readonly string[]
}

/** A version of a procedure as it is written, for laying beside another. */
export type WrittenVersion = {
  readonly head: unknown
  readonly preface: readonly string[]
  readonly clauses: readonly WrittenClause[]
  readonly rules: readonly WrittenRule[]
}

const kinds = Object.keys(ruleSchemas)

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesIn = (text: string, file: string): readonly Written[] => {
  const { value } = readYaml(text, file).source
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isWritten)
}

const noted = (entry: Written): readonly string[] =>
  ['unclear', 'no-rule'].flatMap((key) => {
    const text = entry[key]
    return typeof text === 'string' ? [`${key}: ${text.trim().replace(/\s+/g, ' ')}`] : []
  })

const ruleOf = (entry: Written, clause: string): readonly WrittenRule[] => {
  const { unclear: _, 'no-rule': __, ...value } = entry
  const kind = kinds.find((one) => one in value)
  if (kind === undefined) return []
  const id = kind === 'form' ? (value['id'] ?? value['form']) : value[kind]
  return [{ kind, id: typeof id === 'string' ? id : '', clause, value }]
}

/** Reads a version's document as it is written. */
export const writtenVersion = ({ document }: Pick<Version, 'document'>): WrittenVersion => {
  const raw = readDocument(document.text)
  const clauses = raw.clauses.map((clause) => ({
    ...clause,
    entries: clause.blocks.flatMap(({ text }) => entriesIn(text, document.path)),
  }))
  return {
    head: raw.header === undefined ? {} : readYaml(raw.header.text, document.path).source.value,
    preface: sentencesOf(raw.preface),
    clauses: clauses.map(({ id, title, prose, entries }) => ({
      id,
      title,
      sentences: [...sentencesOf(prose), ...entries.flatMap(noted)],
    })),
    rules: clauses.flatMap(({ id, entries }) => entries.flatMap((entry) => ruleOf(entry, id))),
  }
}
