import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent } from '../case-event.ts'
import { compiledProcedure } from '../compiled/compiled-procedure.ts'
import type { Era } from '../history/eras.ts'
import { lacksOf } from './gate-lacks.ts'
import type { Lack } from './gate-lacks.ts'
import { compiledAt, situationBefore, stands } from './gates-before.ts'
import type { Refusal, Timeline } from '../history/timeline.ts'

/** An event that met a shut gate: refused by a hard one, or let past a soft one, with or without a reason. */
export type GateMeeting = {
  readonly event: CaseEvent
  readonly gate: string
  readonly outcome: 'refused' | 'past with a reason' | 'past without a reason'
  readonly lacks: readonly Lack[]
}

/**
 * The shut gates that events met, in the order in which they came: each looked at with what was on record when
 * its event came, those that refused it and those that it went past.
 *
 * @param events which to ask about, by id; all of them where none are named
 */
export const gateMeetings = (
  procedure: Procedure,
  timeline: Timeline,
  earlier: readonly Era[] = [],
  events: ReadonlySet<string> | null = null,
): readonly GateMeeting[] => {
  const compiled = compiledProcedure(procedure)
  const { history, refusals } = timeline
  const meetingsOf = ({ entry, before }: Refusal): readonly GateMeeting[] => {
    const then = compiledAt(entry.at, compiled, earlier)
    const own = timeline.earlier.get(then.procedure) ?? history
    const situation = situationBefore(entry, before, own, timeline)
    return (then.gates.get(entry.type) ?? []).flatMap((gate) => {
      const lacks = stands(gate, entry) ? lacksOf(gate, situation) : []
      if (lacks.length === 0) return []
      const past = entry.event.override === null ? 'past without a reason' : 'past with a reason'
      return [{ event: entry.event, gate: gate.gate.id, outcome: gate.gate.hard ? 'refused' : past, lacks }]
    })
  }
  const taken = history.entries.map((entry) => ({ entry, before: entry.seq }))
  return [...refusals, ...taken]
    .filter(({ entry }) => events?.has(entry.id) ?? true)
    .toSorted((a, b) => a.before - b.before)
    .flatMap(meetingsOf)
}
