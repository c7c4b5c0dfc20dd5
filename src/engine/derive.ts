import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, Person } from './case-event.ts'
import { compiledProcedure } from './compiled-procedure.ts'
import type { CompiledProcedure } from './compiled-procedure.ts'
import type { Obligation } from './obligation.ts'
import { obligationsOfClock } from './obligations-of-clock.ts'
import type { Timeline } from './timeline.ts'
import { timelineOf } from './timeline.ts'

/**
 * What a history gives under a procedure: every obligation that it has ever started, clock by
 * clock, and the facts that they were reckoned from.
 */
export type Schedule = {
  readonly obligations: readonly Obligation[]
  readonly timeline: Timeline
}

const scheduleOf = (compiled: CompiledProcedure, timeline: Timeline, worker: string | null): Schedule => {
  const byClock = new Map<string, readonly Obligation[]>()
  const all: Obligation[] = []
  const derivation = { compiled, timeline, worker, byClock }
  for (const clock of compiled.clocks) {
    if ((clock.clock.scope === 'worker') !== (worker !== null)) continue
    const given = obligationsOfClock(clock, derivation)
    if (clock.isFollowed) byClock.set(clock.clock.id, given)
    for (const obligation of given) all.push(obligation)
  }
  return { obligations: all, timeline }
}

/**
 * The schedule of a case: what its events and people give under its procedure. Pure: the same facts give the
 * same schedule in whatever order they were written down, and time passing changes nothing in it. How an
 * obligation stands at a moment is for standingOf (procedure.md).
 */
export const derive = (
  procedure: Procedure,
  events: readonly CaseEvent[],
  people: readonly Person[],
  calendar: WorkingCalendar,
): Schedule => {
  const compiled = compiledProcedure(procedure)
  return scheduleOf(compiled, timelineOf(compiled, events, people, calendar), null)
}

/** The schedule of a worker: the clocks that run for the worker, such as supervision (construct 7). */
export const deriveWorker = (
  procedure: Procedure,
  worker: string,
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
): Schedule => {
  const compiled = compiledProcedure(procedure)
  return scheduleOf(compiled, timelineOf(compiled, events, [], calendar), worker)
}
