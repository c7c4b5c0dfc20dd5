import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Clock } from '#procedure/clock.ts'
import type { Entry } from './entry.ts'
import { concerns } from './entry.ts'
import { placeAt } from './history.ts'
import type { Obligation } from './obligation.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'

/** The moment at which an obligation passes its limit unmet; null when it does not, as far as is known. */
const limitPassedAt = ({ due, counts, met, lapsed, explained }: Obligation): Instant | null => {
  if (due === null || (explained !== null && explained.until === null)) return null
  const passed = counts === 'hours' ? (due as Instant) : instantAt(addDays(due as Day, 1), 0)
  const ended = met ?? lapsed
  return ended !== null && ended.at <= passed ? null : passed
}

const startAfter = (follows: Obligation, timeline: Timeline): StartPoint | null => {
  if (follows.met === null) return null
  const { at, by } = follows.met
  const { subject } = follows
  const isIt = (one: Entry): boolean =>
    one.id === by && one.at === at && (subject.kind !== 'person' || concerns(one, subject.id))
  const entry = timeline.history.entries.findLast(isIt) ?? null
  return {
    entry,
    at,
    day: dayOf(at),
    seq: entry?.seq ?? placeAt(timeline.history, at),
    follows,
    joined: null,
  }
}

const startAtLimit = (follows: Obligation, timeline: Timeline): StartPoint | null => {
  const at = limitPassedAt(follows)
  if (at === null) return null
  return { entry: null, at, day: dayOf(at), seq: placeAt(timeline.history, at), follows, joined: null }
}

/** The starts of a clock that follows another: where that one is met, or passes its limit (construct 12). */
export const followingStarts = (
  start: Extract<Clock['start'], { readonly clock: string }>,
  followed: readonly Obligation[],
  timeline: Timeline,
): readonly StartPoint[] => {
  const startOf = start.kind === 'after' ? startAfter : startAtLimit
  return followed.flatMap((follows) => startOf(follows, timeline) ?? [])
}
