import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  formatDay,
  makeDay,
  parseDay,
  weekdayOf,
  type Day,
} from './day.ts'

const on = (text: string): Day => {
  const day = parseDay(text)
  assert.ok(day !== undefined, text)
  return day
}

test('a day is counted from 1 January 1970', () => {
  for (const [text, count] of [
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-02-01', 31],
    ['2000-03-01', 11017],
    ['2026-03-06', 20518],
  ] as const) {
    assert.equal(on(text), count)
    assert.equal(formatDay(count as Day), text)
  }
})

test('dates that do not exist are not read', () => {
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
  ]) {
    assert.equal(parseDay(text), undefined, text)
  }
  assert.equal(formatDay(on('2024-02-29')), '2024-02-29')
  assert.equal(formatDay(on('2000-02-29')), '2000-02-29')
})

test('nothing but YYYY-MM-DD in 1900 to 2199 is read', () => {
  for (const text of [
    '',
    '2026-3-6',
    '06-03-2026',
    '06/03/2026',
    '2026/03/06',
    '20260306',
    '2026-03-06 ',
    ' 2026-03-06',
    '2026-03-06T00:00',
    '2026-03-0x',
    '2026-03-0:',
    '2026-03.06',
    '2026.03-06',
    '-026-03-06',
    '+026-03-06',
    '1e03-03-06',
    '٢٠٢٦-٠٣-٠٦',
    '1899-12-31',
    '2200-01-01',
    '0000-01-01',
  ]) {
    assert.equal(parseDay(text), undefined, text)
  }
  assert.equal(formatDay(on('1900-01-01')), '1900-01-01')
  assert.equal(formatDay(on('2199-12-31')), '2199-12-31')
})

test('weekdays run from Monday 1 to Sunday 7', () => {
  for (const [text, weekday] of [
    ['1900-01-01', 1],
    ['1969-12-28', 7],
    ['1969-12-31', 3],
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2024-02-29', 4],
    ['2026-03-06', 5],
    ['2026-03-08', 7],
    ['2026-03-09', 1],
  ] as const) {
    assert.equal(weekdayOf(on(text)), weekday, text)
  }
})

test('days are added over month ends, leap days and changes of the clocks', () => {
  for (const [from, n, to] of [
    ['2026-03-06', 42, '2026-04-17'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-07-01', -14, '2026-06-17'],
  ] as const) {
    assert.equal(formatDay(addDays(on(from), n)), to)
    assert.equal(daysBetween(on(from), on(to)), n)
  }
})

test('months clamp to the end of the month', () => {
  for (const [from, n, to] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-05-15', 6, '2026-11-15'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-02-28', 1, '2026-03-28'],
  ] as const) {
    assert.equal(formatDay(addMonths(on(from), n)), to)
  }
})

test('years clamp a leap day to 28 February', () => {
  assert.equal(formatDay(addYears(on('2024-02-29'), 1)), '2025-02-28')
  assert.equal(formatDay(addYears(on('2024-02-29'), 4)), '2028-02-29')
  assert.equal(formatDay(addYears(on('2026-03-06'), -10)), '2016-03-06')
})

test('age goes up on the birthday, and on 1 March for those born on a leap day', () => {
  for (const [born, day, age] of [
    ['2015-04-02', '2026-04-01', 10],
    ['2015-04-02', '2026-04-02', 11],
    ['2015-04-02', '2015-04-02', 0],
    ['2015-04-02', '2015-04-01', -1],
    ['2015-12-31', '2026-01-01', 10],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
  ] as const) {
    assert.equal(ageOn(on(born), on(day)), age, `${born} on ${day}`)
  }
})

test('a count that is not whole or leaves the years 1900 to 2199 is refused in words', () => {
  assert.throws(() => addDays(on('2199-12-31'), 1), /Dates run from 1 January 1900 to 31 December 2199/)
  assert.throws(() => addDays(on('1900-01-01'), -1), RangeError)
  assert.throws(() => addYears(on('2190-01-01'), 10), RangeError)
  assert.throws(() => addDays(on('2026-03-06'), 0.5), /whole numbers/)
  assert.throws(() => addDays(on('2026-03-06'), Number.NaN), /whole numbers/)
  assert.throws(() => addMonths(on('2026-03-06'), 1.5), /whole numbers/)
  assert.throws(() => addMonths(on('2026-03-06'), Number.NaN), RangeError)
  assert.throws(() => makeDay(2026, 2, 29), /no date with year 2026, month 2 and day 29/)
  assert.throws(() => makeDay(2026, 2.5, 1), RangeError)
})
