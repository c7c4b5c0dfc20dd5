import type { Clock } from './clock.ts'
import { clockSchema } from './clock.ts'
import type { Decision, FormUse, Route } from './flow.ts'
import { decisionSchema, formUseSchema, routeSchema } from './flow.ts'
import type { Gate } from './gate.ts'
import { gateSchema } from './gate.ts'
import type { Checklist, Notice, Option, Prompt } from './guidance.ts'
import { checklistSchema, noticeSchema, optionSchema, promptSchema } from './guidance.ts'
import { didYouMean } from './nearest.ts'
import type { Problem } from './problem.ts'
import { problemAt } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'
import type { Watch } from './watch.ts'
import { watchSchema } from './watch.ts'
import { textSchema } from './words.ts'
import type { YamlSource } from './yaml-source.ts'

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

type Kind = keyof typeof ruleSchemas
const kinds = Object.keys(ruleSchemas) as readonly Kind[]

type Entry = Readonly<Record<string, unknown>>
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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
    const place = { file: source.file, line }
    if (!isEntry(entry)) {
      problems.push(problemAt('unknown-kind', place, `${clause}: this says no rule.`))
      continue
    }
    const { unclear: doubt, 'no-rule': why, ...rest } = entry
    for (const [key, text, list] of [
      ['unclear', doubt, unclear],
      ['no-rule', why, noRule],
    ] as const) {
      if (text === undefined) continue
      const read = textSchema.safeParse(text)
      if (read.success) list.push(read.data)
      else
        problems.push(
          problemAt('bad-value', place, `${clause}: "${key}" needs words: the reason or the question.`),
        )
    }
    if (Object.keys(rest).length === 0) continue
    const kind = kinds.find((k) => k in rest)
    if (kind === undefined) {
      const first = Object.keys(rest)[0] ?? ''
      problems.push(
        problemAt('unknown-kind', place, `${clause}: "${first}" begins no rule.${didYouMean(first, kinds)}`),
      )
      continue
    }
    const read = ruleSchemas[kind].safeParse(rest)
    if (read.success) rules.push({ rule: { ...read.data, clause }, line })
    else
      problems.push(
        ...schemaProblems(source, read.error, { base, schema: ruleSchemas[kind] }).map((problem) => ({
          ...problem,
          what: `${clause}: ${problem.what}`,
        })),
      )
  }
  return { content: { rules, noRule, unclear }, problems }
}
