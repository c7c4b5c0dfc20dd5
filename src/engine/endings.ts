import type { Instant } from '#calendar/instant.ts'
import type { CompiledClock } from './compiled-clock.ts'
import type { Entry } from './entry.ts'
import { concerns } from './entry.ts'
import { entriesOf, firstAfter } from './history.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'

/** Where an obligation stops applying without being met. */
export type Ending = { readonly by: string; readonly at: Instant; readonly seq: number }

const ofEntry = (entry: Entry): Ending => ({ by: entry.id, at: entry.at, seq: entry.seq })

const followedEnding = (
  { follows }: StartPoint,
  compiled: CompiledClock,
  timeline: Timeline,
): Ending | null => {
  if (follows === null || compiled.clock.start.kind !== 'limit-of') return null
  const ended = follows.met ?? follows.lapsed
  if (ended === null) return null
  const entry = timeline.history.entries.findLast((one) => one.id === ended.by && one.at === ended.at)
  return { by: ended.by, at: ended.at, seq: entry?.seq ?? Number.POSITIVE_INFINITY }
}

/**
 * The earliest of what ends an obligation: the case closing, an event of its `until`, a newer start in its
 * place, the person leaving the case, or, for an escalation, the end of what it escalates.
 */
export const endingOf = (
  start: StartPoint,
  compiled: CompiledClock,
  timeline: Timeline,
  person: string | null,
): Ending | null => {
  let first: Ending | null = start.supersededBy === null ? null : ofEntry(start.supersededBy)
  const consider = (ending: Ending | null): void => {
    if (ending !== null && (first === null || ending.seq < first.seq)) first = ending
  }
  if (!compiled.clock.outlivesClosure) {
    const closing = firstAfter(timeline.closings, start.seq)
    if (closing !== undefined) consider(ofEntry(closing))
  }
  if (compiled.until.length > 0) {
    const until = entriesOf(timeline.history, compiled.until).find(
      (entry) => entry.seq > start.seq && (person === null || concerns(entry, person)),
    )
    if (until !== undefined) consider(ofEntry(until))
  }
  consider(followedEnding(start, compiled, timeline))
  return first
}
