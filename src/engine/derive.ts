import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, Person } from './case-event.ts'
import { compiledProcedure } from './compiled/compiled-procedure.ts'
import type { CompiledProcedure } from './compiled/compiled-procedure.ts'
import type { Era } from './history/eras.ts'
import { procedureAt } from './history/eras.ts'
import type { Obligation } from './obligation.ts'
import { giveObligations } from './clock/obligations-of-clock.ts'
import { usualPauses } from './clock/pauses.ts'
import type { Timeline } from './history/timeline.ts'
import { timelineOf } from './history/timeline.ts'

/**
 * What a history gives under a procedure: every obligation that it has ever started, clock by
 * clock, and the facts that they were reckoned from.
 */
export type Schedule = {
  readonly obligations: readonly Obligation[]
  readonly timeline: Timeline
}

const obligationsUnder = (
  compiled: CompiledProcedure,
  timeline: Timeline,
  worker: string | null,
): readonly Obligation[] => {
  const byClock = new Map<string, readonly Obligation[]>()
  const all: Obligation[] = []
  const { openingHours, procedure } = compiled
  const counting = { calendar: timeline.calendar, openingHours, ...procedure.counting }
  const pauses = usualPauses(compiled, timeline)
  const derivation = { compiled, timeline, counting, pauses, worker, byClock }
  for (const clock of compiled.clocks) {
    if ((clock.clock.scope === 'worker') !== (worker !== null)) continue
    const from = all.length
    giveObligations(clock, derivation, all)
    if (clock.isFollowed) byClock.set(clock.clock.id, all.slice(from))
  }
  return all
}

const historyUnder = (version: Procedure, timeline: Timeline): Timeline => ({
  ...timeline,
  history: timeline.earlier.get(version) ?? timeline.history,
})

/** What began in an era is carried through under its version; an escalation goes with what it escalates. */
const obligationsThrough = (
  procedure: Procedure,
  earlier: readonly Era[],
  timeline: Timeline,
  worker: string | null,
): readonly Obligation[] => {
  if (earlier.length === 0) return obligationsUnder(compiledProcedure(procedure), timeline, worker)
  const versions = new Set([...earlier.map((era) => era.procedure), procedure])
  return [...versions].flatMap((version) =>
    obligationsUnder(compiledProcedure(version), historyUnder(version, timeline), worker).filter(
      ({ began }) => procedureAt(began, procedure, earlier) === version,
    ),
  )
}

/**
 * The schedule of a case: what its events and people give under its procedure. Pure: the same facts give the
 * same schedule in whatever order they were written down, and time passing changes nothing in it. How an
 * obligation stands at a moment is for standingOf (procedure.md).
 *
 * @param earlier the versions under which the case ran before, the first of them first
 */
export const derive = (
  procedure: Procedure,
  events: readonly CaseEvent[],
  people: readonly Person[],
  calendar: WorkingCalendar,
  earlier: readonly Era[] = [],
): Schedule => {
  const timeline = timelineOf(compiledProcedure(procedure), events, people, calendar, earlier)
  return { obligations: obligationsThrough(procedure, earlier, timeline, null), timeline }
}

/** The schedule of a worker: the clocks that run for the worker, such as supervision (construct 7). */
export const deriveWorker = (
  procedure: Procedure,
  worker: string,
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
  earlier: readonly Era[] = [],
): Schedule => {
  const timeline = timelineOf(compiledProcedure(procedure), events, [], calendar, earlier)
  return { obligations: obligationsThrough(procedure, earlier, timeline, worker), timeline }
}
