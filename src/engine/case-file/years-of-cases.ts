import type { Day } from '#calendar/day.ts'
import { makeDay } from '#calendar/day.ts'

/** The years that a case can lie in: those that the calendar's table covers with room to count. */
export const yearsOfCases = { first: 1990, last: 2140 } as const

const firstDay = makeDay(yearsOfCases.first, 1, 1)
export const lastDayOfCases = makeDay(yearsOfCases.last, 12, 31)

/** Whether a day is one that a case can lie on. */
export const inYearsOfCases = (day: Day): boolean => day >= firstDay && day <= lastDayOfCases
