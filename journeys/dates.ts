import { addDays, formatDay, weekdayOf } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'

/** A day, and a time where one is asked for, as one types them. */
export type When = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string | null
}

const before = (days: number): Day => addDays(dayOf(Date.now() as Instant), -days)

const typed = (day: Day, time: string | null): When => {
  const [year = '', month = '', dayOfMonth = ''] = formatDay(day).split('-')
  return { day: String(Number(dayOfMonth)), month: String(Number(month)), year, time }
}

/** So many days before today, or after it where the number is negative. */
export const ago = (days: number, time: string | null = null): When => typed(before(days), time)

/** The last Tuesday that was so many days ago, or longer. */
export const tuesdayAgo = (days: number, time: string | null = null): When => {
  const day = before(days)
  return typed(addDays(day, -((weekdayOf(day) + 5) % 7)), time)
}
