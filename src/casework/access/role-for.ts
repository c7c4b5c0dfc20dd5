import { metMatches } from '#procedure/rules/clock-matches.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** The roles that the rules of a procedure ask of an event, by its type. */
type Asked = ReadonlyMap<string, ReadonlySet<string>>

type Add = (types: readonly string[], roles: readonly string[]) => void

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Finds every match that says by whom its events are recorded, wherever in a rule it stands. */
const addMatches = (rule: unknown, add: Add): void => {
  if (typeof rule !== 'object' || rule === null) return
  const events: unknown = Reflect.get(rule, 'events')
  const by: unknown = Reflect.get(rule, 'by')
  if (isTexts(events) && isTexts(by)) add(events, by)
  for (const inside of Object.values(rule)) addMatches(inside, add)
}

const askedIn = ({ clocks, decisions, gates, notices, options }: Procedure): Asked => {
  const asked = new Map<string, Set<string>>()
  const add: Add = (types, roles) => {
    for (const type of types) {
      const all = asked.get(type) ?? new Set<string>()
      for (const role of roles) all.add(role)
      asked.set(type, all)
    }
  }
  for (const { on, by } of decisions) add(on.events, by)
  for (const clock of clocks) for (const { events } of metMatches(clock)) add(events, [clock.owner])
  addMatches([clocks, gates, notices, options], add)
  return asked
}

const known = new WeakMap<Procedure, Asked>()

/** The role in which somebody records an event: of those that they fill, the first that a rule asks for. */
export const roleFor = (type: string, own: readonly string[], procedure: Procedure): string | null => {
  const all = known.get(procedure) ?? askedIn(procedure)
  known.set(procedure, all)
  const asked = all.get(type)
  return own.find((role) => asked?.has(role) === true) ?? own[0] ?? null
}
