import type { Day } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import { durationInWords } from '#procedure/rules/duration.ts'
import { eventInWords } from '#procedure/event-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Obligation } from '../obligation.ts'

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** `first` to `tenth`, then `number 11`. */
export const ordinal = (n: number): string => ordinals[n - 1] ?? `number ${n}`

/** A due date that comes from the order of meetings: `Before the second TAF meeting, on Tue 14 April 2026`. */
export const orderInWords = (
  { clock, reckoning }: Obligation,
  procedure: Procedure,
  start: string,
): string => {
  const { order, within } = clock.due
  if (order === null) return ''
  const which =
    order.which === 'penultimate' ? 'last but one' : order.which === 'final' ? 'last' : ordinal(order.which)
  const meeting = eventInWords(order.of[0]?.events[0] ?? '', procedure.words).replace(/^the /, '')
  const how = order.how === 'before' ? 'Before' : 'At'
  if (reckoning.anchor === null) return `${how} the ${which} ${meeting}, which has no date yet`
  const sooner =
    within?.kind === 'fixed' ? `, sooner than ${durationInWords(within.duration)} after ${start}` : ''
  return `${how} the ${which} ${meeting}, on ${dayInWords(reckoning.anchor as Day)}${sooner}`
}
