import { metMatches, startMatches } from '#procedure/rules/clock-matches.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent } from '../case-event.ts'
import type { GateStanding } from '../gates/gates-now.ts'
import type { Next } from '../next.ts'

/** The worker whom an event is about; null where it does not say. */
export const workerOf = ({ data: { worker } }: CaseEvent): string | null =>
  typeof worker === 'string' ? worker : null

/** The events that a worker's own clocks take notice of: those that a worker's file is about. */
const workerEvents = ({ clocks }: Procedure): ReadonlySet<string> =>
  new Set(
    clocks
      .filter(({ scope }) => scope === 'worker')
      .flatMap((clock) => [...startMatches(clock), ...metMatches(clock)])
      .flatMap(({ events }) => events),
  )

/** Of what stands in the way and what may happen next, that which is about a worker and not about a case. */
export const forWorker = (
  procedure: Procedure,
  gates: readonly GateStanding[],
  next: Next,
): { readonly gates: readonly GateStanding[]; readonly next: Next } => {
  const own = workerEvents(procedure)
  const isOwn = (types: readonly string[]): boolean => types.some((type) => own.has(type))
  return {
    gates: gates.filter(({ before }) => own.has(before)),
    next: {
      prompts: next.prompts.filter(({ from }) => from.some(({ events }) => isOwn(events))),
      decisions: next.decisions.filter(({ on }) => isOwn(on.events)),
      wayOut: null,
      options: next.options.filter(({ event }) => isOwn(event.events)),
      checklists: next.checklists.filter(({ before }) => isOwn(before)),
      notices: next.notices,
    },
  }
}
