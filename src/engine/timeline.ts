import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { CaseEvent, Person } from './case-event.ts'
import type { CompiledProcedure } from './compiled-procedure.ts'
import { effectiveEvents } from './effective-events.ts'
import type { Entry } from './entry.ts'
import { lacksOf } from './gate-lacks.ts'
import type { Lack } from './gate-lacks.ts'
import type { History } from './history.ts'
import { append, emptyHistory } from './history.ts'

/** An event that met a shut gate: refused by a hard one, or let past a soft one, with or without a reason. */
export type GateMeeting = {
  readonly event: CaseEvent
  readonly gate: string
  readonly outcome: 'refused' | 'past with a reason' | 'past without a reason'
  readonly lacks: readonly Lack[]
}

/** What the facts of a case are, once: everything that the rules are then read against. */
export type Timeline = {
  readonly history: History
  readonly meetings: readonly GateMeeting[]
  /** Places at which the case was reopened: counts of first, second, third begin again there. */
  readonly reopenings: readonly number[]
  readonly closings: readonly Entry[]
  readonly people: readonly Person[]
  readonly calendar: WorkingCalendar
}

const none: readonly Entry[] = []

/**
 * Takes the events one after another. A gate is looked at when its event comes, with what was on record by
 * then; what a hard gate refuses did not happen, as far as the rules go.
 */
export const timelineOf = (
  compiled: CompiledProcedure,
  events: readonly CaseEvent[],
  people: readonly Person[],
  calendar: WorkingCalendar,
): Timeline => {
  const history = emptyHistory()
  const meetings: GateMeeting[] = []
  const refused = new Set<string>()
  for (const entry of effectiveEvents(events, compiled.ranks)) {
    const gates = compiled.gates.get(entry.type)
    if (gates !== undefined && !refused.has(entry.id)) {
      const situation = {
        history,
        before: history.entries.length,
        day: entry.day,
        event: entry,
        person: null,
        people,
        calendar,
      }
      for (const gate of gates) {
        if (gate.before.test !== null && !gate.before.test(entry)) continue
        const lacks = lacksOf(gate, situation)
        if (lacks.length === 0) continue
        const override = entry.event.override
        const past = override === null ? 'past without a reason' : 'past with a reason'
        const outcome = gate.gate.hard ? 'refused' : past
        meetings.push({ event: entry.event, gate: gate.gate.id, outcome, lacks })
        if (gate.gate.hard) refused.add(entry.id)
      }
    }
    if (!refused.has(entry.id)) append(history, entry)
  }
  return {
    history,
    meetings,
    reopenings: (history.byType.get('case.reopened') ?? none).map((entry) => entry.seq),
    closings: history.byType.get('case.closed') ?? none,
    people,
    calendar,
  }
}
