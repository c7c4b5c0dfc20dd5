import type { FieldTest, Match, Scalar } from '#procedure/rules/match.ts'
import type { DataValue } from '../case-event.ts'
import type { Entry } from '../history/entry.ts'
import { fieldOf, isList } from '../history/entry.ts'

/** A match made ready to run: the types to look among, and one test on an entry where there is more to test. */
export type CompiledMatch = {
  readonly types: readonly string[]
  readonly test: ((entry: Entry) => boolean) | null
}

const isScalar = (value: DataValue | undefined): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const isEmpty = (value: DataValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (isList(value) && (value.length === 0 || value.some(isEmpty)))

type ValueTest = (value: DataValue | undefined) => boolean

/** The test of one value, made once: it is run for every event of a type. */
const valueTest = (test: FieldTest): ValueTest => {
  if (test.kind === 'present') return (value) => test.present !== isEmpty(value)
  if (test.kind === 'range')
    return (value) => typeof value === 'number' && value >= test.atLeast && value <= test.atMost
  const values: ReadonlySet<DataValue | undefined> = new Set(test.values)
  if (test.kind === 'not-in') return (value) => !values.has(value)
  if (test.kind === 'in') return (value) => values.has(value)
  return (value) => isScalar(value) && !values.has(value)
}

/** Whether a field passes; a list passes when any of its items does (and "not" when none is the value). */
const entryTest = (test: FieldTest): ((entry: Entry) => boolean) => {
  const holds = valueTest(test)
  const ofList = (value: readonly DataValue[]): boolean => {
    if (test.kind === 'present') return holds(value)
    return test.kind === 'not-in' ? value.every(holds) : value.some(holds)
  }
  const [key, inner] = test.path
  const valueIn =
    key !== undefined && inner === undefined
      ? ({ data }: Entry) => data[key]
      : ({ data }: Entry) => fieldOf(data, test.path)
  return (entry) => {
    const value = valueIn(entry)
    return isList(value) ? ofList(value) : holds(value)
  }
}

const isBy = ({ event }: Entry, roles: readonly string[]): boolean => {
  const role = event.by?.role ?? null
  return role !== null && roles.includes(role)
}

/** One test of the data and of who recorded it; null when anything will do. */
export const compileTest = (
  where: readonly FieldTest[],
  by: readonly string[],
): ((entry: Entry) => boolean) | null => {
  if (where.length === 0 && by.length === 0) return null
  const tests = where.map(entryTest)
  const [only, second] = tests
  if (by.length === 0 && only !== undefined && second === undefined) return only
  return (entry) => (by.length === 0 || isBy(entry, by)) && tests.every((test) => test(entry))
}

export const compileMatch = (match: Match): CompiledMatch => ({
  types: match.events,
  test: compileTest(match.where, match.by),
})
