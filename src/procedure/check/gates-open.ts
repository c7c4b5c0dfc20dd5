import type { Gate } from '../rules/gate.ts'
import type { Match } from '../rules/match.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { contradiction, neededBy } from './contradiction.ts'
import { problemOf } from './speaker.ts'

/** Every event that a match means stands behind the gate, always and for everyone. */
const standsBefore = (gate: Gate, match: Match): boolean =>
  gate.hard &&
  gate.when === null &&
  gate.before.by.length === 0 &&
  gate.before.since.length === 0 &&
  match.events.every((event) => gate.before.events.includes(event)) &&
  gate.before.where.every((test) =>
    match.where.some((other) => JSON.stringify(other) === JSON.stringify(test)),
  )

const needsOf = (gate: Gate): readonly Match[] => gate.needs.flatMap((need) => neededBy(need.condition))

/** The gates that have to open first, one after the other, when that comes back to the gate itself. */
const circleFrom = (gate: Gate, gates: readonly Gate[]): readonly Gate[] | undefined => {
  const open: (readonly Gate[])[] = [[gate]]
  const passed = new Set<Gate>()
  for (let chain = open.pop(); chain !== undefined; chain = open.pop()) {
    const last = chain.at(-1) ?? gate
    for (const match of needsOf(last))
      for (const next of gates.filter((other) => standsBefore(other, match))) {
        if (next === gate) return [...chain, gate]
        if (!passed.has(next)) open.push([...chain, next])
        passed.add(next)
      }
  }
  return undefined
}

const why = (
  gate: Gate,
  gates: readonly Gate[],
): { readonly word: string; readonly reason: string } | undefined => {
  for (const need of gate.needs) {
    const reason = contradiction(need.condition)
    if (reason !== undefined) return { word: need.what, reason }
  }
  const together = contradiction({
    kind: 'all',
    of: gate.needs.filter((need) => need.forEach === null).map((need) => need.condition),
  })
  if (together !== undefined) return { word: 'needs', reason: together }
  const circle = circleFrom(gate, gates)
  if (circle === undefined) return undefined
  const inner = circle.slice(1, -1)
  const event = gate.before.events.join(' or ')
  return {
    word: 'needs',
    reason:
      inner.length === 0
        ? `it stands before ${event} and asks for ${event} to be on record first`
        : `what it asks for waits for ${inner.map((one) => `"${one.id}"`).join(', then ')}, and that waits for ${event}`,
  }
}

/** Gates that nothing on record can ever open. */
export const gatesNeverOpen = (version: Version): readonly Problem[] =>
  version.placed.flatMap(({ rule, line }) => {
    if (rule.kind !== 'gate') return []
    const found = why(rule, version.procedure.gates)
    return found === undefined
      ? []
      : [
          problemOf(
            version,
            { name: `${rule.clause}: `, line },
            'gate-never-opens',
            found.word,
            `the gate "${rule.id}" never opens: ${found.reason}.`,
          ),
        ]
  })
