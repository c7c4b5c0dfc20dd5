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
  const { clocks, gates, decisions, notices, prompts, watches, routes, options, steps } = procedure
  walk([clocks, gates, decisions, notices, prompts, watches, routes, options, steps], type, field, found)
  const all = [...found]
  own.set(key, all)
  return all
}
