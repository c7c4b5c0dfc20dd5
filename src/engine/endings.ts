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

const earlier = (ending: Ending | null, entry: Entry | undefined): Ending | null =>
  entry === undefined || (ending !== null && ending.seq <= entry.seq) ? ending : ofEntry(entry)

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
  let first = start.supersededBy === null ? null : ofEntry(start.supersededBy)
  const { closings, history } = timeline
  if (closings.length > 0 && !compiled.clock.outlivesClosure)
    first = earlier(first, firstAfter(closings, start.seq))
  if (compiled.until.length > 0) {
    const ends = (entry: Entry): boolean =>
      entry.seq > start.seq && (person === null || concerns(entry, person))
    first = earlier(first, entriesOf(history, compiled.until).find(ends))
  }
  const followed = followedEnding(start, compiled, timeline)
  return followed !== null && (first === null || followed.seq < first.seq) ? followed : first
}
