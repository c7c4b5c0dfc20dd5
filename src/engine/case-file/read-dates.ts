import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { ProblemCode } from '#procedure/problem-codes.ts'
import type { YamlSource } from '#procedure/reading/yaml-source.ts'
import { inYearsOfCases, lastDayOfCases, yearsOfCases } from './years-of-cases.ts'

/** Reads the dates of one person or event, and complains at their own line. */
export type DateReader = {
  readonly day: (text: string | undefined, field: string) => Day | null
  readonly instant: (text: string | undefined, field: string) => Instant | null
  readonly complain: (code: ProblemCode, field: string, what: string) => void
}

const outsideYears = (text: string): string =>
  `"${text}" lies outside the years ${yearsOfCases.first} to ${yearsOfCases.last}.`

/** A reader of the dates under a place of a file; `name` begins each complaint. */
export const dateReader = (
  source: YamlSource,
  base: readonly PropertyKey[],
  name: string,
  problems: Problem[],
): DateReader => {
  const complain = (code: ProblemCode, field: string, what: string): void => {
    problems.push(
      problemAt(code, { file: source.file, line: source.lineOf([...base, field]) }, `${name}: ${what}`),
    )
  }
  const day = (text: string | undefined, field: string): Day | null => {
    if (text === undefined) return null
    const read =
      parseDay(text) ?? (parseInstant(text) === undefined ? undefined : dayOf(parseInstant(text) as Instant))
    if (read === undefined) complain('case-bad-date', field, `"${text}" is not a day that exists.`)
    else if (read > lastDayOfCases) {
      complain('case-bad-date', field, outsideYears(text))
      return null
    }
    return read ?? null
  }
  const instant = (text: string | undefined, field: string): Instant | null => {
    if (text === undefined) return null
    const read = parseInstant(text)
    if (read === undefined) complain('case-bad-date', field, `"${text}" is not a moment that exists.`)
    else if (!inYearsOfCases(dayOf(read))) {
      complain('case-bad-date', field, outsideYears(text))
      return null
    }
    return read ?? null
  }
  return { day, instant, complain }
}
