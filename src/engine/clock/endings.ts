import { instantAt } from '#calendar/instant.ts'
import type { Person } from '../case-event.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { Entry } from '../history/entry.ts'
import { concerns } from '../history/entry.ts'
import { entriesOf, firstAfter, lastOfEvent, placeAt } from '../history/history.ts'
import type { EarlierLimit, Ending, Obligation, StartPoint } from '../obligation.ts'
import type { Timeline } from '../history/timeline.ts'

const ofEntry = (entry: Entry | undefined): Ending | null =>
  entry === undefined ? null : { by: entry.id, at: entry.at, seq: entry.seq }

const followedEnding = (
  { follows, overtaken }: StartPoint,
  compiled: CompiledClock,
  timeline: Timeline,
): Ending | null => {
  if (follows === null || compiled.clock.start.kind !== 'limit-of') return null
  const ended = overtaken ?? follows.met ?? follows.lapsed
  if (ended === null) return null
  const by = overtaken === null ? endedBy(follows, timeline) : byId(overtaken, timeline)
  const seq = by?.at === ended.at ? lastOfEvent(timeline.history, by, null).seq : Number.POSITIVE_INFINITY
  return { by: ended.by, at: ended.at, seq }
}

const endedBy = ({ metBy, ending }: Obligation, { history }: Timeline): Entry | null => {
  if (metBy !== null) return metBy
  return ending === null || ending.by === null ? null : (history.entries[ending.seq] ?? null)
}

const byId = ({ by }: EarlierLimit, { history }: Timeline): Entry | null =>
  history.entries.find(({ id }) => id === by) ?? null

const leaving = (person: Person | null, { history }: Timeline): Ending | null => {
  if (person === null || person.until === null) return null
  const at = instantAt(person.until, 24 * 60)
  return { by: null, at, seq: placeAt(history, at) }
}

const sooner = (a: Ending | null, b: Ending | null): Ending | null => {
  if (a === null || b === null) return a ?? b
  return b.seq < a.seq ? b : a
}

const untilEnding = ({ seq }: StartPoint, until: readonly Entry[], person: Person | null): Ending | null =>
  ofEntry(until.find((entry) => entry.seq > seq && (person === null || concerns(entry, person.id))))

/**
 * The earliest of what ends an obligation: the case closing, an event of its `until`, a newer start in its
 * place, the person leaving the case, or, for an escalation, the end of what it escalates.
 */
export const endingOf = (
  start: StartPoint,
  newer: Entry | null,
  compiled: CompiledClock,
  timeline: Timeline,
  person: Person | null,
): Ending | null => {
  const { closings } = timeline
  let ending = newer === null ? null : ofEntry(newer)
  if (closings.length > 0 && !compiled.clock.outlivesClosure)
    ending = sooner(ending, ofEntry(firstAfter(closings, start.seq)))
  const until = entriesOf(timeline.history, compiled.until)
  if (until.length > 0) ending = sooner(ending, untilEnding(start, until, person))
  if (person !== null && person.until !== null) ending = sooner(ending, leaving(person, timeline))
  return start.follows === null ? ending : sooner(ending, followedEnding(start, compiled, timeline))
}
