import type { Clock } from '#procedure/clock.ts'
import type { Match } from '#procedure/match.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { GateStanding } from './gates-now.ts'
import type { Next } from './next.ts'

const matchesOf = ({ start, met }: Clock): readonly Match[] => [
  ...(start.kind === 'events' ? start.any : start.kind === 'later-of' ? start.all.flat() : []),
  ...(met?.kind === 'events' ? [...met.any, ...met.all] : []),
]

/** The events that a worker's own clocks take notice of: those that a worker's file is about. */
const workerEvents = ({ clocks }: Procedure): ReadonlySet<string> =>
  new Set(
    clocks
      .filter(({ scope }) => scope === 'worker')
      .flatMap(matchesOf)
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
      options: next.options.filter(({ event }) => isOwn(event.events)),
      checklists: next.checklists.filter(({ before }) => isOwn(before)),
      notices: next.notices,
    },
  }
}
