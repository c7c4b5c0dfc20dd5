import type { Procedure } from '#procedure/procedure.ts'

const collect = (value: unknown, found: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'events' && Array.isArray(inner)) for (const one of inner) found.add(String(one))
    else collect(inner, found)
  }
}

/** The events that a rule or a part of one names. */
export const eventsIn = (rules: unknown): ReadonlySet<string> => {
  const found = new Set<string>()
  collect(rules, found)
  return found
}

const known = new WeakMap<Procedure, ReadonlySet<string>>()

/**
 * The events that the rules of a procedure name: what begins a step, starts, meets or stops a time limit, opens a gate,
 * decides, or is told to somebody. Any other event is words on the record, and changes nothing that is due.
 */
export const eventsUsed = (procedure: Procedure): ReadonlySet<string> => {
  const before = known.get(procedure)
  if (before !== undefined) return before
  const { events: _, ...rules } = procedure
  const found = eventsIn(rules)
  known.set(procedure, found)
  return found
}
