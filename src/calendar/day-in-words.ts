import { partsOf, weekdayOf, type Day } from './day.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "Friday". */
export function weekdayInWords(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? ''
}

/** "March". */
export function monthInWords(day: Day): string {
  return MONTHS[partsOf(day).month - 1] ?? ''
}

/** "6 March". */
export function shortDayInWords(day: Day): string {
  return `${partsOf(day).dayOfMonth} ${monthInWords(day)}`
}

/** "Fri 6 March 2026". */
export function dayInWords(day: Day): string {
  return `${weekdayInWords(day).slice(0, 3)} ${shortDayInWords(day)} ${partsOf(day).year}`
}

/** "Friday 6 March 2026". */
export function longDayInWords(day: Day): string {
  return `${weekdayInWords(day)} ${shortDayInWords(day)} ${partsOf(day).year}`
}
