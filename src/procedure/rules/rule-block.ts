import type { Clock } from './clock.ts'
import { clockSchema } from './clock.ts'
import type { Decision, FormUse, Route } from './flow.ts'
import { decisionSchema, formUseSchema, routeSchema } from './flow.ts'
import type { Gate } from './gate.ts'
import { gateSchema } from './gate.ts'
import type { Checklist, Notice, Option, Prompt } from './guidance.ts'
import { checklistSchema, noticeSchema, optionSchema, promptSchema } from './guidance.ts'
import { didYouMean } from '../reading/nearest.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import { keysAt } from '../reading/schema-keys.ts'
import { schemaProblems } from '../reading/schema-problems.ts'
import type { Watch } from './watch.ts'
import { watchSchema } from './watch.ts'
import { textSchema } from '../words.ts'
import type { Path, YamlSource } from '../reading/yaml-source.ts'

/** Everything that a clause may give. */
export type Rule = Clock | Gate | Decision | Notice | Prompt | Checklist | Watch | FormUse | Route | Option

/** A rule as it stands in the document, with the line that it begins on. */
export type PlacedRule = { readonly rule: Rule; readonly line: number }

export type BlockContent = {
  readonly rules: readonly PlacedRule[]
  readonly noRule: readonly string[]
  readonly unclear: readonly string[]
}

/** The kinds of rule by the key that each begins with. */
export const ruleSchemas = {
  clock: clockSchema,
  gate: gateSchema,
  decision: decisionSchema,
  notice: noticeSchema,
  prompt: promptSchema,
  checklist: checklistSchema,
  watch: watchSchema,
  form: formUseSchema,
  route: routeSchema,
  option: optionSchema,
} as const

/** What the keys beside any rule, or alone, are for. */
export const besides = {
  unclear: 'a question that the source leaves open, and how it is read meanwhile',
  'no-rule': 'why the clause sets nothing that can be computed',
} as const

type Kind = keyof typeof ruleSchemas
const kinds = Object.keys(ruleSchemas) as readonly Kind[]

type Entry = Readonly<Record<string, unknown>>
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type ReadEntry = { readonly rule?: Rule; readonly problems: readonly Problem[] }

const readRule = (source: YamlSource, base: Path, clause: string, entry: Entry): ReadEntry => {
  const place = { file: source.file, line: source.lineOf(base) }
  const kind = kinds.find((one) => one in entry)
  if (kind === undefined) {
    const first = Object.keys(entry)[0] ?? ''
    const what = `${clause}: "${first}" begins no rule.${didYouMean(first, kinds)}`
    return { problems: [problemAt('unknown-kind', place, what)] }
  }
  const schema = ruleSchemas[kind]
  const second = kinds.find((one) => one in entry && one !== kind && !keysAt(schema, []).includes(one))
  if (second !== undefined) {
    const what = `${clause}: this is a ${kind} and a ${second} in one.`
    return {
      problems: [problemAt('unknown-kind', place, what, 'Make a list of the two, each beginning with "- ".')],
    }
  }
  const read = schema.safeParse(entry)
  if (read.success) return { rule: { ...read.data, clause }, problems: [] }
  const problems = schemaProblems(source, read.error, { base, schema })
  return { problems: problems.map((problem) => ({ ...problem, what: `${clause}: ${problem.what}` })) }
}

const readWords = (text: unknown): readonly string[] | undefined => {
  if (text === undefined) return []
  const read = textSchema.safeParse(text)
  return read.success ? [read.data] : undefined
}

/** The rules of one fenced block under a clause: one rule, or a list of them. */
export const readRuleBlock = (
  source: YamlSource,
  clause: string,
): { readonly content: BlockContent; readonly problems: readonly Problem[] } => {
  const rules: PlacedRule[] = []
  const noRule: string[] = []
  const unclear: string[] = []
  const problems: Problem[] = []
  const isList = Array.isArray(source.value)
  const entries: readonly unknown[] = isList ? (source.value as unknown[]) : [source.value]

  for (const [index, entry] of entries.entries()) {
    const base = isList ? [index] : []
    const line = source.lineOf(base)
    if (!isEntry(entry)) {
      problems.push(problemAt('unknown-kind', { file: source.file, line }, `${clause}: this says no rule.`))
      continue
    }
    const { unclear: doubt, 'no-rule': why, ...rest } = entry
    for (const [key, text, list] of [
      ['unclear', doubt, unclear],
      ['no-rule', why, noRule],
    ] as const) {
      const words = readWords(text)
      const place = { file: source.file, line: source.lineOf([...base, key]) }
      if (words === undefined)
        problems.push(problemAt('bad-value', place, `${clause}: "${key}" needs words: ${besides[key]}.`))
      else list.push(...words)
    }
    if (Object.keys(rest).length === 0) continue
    const read = readRule(source, base, clause, rest)
    problems.push(...read.problems)
    if (read.rule !== undefined) rules.push({ rule: read.rule, line })
  }
  return { content: { rules, noRule, unclear }, problems }
}
