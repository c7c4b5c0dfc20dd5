import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import { lastOfEvent, placeAt } from '../history/history.ts'
import type { EarlierLimit, Obligation, StartPoint } from '../obligation.ts'
import type { Timeline } from '../history/timeline.ts'

const startAfter = (follows: Obligation, timeline: Timeline): StartPoint | null => {
  const { subject, metBy, metAt: at } = follows
  if (metBy === null || at === null) return null
  const person = subject.kind === 'person' ? subject.id : null
  const entry = at === metBy.at ? lastOfEvent(timeline.history, metBy, person) : null
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

/** Where an obligation passes a limit; null when something met, ended or changed it by then. */
const startAtLimit = (
  due: number,
  follows: Obligation,
  overtaken: EarlierLimit | null,
  { history }: Timeline,
): StartPoint | null => {
  const at = follows.counts === 'hours' ? (due as Instant) : instantAt(addDays(due as Day, 1), 0)
  const ended = overtaken?.at ?? follows.metAt ?? follows.lapsed?.at ?? null
  if (ended !== null && ended <= at) return null
  return { entry: null, at, day: dayOf(at), seq: placeAt(history, at), follows, joined: null, overtaken }
}

/** At each earlier limit that had passed when people changed it, and at the limit in force. */
const pushStartsAtLimits = (starts: StartPoint[], follows: Obligation, timeline: Timeline): void => {
  const { due, explained, earlierLimits } = follows
  for (const earlier of earlierLimits) {
    const start = startAtLimit(earlier.due, follows, earlier, timeline)
    if (start !== null) starts.push(start)
  }
  if (due === null || (explained !== null && explained.until === null)) return
  const start = startAtLimit(due, follows, null, timeline)
  if (start !== null) starts.push(start)
}

/**
 * The starts of a clock that follows another: where that one is met, or passes its limit (construct 12). For a
 * person, those that follow their own.
 */
export const followingStarts = (
  start: Extract<Clock['start'], { readonly clock: string }>,
  followed: readonly Obligation[],
  timeline: Timeline,
  person: string | null,
): readonly StartPoint[] => {
  const starts: StartPoint[] = []
  for (const follows of followed) {
    if (person !== null && follows.subject.kind === 'person' && follows.subject.id !== person) continue
    if (start.kind === 'limit-of') pushStartsAtLimits(starts, follows, timeline)
    else {
      const after = startAfter(follows, timeline)
      if (after !== null) starts.push(after)
    }
  }
  return starts
}
