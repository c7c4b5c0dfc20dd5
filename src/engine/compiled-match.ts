import type { FieldTest, Match, Scalar } from '#procedure/match.ts'
import type { DataValue } from './case-event.ts'
import type { Entry } from './entry.ts'
import { fieldOf, isList } from './entry.ts'

/** A match made ready to run: the types to look among, and one test on an entry where there is more to test. */
export type CompiledMatch = {
  readonly types: readonly string[]
  readonly test: ((entry: Entry) => boolean) | null
  readonly since: readonly string[]
  readonly same: readonly string[]
}

const isScalar = (value: DataValue | undefined): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const isEmpty = (value: DataValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (isList(value) && (value.length === 0 || value.some(isEmpty)))

const holds = (test: FieldTest, value: DataValue | undefined): boolean => {
  if (test.kind === 'present') return test.present !== isEmpty(value)
  if (test.kind === 'not-in') return !(isScalar(value) && test.values.includes(value))
  if (test.kind === 'beyond') return isScalar(value) && !test.values.includes(value)
  if (test.kind === 'in') return isScalar(value) && test.values.includes(value)
  return typeof value === 'number' && value >= test.atLeast && value <= test.atMost
}

/** Whether a field passes; a list passes when any of its items does (and "not" when none is the value). */
const passes = (test: FieldTest, entry: Entry): boolean => {
  const value = fieldOf(entry.data, test.path)
  if (!isList(value) || test.kind === 'present') return holds(test, value)
  return test.kind === 'not-in'
    ? value.every((one) => holds(test, one))
    : value.some((one) => holds(test, one))
}

/** One test of the data and of who recorded it; null when anything will do. */
export const compileTest = (
  where: readonly FieldTest[],
  by: readonly string[],
): ((entry: Entry) => boolean) | null => {
  if (where.length === 0 && by.length === 0) return null
  const [only, second] = where
  if (by.length === 0 && only !== undefined && second === undefined) return (entry) => passes(only, entry)
  return (entry) =>
    (by.length === 0 || (entry.role !== null && by.includes(entry.role))) &&
    where.every((test) => passes(test, entry))
}

export const compileMatch = (match: Match): CompiledMatch => ({
  types: match.events,
  test: compileTest(match.where, match.by),
  since: match.since,
  same: match.same,
})
