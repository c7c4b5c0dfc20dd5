import type { Decision, Outcome } from '#procedure/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Entry } from './entry.ts'
import { fieldOf } from './entry.ts'
import { entriesNow } from './episode.ts'
import type { Timeline } from './timeline.ts'

/** What was decided, by which event. */
export type Decided = { readonly decision: Decision; readonly outcome: Outcome; readonly entry: Entry }

/** What was decided last since the case began or was reopened; null where nothing was, or nothing that the procedure names. */
export const lastDecided = ({ decisions }: Procedure, timeline: Timeline): Decided | null => {
  const made = decisions.flatMap((decision) => {
    const entry = entriesNow(timeline, [decision.on]).findLast(
      ({ data }) => fieldOf(data, [decision.field]) !== undefined,
    )
    return entry === undefined ? [] : [{ decision, entry }]
  })
  const [last] = made.toSorted((a, b) => b.entry.seq - a.entry.seq)
  if (last === undefined) return null
  const value = fieldOf(last.entry.data, [last.decision.field])
  const outcome = last.decision.outcomes.find((one) => one.value === value)
  return outcome === undefined ? null : { ...last, outcome }
}

/**
 * The way out that was decided on last, where nothing has begun a step since: what remains is to close the case. Null where
 * the work goes on.
 */
export const wayOutOf = (procedure: Procedure, timeline: Timeline): Decided | null => {
  const last = lastDecided(procedure, timeline)
  if (last === null || !Object.hasOwn(procedure.exits, last.outcome.to)) return null
  const begun = procedure.steps.flatMap(({ begins }) => entriesNow(timeline, begins.flat()))
  return begun.some(({ seq }) => seq > last.entry.seq) ? null : last
}
