import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf, instantInWords } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { eventInWords } from '#procedure/event-words.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { ordinal } from './because-order.ts'
import type { Entry } from '../history/entry.ts'
import type { Obligation } from '../obligation.ts'

const whenOf = (at: Instant, counts: Obligation['counts']): string =>
  counts === 'hours' ? instantInWords(at) : dayInWords(dayOf(at))

/** `the second review on Mon 1 June 2026`; `the attempted visit on ..., which made 3 on 3 different days`. */
const eventOf = (
  entry: Entry,
  start: Clock['start'],
  counts: Obligation['counts'],
  { words }: Procedure,
): string => {
  const name = eventInWords(entry.type, words)
  const isNth = start.kind === 'events' && start.which === 'first' && start.nth > 1
  const numbered = isNth ? `the ${ordinal(start.nth)} ${name.replace(/^the /, '')}` : name
  const event = `${numbered} on ${whenOf(entry.at, counts)}`
  if (start.kind !== 'events' || (start.times === 1 && start.onDays === 1)) return event
  const days = start.onDays > 1 ? ` on ${start.onDays} different days` : ''
  return `${event}, which made ${Math.max(start.times, start.onDays)}${days}`
}

/**
 * The start of an obligation in words, after "after": `contact on Fri 6 March 2026`.
 *
 * @param counts whether the time of day matters, as it does to clocks that count hours and to slots
 */
export const startInWords = (
  obligation: Obligation,
  procedure: Procedure,
  counts = obligation.counts,
): string => {
  const { startEntry, follows, start, clock } = obligation
  const when = whenOf(start, counts)
  if (startEntry === null)
    return follows === null ? when : `${when}, when "${follows.clock.title}" had passed its limit`
  const event = eventOf(startEntry, clock.start, counts, procedure)
  const isLater = follows === null && startEntry.at < start
  if (isLater) return `${when}, from when on this person was there; it began with ${event}`
  return follows === null ? event : `"${follows.clock.title}" was met by ${event}`
}
