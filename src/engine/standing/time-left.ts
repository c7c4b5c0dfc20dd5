import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { workingDaysBetween } from '#calendar/working-calendar.ts'

/** How far a date is from a moment, in the unit in which a person would say it. */
export type TimeLeft = {
  readonly way: 'late' | 'left' | 'now'
  readonly n: number
  readonly unit: 'minute' | 'hour' | 'working day' | 'day' | 'week'
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** More working days than these are said in weeks. */
const mostWorkingDays = 20

/** How far off an instant is: minutes up to 90, hours up to 48, then days; always whole ones gone by or left. */
const toInstant = (due: Instant, asOf: Instant): TimeLeft => {
  const apart = Math.abs(due - asOf)
  const way = asOf > due ? 'late' : 'left'
  if (apart <= 90 * minute) return { way, n: Math.floor(apart / minute), unit: 'minute' }
  if (apart <= 48 * hour) return { way, n: Math.floor(apart / hour), unit: 'hour' }
  return { way, n: Math.floor(apart / day), unit: 'day' }
}

/** How far off a day is: working days, or days where no working day lies between, or weeks where many do. */
const toDay = (due: Day, today: Day, calendar: WorkingCalendar): TimeLeft => {
  const apart = Math.abs(due - today)
  if (apart === 0) return { way: 'now', n: 0, unit: 'day' }
  const way = today > due ? 'late' : 'left'
  const worked = Math.abs(workingDaysBetween(calendar, today, due))
  if (worked === 0) return { way, n: apart, unit: 'day' }
  if (worked > mostWorkingDays) return { way, n: Math.floor(apart / 7), unit: 'week' }
  return { way, n: worked, unit: 'working day' }
}

/** How far a due date is from a moment. */
export const timeLeft = (
  due: number,
  counts: 'days' | 'hours',
  asOf: Instant,
  calendar: WorkingCalendar,
): TimeLeft =>
  counts === 'hours' ? toInstant(due as Instant, asOf) : toDay(due as Day, dayOf(asOf), calendar)
