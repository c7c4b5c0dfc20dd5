import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Clock } from '#procedure/clock.ts'
import type { Entry } from './entry.ts'
import { concerns } from './entry.ts'
import { placeAt } from './history.ts'
import type { EarlierLimit, Obligation } from './obligation.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'

/** The moment at which an obligation passes a limit, unless something ended or changed it by then. */
const passingAt = (
  due: number,
  { counts }: Obligation,
  ended: { readonly at: Instant } | null,
): Instant | null => {
  const passed = counts === 'hours' ? (due as Instant) : instantAt(addDays(due as Day, 1), 0)
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
    overtaken: null,
  }
}

const startAtLimit = (
  due: number,
  follows: Obligation,
  overtaken: EarlierLimit | null,
  { history }: Timeline,
): readonly StartPoint[] => {
  const at = passingAt(due, follows, overtaken ?? follows.met ?? follows.lapsed)
  if (at === null) return []
  return [{ entry: null, at, day: dayOf(at), seq: placeAt(history, at), follows, joined: null, overtaken }]
}

/** At the limit in force, and at each before it that had passed when people changed it. */
const startsAtLimits = (follows: Obligation, timeline: Timeline): readonly StartPoint[] => {
  const { due, explained, earlierLimits } = follows
  const holds = due !== null && (explained === null || explained.until !== null)
  return [
    ...earlierLimits.flatMap((earlier) => startAtLimit(earlier.due, follows, earlier, timeline)),
    ...(holds ? startAtLimit(due, follows, null, timeline) : []),
  ]
}

/** The starts of a clock that follows another: where that one is met, or passes its limit (construct 12). */
export const followingStarts = (
  start: Extract<Clock['start'], { readonly clock: string }>,
  followed: readonly Obligation[],
  timeline: Timeline,
): readonly StartPoint[] =>
  followed.flatMap((follows) =>
    start.kind === 'after' ? (startAfter(follows, timeline) ?? []) : startsAtLimits(follows, timeline),
  )
