import { addMonths, addYears } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { addHours } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { Counting } from '../clock/count.ts'

/** Hours begin to count as due soon so many hours before, unless the clock says otherwise. */
const soonHours = 4

const daysBefore = (due: Day, { soon }: CompiledClock, { calendar }: Counting): number => {
  switch (soon.unit) {
    case 'hours':
    case 'working hours':
      return due
    case 'working days':
      return addWorkingDays(calendar, due, -soon.n)
    case 'days':
      return due - soon.n
    case 'weeks':
      return due - 7 * soon.n
    case 'months':
      return addMonths(due, -soon.n)
    case 'years':
      return addYears(due, -soon.n)
  }
}

/**
 * From when an obligation counts as due soon: by the clock, or by the head of the procedure. Null without a
 * limit, and where the count leaves the calendar.
 */
export const soonFor = (due: number | null, clock: CompiledClock, counting: Counting): number | null => {
  if (due === null) return null
  const { hours, soon } = clock
  if (hours) return addHours(due as Instant, soon.unit === 'hours' ? -soon.n : -soonHours)
  try {
    return daysBefore(due as Day, clock, counting)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
