import type { Instant } from '#calendar/instant.ts'
import type { Match, FieldTest } from '#procedure/rules/match.ts'
import { compiledProcedure } from '../compiled/compiled-procedure.ts'
import type { CompiledGate } from '../compiled/compiled-procedure.ts'
import type { Lack } from './gate-lacks.ts'
import { lacksOf } from './gate-lacks.ts'
import { situationAt } from '../situation-now.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Timeline } from '../history/timeline.ts'

/** How what stands before an event stands now: all the gates before it together. */
export type GateStanding = {
  readonly before: string
  /** The tests on the event's data under which these gates stand; empty: before every such event. */
  readonly where: readonly FieldTest[]
  readonly gates: readonly string[]
  readonly open: boolean
  readonly hard: boolean
  readonly lacks: readonly Lack[]
}

type Row = {
  readonly before: string
  readonly match: Match
  readonly members: { gate: CompiledGate; lacks: readonly Lack[] }[]
}

/**
 * The gates as they stand at a moment, those before the same event in one: with what each lacks. It is hard
 * when something lacking is asked for by a gate that refuses.
 */
export const gatesNow = (
  procedure: Procedure,
  timeline: Timeline,
  asOf: Instant,
): readonly GateStanding[] => {
  const situation = situationAt(timeline, asOf)
  const rows = new Map<string, Row>()
  for (const [before, gates] of compiledProcedure(procedure).gates)
    for (const gate of gates) {
      if (gate.when !== null && gate.when(situation) !== true) continue
      const member = { gate, lacks: lacksOf(gate, situation) }
      const key = `${before} ${JSON.stringify(gate.gate.before.where)}`
      const row = rows.get(key)
      if (row === undefined) rows.set(key, { before, match: gate.gate.before, members: [member] })
      else row.members.push(member)
    }
  return [...rows.values()].map(({ before, match, members }) => {
    const lacks = members.flatMap((member) => member.lacks)
    const shut = members.filter((member) => member.lacks.length > 0)
    return {
      before,
      where: match.where,
      gates: members.map(({ gate }) => gate.gate.id),
      open: lacks.length === 0,
      hard: (shut.length > 0 ? shut : members).some(({ gate }) => gate.gate.hard),
      lacks,
    }
  })
}
