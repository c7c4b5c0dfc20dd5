import type { Decision, Outcome } from '#procedure/rules/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Entry } from './history/entry.ts'
import { fieldOf } from './history/entry.ts'
import { entriesNow } from './history/episode.ts'
import type { Timeline } from './history/timeline.ts'

/** What was decided, by which event. */
export type Decided = { readonly decision: Decision; readonly outcome: Outcome; readonly entry: Entry }

/** What was decided since the case began or was reopened, of each decision what was decided last, in order. */
export const decidedNow = ({ decisions }: Procedure, timeline: Timeline): readonly Decided[] =>
  decisions
    .flatMap((decision): readonly Decided[] => {
      const entry = entriesNow(timeline, [decision.on]).findLast(
        ({ data }) => fieldOf(data, [decision.field]) !== undefined,
      )
      const value = entry === undefined ? undefined : fieldOf(entry.data, [decision.field])
      const outcome = decision.outcomes.find((one) => one.value === value)
      return entry === undefined || outcome === undefined ? [] : [{ decision, outcome, entry }]
    })
    .toSorted((a, b) => a.entry.seq - b.entry.seq)

/**
 * The way out that was decided on last, where nothing has begun a step since: what remains is to close the case. Null where
 * the work goes on.
 */
export const wayOutOf = (procedure: Procedure, timeline: Timeline): Decided | null => {
  const last = decidedNow(procedure, timeline).at(-1)
  if (last === undefined || !Object.hasOwn(procedure.exits, last.outcome.to)) return null
  const begun = procedure.steps.flatMap(({ begins }) => entriesNow(timeline, begins.flat()))
  return begun.some(({ seq }) => seq > last.entry.seq) ? null : last
}
