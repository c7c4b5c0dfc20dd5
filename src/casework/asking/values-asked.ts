import { metMatches, startMatches } from '#procedure/rules/clock-matches.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { Procedure } from '#procedure/procedure.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsIn = (test: unknown, field: string): readonly string[] => {
  if (!isRecord(test) || !Array.isArray(test['path']) || test['path'].join('.') !== field) return []
  const { values } = test
  return Array.isArray(values) ? values.filter((one) => typeof one === 'string') : []
}

const walk = (value: unknown, type: string, field: string, found: Set<string>): void => {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, type, field, found)
    return
  }
  if (!isRecord(value)) return
  const { events, where } = value
  if (Array.isArray(events) && events.includes(type) && Array.isArray(where))
    for (const test of where) for (const word of wordsIn(test, field)) found.add(word)
  for (const inner of Object.values(value)) walk(inner, type, field, found)
}

const known = new WeakMap<Procedure, Map<string, readonly string[]>>()

/**
 * The words that the rules of a procedure look for in a field that may hold any: `young-person` in who gave consent. A
 * page offers them, since a rule takes notice of nothing else.
 */
export const valuesAsked = (procedure: Procedure, type: string, field: string): readonly string[] => {
  const own = known.get(procedure) ?? new Map<string, readonly string[]>()
  known.set(procedure, own)
  const key = `${type} ${field}`
  const before = own.get(key)
  if (before !== undefined) return before
  const found = new Set<string>()
  walk(procedure, type, field, found)
  const all = [...found]
  own.set(key, all)
  return all
}

const looks = (value: unknown, type: string, field: string): boolean => {
  if (Array.isArray(value)) return value.some((one) => looks(one, type, field))
  if (!isRecord(value)) return false
  const { events, where, same } = value
  const tests: readonly unknown[] = Array.isArray(where) ? where : []
  const here =
    Array.isArray(events) &&
    events.includes(type) &&
    (tests.some((test) => isRecord(test) && Array.isArray(test['path']) && test['path'][0] === field) ||
      (Array.isArray(same) && same.includes(field)))
  return here || Object.values(value).some((inner) => looks(inner, type, field))
}

const pathsIn = (condition: Condition): readonly (readonly string[])[] => {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(pathsIn)
  if (condition.kind !== 'this') return []
  return condition.where.filter((test) => test.kind !== 'present' || test.present).map(({ path }) => path)
}

/** What the gates before an event want the event itself to say. */
const askedOfItself = ({ gates }: Procedure, type: string): readonly (readonly string[])[] =>
  gates
    .filter(({ before }) => before.events.includes(type))
    .flatMap(({ needs }) => needs.flatMap(({ condition }) => pathsIn(condition)))

/** The parts of a field that the gates before an event want, each by itself: the `worries` of an assessment. */
export const partsAsked = (procedure: Procedure, type: string, field: string): readonly string[] => {
  const paths = askedOfItself(procedure, type).filter(([whole]) => whole === field)
  return [...new Set(paths.flatMap(([, part]) => (part === undefined ? [] : [part])))]
}

/** Whether a rule of the procedure looks at a field of an event: in a test, for a date or a period, to tell two apart. */
export const isLookedAt = (procedure: Procedure, type: string, field: string): boolean =>
  looks(procedure, type, field) ||
  askedOfItself(procedure, type).some(([whole]) => whole === field) ||
  procedure.clocks.some(
    (clock) =>
      (startMatches(clock).some(({ events }) => events.includes(type)) && namesField(clock.due, field)) ||
      (concerns(clock, type) && clock.met?.kind === 'events' && clock.met.same.includes(field)),
  )

const concerns = (clock: Clock, type: string): boolean =>
  [...startMatches(clock), ...metMatches(clock)].some(({ events }) => events.includes(type))

const namesField = (due: unknown, field: string): boolean => {
  if (Array.isArray(due)) return due.some((one) => namesField(one, field))
  if (!isRecord(due)) return false
  return due['field'] === field || Object.values(due).some((inner) => namesField(inner, field))
}
