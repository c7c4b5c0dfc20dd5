import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import { checkEvents } from '#engine/case-file/check-case.ts'
import { gateMeetings } from '#engine/gates/gate-meetings.ts'
import type { Timeline } from '#engine/history/timeline.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'
import { isTooEarly } from '../asking/first-day.ts'
import type { ShutGate } from './recording.ts'
import type { Decided } from './who-decides.ts'

/** What cannot be as it is said, or lies in the future or before the family's first day. */
export const notPossible = (
  events: readonly CaseEvent[],
  one: CaseRecord,
  procedure: Procedure,
  now: Instant,
): readonly Problem[] => {
  const place = { file: '', line: 0 }
  const facts = { procedure, events: [...one.events, ...events], people: one.people, place: () => place }
  const wrong = checkEvents({ ...facts, events }).problems.filter(({ code }) => code !== 'case-of-unknown')
  const early = events.filter(({ at }) => at > now + 60_000)
  const before = events.filter((event) => isTooEarly(event, one.events, now))
  return [
    ...wrong,
    ...early.map(() => problemAt('case-bad-date', place, 'This lies in the future.')),
    ...before.map(() =>
      problemAt('case-bad-date', place, 'This lies before the family’s first day on record.'),
    ),
  ]
}

const isClosedBefore = ({ closings, reopenings }: Timeline, seq: number): boolean => {
  const closing = closings.findLast((entry) => entry.seq < seq)
  return closing !== undefined && !reopenings.some((reopening) => reopening > closing.seq && reopening < seq)
}

/** A second closing or a reopening of what is open would begin the counting anew, and nobody meant that. */
export const notAgain = (timeline: Timeline, events: readonly CaseEvent[]): readonly Problem[] => {
  const ids = new Set(events.map(({ id }) => id))
  const place = { file: '', line: 0 }
  return timeline.history.entries.flatMap(({ id, type, seq }) => {
    if (!ids.has(id)) return []
    const isClosed = isClosedBefore(timeline, seq)
    if (type === 'case.closed' && isClosed)
      return [problemAt('case-closed-already', place, 'This case was closed already at that time.')]
    if (type !== 'case.reopened' || isClosed) return []
    const early = timeline.closings.some((closing) => closing.seq > seq)
    const what = early
      ? 'The case was closed later than that, or in the same minute. Enter a time after it was closed.'
      : 'This case is open, so it cannot be reopened.'
    return [problemAt('case-not-closed', place, what)]
  })
}

/** The gates that stand before any of the events. */
export const shutGates = (
  timeline: Timeline,
  events: readonly CaseEvent[],
  procedure: Procedure,
): readonly ShutGate[] => {
  const ids = new Set(events.map(({ id }) => id))
  return gateMeetings(procedure, timeline, [], ids)
    .filter(({ outcome }) => outcome !== 'past with a reason')
    .map(({ gate, lacks }) => ({
      gate,
      hard: procedure.gates.find(({ id }) => id === gate)?.hard ?? true,
      lacks,
    }))
}

/**
 * A decision that is not theirs to record stands like a soft gate: a manager may go past it with a reason. A sign-off by
 * another than the procedure takes it from would be none.
 */
export const notTheirs = (decided: readonly Decided[], { roles }: Procedure): readonly ShutGate[] =>
  decided.flatMap((one) => {
    if (one.kind !== 'not theirs') return []
    const { id, clause, title, by } = one.decision
    const lacks = [{ gate: id, clause, what: title, person: null }]
    return [
      { gate: id, hard: 'isSignOff' in one.decision, lacks, deciders: by.map((role) => roles[role] ?? role) },
    ]
  })
