import assert from 'node:assert/strict'
import { test } from 'node:test'
import Holidays from 'date-holidays'
import { bankHolidaysByRule, easterSunday } from './bank-holidays-by-rule.ts'
import { englandAndWales } from './bank-holidays.ts'
import { formatDay, partsOf, weekdayOf } from './day.ts'

const ours = (year: number): string[] =>
  englandAndWales.days.filter(({ day }) => partsOf(day).year === year).map(({ day }) => formatDay(day))

const byRule = (year: number): string[] =>
  bankHolidaysByRule(year)
    .map(({ day }) => formatDay(day))
    .toSorted()

/** Weekdays only: that list also gives a Christmas Day that falls on a Saturday, beside its substitute day. */
const elsewhere = (year: number): string[] => {
  const found = new Holidays('GB', 'ENG')
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
    .filter((date) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay()))
  return [...new Set(found)].toSorted()
}

const years = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('every published year has its eight bank holidays and the one-offs', () => {
  const counts = Object.fromEntries(years(2015, 2027).map((year) => [year, ours(year).length]))
  assert.deepEqual(counts, {
    ...Object.fromEntries(years(2015, 2027).map((year) => [year, 8])),
    2022: 10,
    2023: 9,
  })
  assert.equal(formatDay(englandAndWales.knownTo), '2027-12-31')
})

test('bank holidays are on weekdays, in order, and each once', () => {
  const days = englandAndWales.days.map(({ day }) => day)
  assert.deepEqual(
    days,
    [...new Set(days)].toSorted((a, b) => a - b),
  )
  for (const day of days) assert.ok(weekdayOf(day) <= 5, formatDay(day))
})

test('the days that were moved, added or substituted are the ones proclaimed', () => {
  const named = new Map(englandAndWales.days.map(({ day, name }) => [formatDay(day), name]))
  for (const [date, name] of [
    ['2015-12-28', 'Boxing Day (substitute day)'],
    ['2016-12-27', 'Christmas Day (substitute day)'],
    ['2017-01-02', "New Year's Day (substitute day)"],
    ['2020-05-08', 'Early May bank holiday (VE day)'],
    ['2020-12-28', 'Boxing Day (substitute day)'],
    ['2021-12-27', 'Christmas Day (substitute day)'],
    ['2021-12-28', 'Boxing Day (substitute day)'],
    ['2022-01-03', "New Year's Day (substitute day)"],
    ['2022-06-02', 'Spring bank holiday'],
    ['2022-06-03', 'Platinum Jubilee bank holiday'],
    ['2022-09-19', 'Bank holiday for the State Funeral of Queen Elizabeth II'],
    ['2022-12-27', 'Christmas Day (substitute day)'],
    ['2023-01-02', "New Year's Day (substitute day)"],
    ['2023-05-08', 'Bank holiday for the coronation of King Charles III'],
    ['2026-12-28', 'Boxing Day (substitute day)'],
    ['2027-12-27', 'Christmas Day (substitute day)'],
    ['2027-12-28', 'Boxing Day (substitute day)'],
  ] as const) {
    assert.equal(named.get(date), name, date)
  }
  for (const date of ['2020-05-04', '2022-05-30']) assert.equal(named.has(date), false, date)
})

test('the list agrees with an independent one for England and Wales', () => {
  for (const year of years(2015, 2027)) assert.deepEqual(ours(year), elsewhere(year), String(year))
})

/**
 * Only here, only there: days proclaimed before 2015 that the other list does not have. Early May 1995 was moved to the
 * anniversary of VE day, spring 2002 to the Golden Jubilee, spring 2012 to the Diamond Jubilee; 31 December 1999 (the
 * millennium) and 29 April 2011 (a royal wedding) were added.
 */
const knownDifferences: Readonly<Record<number, readonly [here: string[], there: string[]]>> = {
  1995: [['1995-05-08'], ['1995-05-01']],
  1999: [['1999-12-31'], []],
  2002: [['2002-06-03', '2002-06-04'], ['2002-05-27']],
  2011: [['2011-04-29'], []],
  2012: [['2012-06-04'], ['2012-05-28']],
}

test('the rule agrees with the independent list before the published years and after them', () => {
  for (const year of [...years(1990, 2014), ...years(2028, 2060)]) {
    const [here, there] = [byRule(year), elsewhere(year)]
    const onlyHere = here.filter((date) => !there.includes(date))
    const onlyThere = there.filter((date) => !here.includes(date))
    assert.deepEqual([onlyHere, onlyThere], knownDifferences[year] ?? [[], []], String(year))
  }
})

test('beyond the published years the rule finds Easter, the Mondays and the substitute days', () => {
  assert.deepEqual(byRule(2028), [
    '2028-01-03',
    '2028-04-14',
    '2028-04-17',
    '2028-05-01',
    '2028-05-29',
    '2028-08-28',
    '2028-12-25',
    '2028-12-26',
  ])
  assert.deepEqual(byRule(2033).slice(-2), ['2033-12-26', '2033-12-27'])
})

test('Easter falls where the tables of the church put it', () => {
  for (const [year, date] of [
    [1961, '1961-04-02'],
    [1990, '1990-04-15'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ] as const) {
    assert.equal(formatDay(easterSunday(year)), date)
  }
})
