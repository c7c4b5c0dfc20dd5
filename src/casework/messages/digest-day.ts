import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { onOrBefore } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'

/**
 * The latest day that has had its digest by a moment, or should have: a working day, at a time of day in London.
 *
 * @param at minutes since midnight on London's clocks
 */
export const digestDay = (now: Instant, at: number, calendar: WorkingCalendar): Day => {
  const today = dayOf(now)
  return onOrBefore(calendar, now >= instantAt(today, at) ? today : addDays(today, -1))
}
