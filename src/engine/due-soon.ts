import { addMonths, addYears } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { addHours } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { CompiledClock } from './compiled-clock.ts'
import type { Counting } from './count.ts'
import { whereCounted } from './count.ts'

/** Hours begin to count as due soon so many hours before, unless the clock says otherwise. */
const soonHours = 4

/** From when an obligation counts as due soon: by the clock, or by the head of the procedure. */
export const soonFor = (
  due: number | null,
  { hours, soon }: CompiledClock,
  { calendar }: Counting,
): number | null => {
  if (due === null) return null
  if (hours) return addHours(due as Instant, soon.unit === 'hours' ? -soon.n : -soonHours)
  const day = due as Day
  switch (soon.unit) {
    case 'hours':
    case 'working hours':
      return day
    case 'working days':
      return whereCounted(() => addWorkingDays(calendar, day, -soon.n))
    case 'days':
      return day - soon.n
    case 'weeks':
      return day - 7 * soon.n
    case 'months':
      return whereCounted(() => addMonths(day, -soon.n))
    case 'years':
      return whereCounted(() => addYears(day, -soon.n))
  }
}
