import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englandAndWales } from './bank-holidays.ts'
import { formatDay, parseDay, type Day } from './day.ts'
import {
  addWorkingDays,
  daysOff,
  isKnown,
  isWeekend,
  isWorkingDay,
  makeCalendar,
  onOrAfter,
  onOrBefore,
  workingDaysBetween,
} from './working-calendar.ts'

const cal = makeCalendar({ holidays: englandAndWales })

const on = (text: string): Day => {
  const day = parseDay(text)
  assert.ok(day !== undefined, text)
  return day
}

type Row = readonly [from: string, n: number, to: string]

function counts(rows: readonly Row[]): void {
  for (const [from, n, to] of rows) {
    assert.equal(formatDay(addWorkingDays(cal, on(from), n)), to, `${n} from ${from}`)
    if (n > 0) assert.equal(workingDaysBetween(cal, on(from), on(to)), n, `between ${from} and ${to}`)
  }
}

test('the dates checked by hand in the procedure: Easter, the summer bank holiday, Christmas and New Year', () => {
  counts([
    ['2026-04-01', 3, '2026-04-08'],
    ['2026-08-24', 10, '2026-09-08'],
    ['2026-12-21', 7, '2027-01-04'],
    ['2026-03-06', 7, '2026-03-17'],
  ])
})

test('the day of the start is day 0; from a day that is not worked the next working day is day 1', () => {
  counts([
    ['2026-03-06', 0, '2026-03-06'],
    ['2026-03-07', 0, '2026-03-07'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-03-08', 2, '2026-03-10'],
    ['2026-04-03', 1, '2026-04-07'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-04-06', 1, '2026-04-07'],
    ['2026-01-01', 45, '2026-03-05'],
  ])
})

test('Easter and the bank holidays of May and August are stepped over', () => {
  counts([
    ['2026-03-31', 5, '2026-04-09'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-05-01', 1, '2026-05-05'],
    ['2026-05-22', 1, '2026-05-26'],
    ['2026-08-28', 1, '2026-09-01'],
    ['2026-06-01', 20, '2026-06-29'],
  ])
})

test('Christmas and New Year are stepped over, whichever weekdays they fall on', () => {
  counts([
    ['2021-12-24', 1, '2021-12-29'],
    ['2021-12-24', 4, '2022-01-04'],
    ['2022-12-23', 1, '2022-12-28'],
    ['2022-12-23', 4, '2023-01-03'],
    ['2025-12-24', 1, '2025-12-29'],
    ['2025-12-24', 4, '2026-01-02'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-24', 4, '2027-01-04'],
    ['2026-12-23', 10, '2027-01-11'],
    ['2027-12-24', 1, '2027-12-29'],
    ['2027-12-24', 4, '2028-01-04'],
  ])
})

test('bank holidays that were moved or proclaimed once are counted as they were', () => {
  counts([
    ['2020-05-01', 1, '2020-05-04'],
    ['2020-05-07', 1, '2020-05-11'],
    ['2022-05-27', 1, '2022-05-30'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2022-09-16', 1, '2022-09-20'],
    ['2023-04-28', 1, '2023-05-02'],
    ['2023-05-05', 1, '2023-05-09'],
    ['2012-06-01', 1, '2012-06-06'],
    ['2011-04-28', 1, '2011-05-03'],
  ])
})

test('leap days, month ends and changes of the clocks make no difference', () => {
  counts([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-26', 5, '2024-03-04'],
    ['2026-02-27', 1, '2026-03-02'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2026-04-30', 1, '2026-05-01'],
    ['2026-07-31', 1, '2026-08-03'],
    ['2026-03-27', 1, '2026-03-30'],
    ['2026-10-23', 1, '2026-10-26'],
    ['2026-10-23', 6, '2026-11-02'],
  ])
})

test('counting backwards steps over the same days', () => {
  counts([
    ['2026-04-08', -5, '2026-03-30'],
    ['2026-04-04', -1, '2026-04-02'],
    ['2027-01-04', -1, '2026-12-31'],
    ['2026-12-29', -3, '2026-12-22'],
    ['2026-12-28', -1, '2026-12-24'],
    ['2026-09-10', -10, '2026-08-26'],
    ['2026-03-09', -1, '2026-03-06'],
  ])
})

test('working days between two days leave out the first and take in the last, and turn negative backwards', () => {
  for (const [from, to, n] of [
    ['2026-03-06', '2026-03-06', 0],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-06', '2026-03-09', 1],
    ['2026-03-07', '2026-03-09', 1],
    ['2026-12-24', '2026-12-29', 1],
    ['2026-03-17', '2026-03-06', -7],
    ['2025-12-31', '2026-12-31', 253],
  ] as const) {
    assert.equal(workingDaysBetween(cal, on(from), on(to)), n, `${from} to ${to}`)
  }
})

test('the nearest working day is the day itself where it is worked', () => {
  for (const [day, after, before] of [
    ['2026-03-06', '2026-03-06', '2026-03-06'],
    ['2026-03-07', '2026-03-09', '2026-03-06'],
    ['2026-04-03', '2026-04-07', '2026-04-02'],
    ['2026-04-05', '2026-04-07', '2026-04-02'],
    ['2026-12-25', '2026-12-29', '2026-12-24'],
  ] as const) {
    assert.equal(formatDay(onOrAfter(cal, on(day))), after)
    assert.equal(formatDay(onOrBefore(cal, on(day))), before)
  }
})

test('weekends, bank holidays and closures are not worked', () => {
  const closed = makeCalendar({
    holidays: englandAndWales,
    closures: [{ day: on('2026-12-29'), name: 'Christmas closure' }],
  })
  assert.deepEqual(
    ['2026-03-06', '2026-03-07', '2026-03-08', '2026-04-03'].map((text) => isWorkingDay(cal, on(text))),
    [true, false, false, false],
  )
  assert.equal(isWorkingDay(cal, on('2026-12-29')), true)
  assert.equal(isWorkingDay(closed, on('2026-12-29')), false)
  assert.equal(formatDay(addWorkingDays(closed, on('2026-12-24'), 1)), '2026-12-30')
  assert.deepEqual([on('2026-03-06'), on('2026-03-07'), on('2026-03-08')].map(isWeekend), [false, true, true])
})

test('the days stepped over are given with the reason, forwards and backwards', () => {
  const closed = makeCalendar({
    holidays: englandAndWales,
    closures: [
      { day: on('2026-04-07'), name: 'Office move' },
      { day: on('2026-04-05'), name: 'Office move' },
      { day: on('2026-04-06'), name: 'Office move' },
    ],
  })
  const easter = [
    { day: on('2026-04-03'), why: 'bank holiday', name: 'Good Friday' },
    { day: on('2026-04-04'), why: 'weekend' },
    { day: on('2026-04-05'), why: 'weekend' },
    { day: on('2026-04-06'), why: 'bank holiday', name: 'Easter Monday' },
    { day: on('2026-04-07'), why: 'closure', name: 'Office move' },
  ]
  assert.deepEqual(daysOff(closed, on('2026-04-01'), on('2026-04-09')), easter)
  assert.deepEqual(daysOff(closed, on('2026-04-03'), on('2026-04-06')), easter.slice(1, 4))
  assert.deepEqual(daysOff(closed, on('2026-04-09'), on('2026-04-01')), easter)
  assert.deepEqual(daysOff(closed, on('2026-04-07'), on('2026-04-03')), easter.slice(0, 4))
  assert.deepEqual(daysOff(closed, on('2026-04-03'), on('2026-04-03')), [])
})

test('dates past the published bank holidays are counted by rule and are not known', () => {
  assert.equal(isKnown(cal, on('2027-12-31')), true)
  assert.equal(isKnown(cal, on('2028-01-01')), false)
  assert.equal(isKnown(cal, on('2010-01-01')), true)
  assert.equal(formatDay(addWorkingDays(cal, on('2028-04-13'), 1)), '2028-04-18')
})

test('a bank holiday announced past the published years is kept beside the rule', () => {
  const announced = makeCalendar({
    holidays: {
      knownTo: englandAndWales.knownTo,
      days: [...englandAndWales.days, { day: on('2028-06-16'), name: 'Proclaimed' }],
    },
  })
  assert.equal(formatDay(addWorkingDays(announced, on('2028-06-15'), 1)), '2028-06-19')
  assert.equal(formatDay(addWorkingDays(announced, on('2028-04-13'), 1)), '2028-04-18')
})

test('outside the table, and for a count that is not whole, the answer is a plain refusal', () => {
  const plain = /The working calendar runs from 1 January 1990 to 31 December 2150; .*Check the date\./
  assert.throws(() => isWorkingDay(cal, on('1989-12-31')), plain)
  assert.throws(() => isWorkingDay(cal, on('2151-01-01')), plain)
  assert.throws(() => addWorkingDays(cal, on('2150-12-30'), 5), plain)
  assert.throws(() => addWorkingDays(cal, on('1990-01-02'), -1), plain)
  assert.throws(() => onOrBefore(cal, on('1990-01-01')), plain)
  assert.throws(() => daysOff(cal, on('1989-01-01'), on('2026-01-01')), plain)
  assert.throws(() => workingDaysBetween(cal, on('2026-01-01'), on('2199-01-01')), plain)
  assert.throws(() => addWorkingDays(cal, on('2026-03-06'), 1.5), /whole numbers, not 1.5/)
  assert.throws(() => addWorkingDays(cal, on('2026-03-06'), Number.NaN), RangeError)
})
