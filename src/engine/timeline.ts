import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { CaseEvent, Person } from './case-event.ts'
import type { Situation } from './compiled-condition.ts'
import type { CompiledGate, CompiledProcedure } from './compiled-procedure.ts'
import { compiledProcedure } from './compiled-procedure.ts'
import { effectiveEvents, takeEntries } from './effective-events.ts'
import type { Entry } from './entry.ts'
import type { Era } from './eras.ts'
import { procedureAt } from './eras.ts'
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
  /** Dates that people have moved, and clocks that they have paused. */
  readonly moves: readonly Entry[]
  readonly pauses: readonly Entry[]
  readonly people: readonly Person[]
  readonly calendar: WorkingCalendar
}

const none: readonly Entry[] = []
const noMeetings: readonly GateMeeting[] = []

/** The shut gates that an event meets, in the situation at which it comes. */
const meetingsOf = (
  entry: Entry,
  gates: readonly CompiledGate[],
  situation: Situation,
): readonly GateMeeting[] => {
  let meetings: GateMeeting[] | null = null
  for (const gate of gates) {
    if (gate.before.test !== null && !gate.before.test(entry)) continue
    const lacks = lacksOf(gate, situation)
    if (lacks.length === 0) continue
    const past = entry.event.override === null ? 'past without a reason' : 'past with a reason'
    const outcome = gate.gate.hard ? 'refused' : past
    meetings ??= []
    meetings.push({ event: entry.event, gate: gate.gate.id, outcome, lacks })
  }
  return meetings ?? noMeetings
}

/**
 * Takes the events one after another. A gate is looked at when its event comes, with what was on record by
 * then; what a hard gate refuses did not happen, as far as the rules go.
 */
export const timelineOf = (
  compiled: CompiledProcedure,
  events: readonly CaseEvent[],
  people: readonly Person[],
  calendar: WorkingCalendar,
  earlier: readonly Era[] = [],
): Timeline => {
  const gatesAt = (at: Instant): CompiledProcedure['gates'] =>
    earlier.length === 0
      ? compiled.gates
      : compiledProcedure(procedureAt(at, compiled.procedure, earlier)).gates
  const history = emptyHistory()
  const meetings: GateMeeting[] = []
  let refused: CaseEvent | null = null
  const take = (entry: Entry): void => {
    if (entry.event === refused) return
    const gates = gatesAt(entry.at).get(entry.type)
    if (gates !== undefined) {
      const before = history.entries.length
      const situation = { history, before, day: entry.day, event: entry, person: null, people, calendar }
      const met = meetingsOf(entry, gates, situation)
      for (const meeting of met) meetings.push(meeting)
      if (met.some(({ outcome }) => outcome === 'refused')) {
        refused = entry.event
        return
      }
    }
    append(history, entry)
  }
  for (const event of effectiveEvents(events, compiled.ranks)) takeEntries(event, take)
  return {
    history,
    meetings,
    reopenings: (history.byType.get('case.reopened') ?? none).map((entry) => entry.seq),
    closings: history.byType.get('case.closed') ?? none,
    moves: history.byType.get('clock.moved') ?? none,
    pauses: history.byType.get('clock.paused') ?? none,
    people,
    calendar,
  }
}
