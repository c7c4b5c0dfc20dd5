import type { Day } from '#calendar/day.ts'
import { addDays, addMonths, partsOf } from '#calendar/day.ts'
import type { Duration } from '#procedure/rules/duration.ts'

/** The steps from a start to a due date in calendar days, weeks, months or years. */
export type CalendarSteps = {
  readonly start: Day
  readonly length: Duration
  readonly reached: Day
  /** The month has no such day, so its last day is taken. */
  readonly cutToMonth: boolean
  /** The day after as many days more as the clock stood still; null when it did not. */
  readonly withStoodStill: { readonly days: number; readonly day: Day } | null
}

const reach = (start: Day, { n, unit }: Duration, startDay: 0 | 1): Day => {
  if (unit === 'weeks') return addDays(start, 7 * n)
  if (unit === 'months') return addMonths(start, n)
  if (unit === 'years') return addMonths(start, 12 * n)
  return addDays(start, startDay === 1 && n > 0 ? n - 1 : n)
}

/** The steps of a calendar clock; a negative length leads backwards. */
export const calendarSteps = (
  start: Day,
  length: Duration,
  startDay: 0 | 1,
  stoodStill: number,
): CalendarSteps => {
  const reached = reach(start, length, startDay)
  const byMonths = length.unit === 'months' || length.unit === 'years'
  return {
    start,
    length,
    reached,
    cutToMonth: byMonths && partsOf(reached).dayOfMonth !== partsOf(start).dayOfMonth,
    withStoodStill: stoodStill === 0 ? null : { days: stoodStill, day: addDays(reached, stoodStill) },
  }
}
