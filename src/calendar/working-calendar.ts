import type { BankHolidays, NamedDay } from './bank-holidays.ts'
import { bankHolidaysByRule } from './bank-holidays-by-rule.ts'
import { formatDay, makeDay, partsOf, weekdayOf, type Day } from './day.ts'

/** A day on which nobody is at work. Bank holidays and closures that fall on a weekend are given as the weekend. */
export type DayOff = {
  readonly day: Day
  readonly why: 'weekend' | 'bank holiday' | 'closure'
  readonly name?: string
}

/** Which days are worked, from 1990-01-01 to 2150-12-31, laid out so that counting is a look-up. Make one with makeCalendar. */
export type WorkingCalendar = {
  /** The last day for which the bank holidays are published. */
  readonly knownTo: Day
  /** For each day of the table, how many working days there are from its beginning up to and including that day. */
  readonly workedUpTo: Int32Array
  /** The working days in order: the other direction of the same table. */
  readonly workingDays: Int32Array
  /** The other days in order. */
  readonly off: ReadonlyArray<DayOff>
}

const TABLE_STARTS = makeDay(1990, 1, 1)
const TABLE_ENDS = makeDay(2150, 12, 31)

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 6
}

/** Published where the list reaches, by rule before and after it. */
function holidaysOf(holidays: BankHolidays): ReadonlyArray<NamedDay> {
  const listedFrom = holidays.days.reduce((first, { day }) => Math.min(first, day), Number(holidays.knownTo))
  const completeFrom = makeDay(partsOf(listedFrom as Day).year, 1, 1)
  const byRule: NamedDay[] = []
  for (let year = partsOf(TABLE_STARTS).year; year <= partsOf(TABLE_ENDS).year; year += 1) {
    byRule.push(...bankHolidaysByRule(year).filter(({ day }) => day < completeFrom || day > holidays.knownTo))
  }
  return [...byRule, ...holidays.days]
}

/**
 * Lays out the working days: Monday to Friday without bank holidays and without the authority's own closure days.
 * Bank holidays are taken from the list where it is complete (see BankHolidays) and worked out by rule for other years.
 */
export function makeCalendar(options: {
  readonly holidays: BankHolidays
  readonly closures?: ReadonlyArray<NamedDay>
}): WorkingCalendar {
  const named = new Map<number, DayOff>()
  for (const { day, name } of options.closures ?? []) named.set(day, { day, why: 'closure', name })
  for (const { day, name } of holidaysOf(options.holidays)) named.set(day, { day, why: 'bank holiday', name })

  const workedUpTo = new Int32Array(TABLE_ENDS - TABLE_STARTS + 1)
  const workingDays: number[] = []
  const off: DayOff[] = []
  for (let day = TABLE_STARTS; day <= TABLE_ENDS; day = (day + 1) as Day) {
    const dayOff: DayOff | undefined = isWeekend(day) ? { day, why: 'weekend' } : named.get(day)
    if (dayOff === undefined) workingDays.push(day)
    else off.push(Object.freeze(dayOff))
    workedUpTo[day - TABLE_STARTS] = workingDays.length
  }
  return Object.freeze({
    knownTo: options.holidays.knownTo,
    workedUpTo,
    workingDays: Int32Array.from(workingDays),
    off: Object.freeze(off),
  })
}

function outside(what: string): RangeError {
  return new RangeError(
    `The working calendar runs from 1 January 1990 to 31 December 2150; ${what}. Check the date.`,
  )
}

function countUpTo(cal: WorkingCalendar, day: Day): number {
  const count = cal.workedUpTo[day - TABLE_STARTS]
  if (count === undefined) throw outside(`${formatDay(day)} falls outside`)
  return count
}

function countBefore(cal: WorkingCalendar, day: Day): number {
  return countUpTo(cal, day) - (isWorkingDay(cal, day) ? 1 : 0)
}

function workingDayAt(cal: WorkingCalendar, index: number): Day {
  const day = cal.workingDays[index]
  if (day === undefined) throw outside('the working day asked for falls outside')
  return day as Day
}

/** Whether the day is worked. RangeError outside the table. */
export function isWorkingDay(cal: WorkingCalendar, day: Day): boolean {
  return cal.workingDays[countUpTo(cal, day) - 1] === day
}

/**
 * The n-th working day after a day, which is itself day 0; after a day that is not worked, the next working day is day 1.
 * Where n is negative, the n-th working day before it; where n is 0, the day itself.
 * RangeError where n is not whole or the count leaves the table.
 */
export function addWorkingDays(cal: WorkingCalendar, day: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`Working days are counted in whole numbers, not ${n}.`)
  if (n > 0) return workingDayAt(cal, countUpTo(cal, day) + n - 1)
  if (n < 0) return workingDayAt(cal, countBefore(cal, day) + n)
  return day
}

/**
 * How many working days there are after `from` up to and including `to`; where `to` is earlier, the same count between them
 * with a minus. Gives back n for addWorkingDays(from, n) when n is positive, and also when n is negative and `from` is worked.
 * RangeError outside the table.
 */
export function workingDaysBetween(cal: WorkingCalendar, from: Day, to: Day): number {
  return countUpTo(cal, to) - countUpTo(cal, from)
}

/** The day itself where it is worked, else the next working day. RangeError outside the table. */
export function onOrAfter(cal: WorkingCalendar, day: Day): Day {
  return workingDayAt(cal, countBefore(cal, day))
}

/** The day itself where it is worked, else the last working day before it. RangeError outside the table. */
export function onOrBefore(cal: WorkingCalendar, day: Day): Day {
  return workingDayAt(cal, countUpTo(cal, day) - 1)
}

/**
 * The days not worked after `from` up to and including `to`, in date order: those that a count from `from` to `to` steps over.
 * Where `to` is earlier, those from `to` up to the day before `from`, which a count backwards steps over.
 * RangeError outside the table.
 */
export function daysOff(cal: WorkingCalendar, from: Day, to: Day): ReadonlyArray<DayOff> {
  if (to < from) return cal.off.slice(offBefore(cal, to), offBefore(cal, from))
  return cal.off.slice(offUpTo(cal, from), offUpTo(cal, to))
}

function offUpTo(cal: WorkingCalendar, day: Day): number {
  return day - TABLE_STARTS + 1 - countUpTo(cal, day)
}

function offBefore(cal: WorkingCalendar, day: Day): number {
  return day - TABLE_STARTS - countBefore(cal, day)
}

/** Whether the bank holidays up to this day are published. A date that is not known is provisional. */
export function isKnown(cal: WorkingCalendar, day: Day): boolean {
  return day <= cal.knownTo
}
