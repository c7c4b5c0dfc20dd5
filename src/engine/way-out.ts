import type { Decision, Outcome } from '#procedure/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Entry } from './entry.ts'
import { fieldOf } from './entry.ts'
import { entriesNow } from './episode.ts'
import type { Timeline } from './timeline.ts'

/** The outcome of a decision by which a family leaves the procedure. */
export type WayOut = { readonly decision: Decision; readonly outcome: Outcome; readonly entry: Entry }

type Decided = Pick<WayOut, 'decision' | 'entry'>

const lastDecided = ({ decisions }: Procedure, timeline: Timeline): Decided | null =>
  decisions.reduce<Decided | null>((last, decision) => {
    const entry = entriesNow(timeline, [decision.on]).findLast(
      ({ data }) => fieldOf(data, [decision.field]) !== undefined,
    )
    return entry !== undefined && (last === null || entry.seq > last.entry.seq) ? { decision, entry } : last
  }, null)

/**
 * The way out that was decided on last, where nothing has begun a step since: what remains is to close the case. Null where
 * the work goes on.
 */
export const wayOutOf = (procedure: Procedure, timeline: Timeline): WayOut | null => {
  const last = lastDecided(procedure, timeline)
  if (last === null) return null
  const value = fieldOf(last.entry.data, [last.decision.field])
  const outcome = last.decision.outcomes.find((one) => one.value === value)
  if (outcome === undefined || !Object.hasOwn(procedure.exits, outcome.to)) return null
  const begun = procedure.steps.flatMap(({ begins }) => entriesNow(timeline, begins.flat()))
  return begun.some(({ seq }) => seq > last.entry.seq) ? null : { ...last, outcome }
}
