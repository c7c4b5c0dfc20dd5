import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import type { ProblemCode } from '../problem-codes.ts'
import { lineOfWord } from './line-of-word.ts'
import type { Spoken } from './spoken-by-rule.ts'
import { spokenBy } from './spoken-by-rule.ts'

/** A rule, a step or the head, with what it speaks of and where it stands. */
export type Speaker = Spoken & {
  /** Begins what is said of it: `NS-5.1: `; empty for the head. */
  readonly name: string
  readonly line: number
}

const nothing: Spoken = { matches: [], conditions: [], events: [], own: [], roles: [], durations: [] }

/** The line on which the head of the procedure begins. */
export const headLine = ({ document }: Version): number =>
  document.text.split('\n').findIndex((line) => /^(`{3,}|~{3,})\s*ya?ml procedure\b/i.test(line)) + 2

/** Everything in a version that names events, roles or lengths of time. */
export const speakersOf = (version: Version): readonly Speaker[] => {
  const { procedure, placed, document } = version
  const line = headLine(version)
  const steps = procedure.steps.map((step) => ({
    ...nothing,
    name: `Step "${step.id}": `,
    line: lineOfWord(document, line, `id: ${step.id}`),
    matches: step.begins.flat(),
  }))
  const head = {
    ...nothing,
    name: '',
    line,
    matches: procedure.pauses.flatMap((pause) => [...pause.from, ...pause.until]),
    durations: [procedure.counting.soon],
  }
  const rules = placed.map((one) => ({ ...spokenBy(one.rule), name: `${one.rule.clause}: `, line: one.line }))
  return [head, ...steps, ...rules]
}

/** A problem of a rule at the line on which a word of it stands. */
export const problemOf = (
  version: Version,
  speaker: { readonly name: string; readonly line: number },
  code: ProblemCode,
  word: string,
  what: string,
): Problem =>
  problemAt(
    code,
    { file: version.document.path, line: lineOfWord(version.document, speaker.line, word) },
    speaker.name === '' ? what.charAt(0).toUpperCase() + what.slice(1) : `${speaker.name}${what}`,
  )
