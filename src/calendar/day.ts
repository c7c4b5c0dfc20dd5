import { digitsAt } from './digits-at.ts'

declare const dayBrand: unique symbol

/**
 * A civil date with no time zone: whole days since 1970-01-01, from 1900-01-01 to 2199-12-31.
 * Counting in whole days is what keeps summer time from moving a date.
 */
export type Day = number & { readonly [dayBrand]: true }

/** ISO 8601 weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Year, month (1 to 12) and day of the month (1 to 31). */
export type DayParts = { readonly year: number; readonly month: number; readonly dayOfMonth: number }

const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const FIRST_DAY = countDays(FIRST_YEAR, 1, 1) as Day
export const LAST_DAY = countDays(LAST_YEAR, 12, 31) as Day

/** Days since 1970-01-01 of a date in the Gregorian calendar. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function countDays(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

function checkWhole(n: number): void {
  if (!Number.isInteger(n))
    throw new RangeError(`Days, months and years are counted in whole numbers, not ${n}.`)
}

function checked(count: number): Day {
  checkWhole(count)
  if (count < FIRST_DAY || count > LAST_DAY) {
    throw new RangeError(
      `Dates run from 1 January ${FIRST_YEAR} to 31 December ${LAST_YEAR}; this one falls outside.`,
    )
  }
  return count as Day
}

function isYearMonthDay(year: number, month: number, dayOfMonth: number): boolean {
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= monthLength(year, month)
  )
}

/** The day of a year, month (1 to 12) and day of the month. RangeError where there is no such date in 1900 to 2199. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day {
  if (!isYearMonthDay(year, month, dayOfMonth)) {
    throw new RangeError(
      `There is no date with year ${year}, month ${month} and day ${dayOfMonth} between 1900 and 2199.`,
    )
  }
  return checked(countDays(year, month, dayOfMonth))
}

/** Year, month and day of the month of a day. */
export function partsOf(day: Day): DayParts {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth }
}

/**
 * Reads `YYYY-MM-DD` and nothing else. Undefined where the text is not that, the date does not exist, or the year is not
 * in 1900 to 2199.
 */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const [year, month, dayOfMonth] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)]
  return isYearMonthDay(year, month, dayOfMonth) ? (countDays(year, month, dayOfMonth) as Day) : undefined
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`
}

/** Monday is 1, Sunday is 7. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The day n calendar days later (earlier where n is negative). RangeError outside 1900 to 2199 or where n is not whole. */
export function addDays(day: Day, n: number): Day {
  return checked(day + n)
}

/** The same day of the month n months later, or that month's last day where it has no such day. RangeError as for addDays. */
export function addMonths(day: Day, n: number): Day {
  checkWhole(n)
  const { year, month, dayOfMonth } = partsOf(day)
  const months = year * 12 + month - 1 + n
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return checked(countDays(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth))))
}

/** The same date n years later; 29 February becomes 28 February where there is none. RangeError as for addDays. */
export function addYears(day: Day, n: number): Day {
  return addMonths(day, n * 12)
}

/** Calendar days from a to b; negative where b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return b - a
}

/**
 * Age in completed years on a day; negative before the birth. A birthday on 29 February falls on 1 March in other years.
 * Source: Family Law Reform Act 1969, section 9 (an age is reached as the anniversary of the birth begins).
 */
export function ageOn(born: Day, day: Day): number {
  const birth = partsOf(born)
  const now = partsOf(day)
  const birthdayCome =
    now.month > birth.month || (now.month === birth.month && now.dayOfMonth >= birth.dayOfMonth)
  return now.year - birth.year - (birthdayCome ? 0 : 1)
}
