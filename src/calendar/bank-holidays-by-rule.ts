import type { NamedDay } from './bank-holidays.ts'
import { addDays, makeDay, weekdayOf, type Day } from './day.ts'

/** Easter Sunday in the Gregorian calendar. Source: the anonymous algorithm in Nature, 20 April 1876, p. 487. */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return makeDay(year, Math.floor(n / 31), (n % 31) + 1)
}

function mondayOnOrAfter(day: Day): Day {
  return addDays(day, (8 - weekdayOf(day)) % 7)
}

function mondayOnOrBefore(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

function substitute(name: string): string {
  return `${name} (substitute day)`
}

function newYear(year: number): NamedDay {
  const first = makeDay(year, 1, 1)
  return weekdayOf(first) <= 5
    ? { day: first, name: "New Year's Day" }
    : { day: mondayOnOrAfter(first), name: substitute("New Year's Day") }
}

function christmas(year: number): ReadonlyArray<NamedDay> {
  const on = (dayOfMonth: number, name: string): NamedDay => ({ day: makeDay(year, 12, dayOfMonth), name })
  switch (weekdayOf(makeDay(year, 12, 25))) {
    case 5:
      return [on(25, 'Christmas Day'), on(28, substitute('Boxing Day'))]
    case 6:
      return [on(27, substitute('Christmas Day')), on(28, substitute('Boxing Day'))]
    case 7:
      return [on(26, 'Boxing Day'), on(27, substitute('Christmas Day'))]
    default:
      return [on(25, 'Christmas Day'), on(26, 'Boxing Day')]
  }
}

function spring(year: number): ReadonlyArray<NamedDay> {
  const name = 'Spring bank holiday'
  if (year === 2002)
    return [
      { day: makeDay(2002, 6, 3), name: 'Golden Jubilee bank holiday' },
      { day: makeDay(2002, 6, 4), name },
    ]
  if (year === 2012)
    return [
      { day: makeDay(2012, 6, 4), name },
      { day: makeDay(2012, 6, 5), name: 'Diamond Jubilee bank holiday' },
    ]
  return [{ day: mondayOnOrBefore(makeDay(year, 5, 31)), name }]
}

function earlyMay(year: number): NamedDay {
  if (year === 1995) return { day: makeDay(1995, 5, 8), name: 'Early May bank holiday (VE day)' }
  return { day: mondayOnOrAfter(makeDay(year, 5, 1)), name: 'Early May bank holiday' }
}

function oneOff(year: number): ReadonlyArray<NamedDay> {
  if (year === 1999) return [{ day: makeDay(1999, 12, 31), name: 'Bank holiday for the millennium' }]
  if (year === 2011) return [{ day: makeDay(2011, 4, 29), name: 'Bank holiday for the royal wedding' }]
  return []
}

/**
 * The bank holidays that a year in England and Wales would have if nothing out of the ordinary were proclaimed; from 1990 to
 * 2014, with what was proclaimed. Later one-off holidays stand in the published list or cannot be foreseen, so dates that
 * rest on this beyond that list are provisional.
 * Source: Banking and Financial Dealings Act 1971, schedule 1, and the yearly proclamations, as practised since 1978.
 */
export function bankHolidaysByRule(year: number): ReadonlyArray<NamedDay> {
  const easter = easterSunday(year)
  return [
    newYear(year),
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    earlyMay(year),
    ...spring(year),
    { day: mondayOnOrBefore(makeDay(year, 8, 31)), name: 'Summer bank holiday' },
    ...christmas(year),
    ...oneOff(year),
  ]
}
