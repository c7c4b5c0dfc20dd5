import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englandAndWales, type NamedDay } from './bank-holidays.ts'
import { addDays, parseDay, type Day } from './day.ts'
import { daysOffInWords } from './days-off-in-words.ts'
import { daysOff, makeCalendar } from './working-calendar.ts'

const on = (text: string): Day => {
  const day = parseDay(text)
  assert.ok(day !== undefined, text)
  return day
}

const closed = (name: string, ...days: readonly string[]): NamedDay[] =>
  days.map((text) => ({ day: on(text), name }))

const said = (from: string, to: string, closures: readonly NamedDay[] = []): string =>
  daysOffInWords(daysOff(makeCalendar({ holidays: englandAndWales, closures }), on(from), on(to)))

test('nothing is said where every day counts', () => {
  assert.equal(said('2026-03-02', '2026-03-06'), '')
  assert.equal(daysOffInWords([]), '')
})

test('a weekend is named by its Saturday', () => {
  assert.equal(said('2026-03-06', '2026-03-09'), 'the weekend of 7 March does not count')
  assert.equal(said('2026-03-06', '2026-03-17'), 'the weekends of 7 and 14 March do not count')
  assert.equal(said('2026-03-06', '2026-03-24'), 'the weekends of 7, 14 and 21 March do not count')
  assert.equal(said('2026-06-25', '2026-07-06'), 'the weekends of 27 June and 4 July do not count')
  assert.equal(said('2026-06-19', '2026-07-06'), 'the weekends of 20 June, 27 June and 4 July do not count')
})

test('half a weekend is named by its day', () => {
  assert.equal(said('2026-03-07', '2026-03-09'), 'Sunday 8 March does not count')
  assert.equal(said('2026-03-06', '2026-03-07'), 'Saturday 7 March does not count')
  assert.equal(said('2026-03-07', '2026-03-17'), 'Sunday 8 March and the weekend of 14 March do not count')
  assert.equal(
    said('2026-03-07', '2026-03-24'),
    'Sunday 8 March and the weekends of 14 and 21 March do not count',
  )
})

test('bank holidays follow the weekends, by their names', () => {
  assert.equal(
    said('2026-04-01', '2026-04-08'),
    'the weekend of 4 April and Good Friday 3 April and Easter Monday 6 April do not count',
  )
  assert.equal(
    said('2026-08-24', '2026-09-08'),
    'the weekends of 29 August and 5 September, and the summer bank holiday on Mon 31 August do not count',
  )
  assert.equal(said('2025-12-24', '2025-12-25'), 'Christmas Day Thu 25 December does not count')
  assert.equal(
    said('2026-12-24', '2026-12-29'),
    'the weekend of 26 December and Christmas Day Fri 25 December and ' +
      'Boxing Day (substitute day) Mon 28 December do not count',
  )
  assert.equal(
    said('2022-09-16', '2022-09-20'),
    'the weekend of 17 September and the bank holiday for the State Funeral of Queen Elizabeth II ' +
      'on Mon 19 September do not count',
  )
  assert.equal(
    said('2022-06-01', '2022-06-06'),
    'the weekend of 4 June and the spring bank holiday on Thu 2 June and ' +
      'the Platinum Jubilee bank holiday on Fri 3 June do not count',
  )
})

test('the year is said where the days lie in two', () => {
  assert.equal(
    said('2026-12-21', '2027-01-04'),
    'the weekends of 26 December 2026 and 2 January 2027, and Christmas Day Fri 25 December 2026, ' +
      "Boxing Day (substitute day) Mon 28 December 2026 and New Year's Day Fri 1 January 2027 do not count",
  )
})

test('more than four weekends or bank holidays are counted instead of named', () => {
  assert.equal(said('2026-06-05', '2026-07-03'), 'the weekends of 6, 13, 20 and 27 June do not count')
  assert.equal(said('2026-06-05', '2026-07-06'), '5 weekends do not count')
  assert.equal(said('2026-06-06', '2026-07-20'), 'Sunday 7 June and 6 weekends do not count')
  assert.equal(
    said('2026-03-06', '2026-05-06'),
    '9 weekends and Good Friday 3 April, Easter Monday 6 April and ' +
      'the early May bank holiday on Mon 4 May do not count',
  )
  assert.equal(said('2026-01-02', '2026-12-24'), '51 weekends and 5 bank holidays do not count')
})

test('closures are said by their names, and days in a row under one name at once', () => {
  assert.equal(
    said('2026-03-02', '2026-03-05', closed('Training day', '2026-03-04')),
    'Training day Wed 4 March does not count',
  )
  assert.equal(
    said('2026-03-02', '2026-03-06', closed('Office move', '2026-03-03', '2026-03-04', '2026-03-05')),
    'Office move from 3 to 5 March does not count',
  )
  assert.equal(
    said('2026-12-24', '2026-12-31', closed('Christmas closure', '2026-12-29', '2026-12-30')),
    'the weekend of 26 December and Christmas Day Fri 25 December, Boxing Day (substitute day) Mon 28 December and ' +
      'Christmas closure from 29 to 30 December do not count',
  )
  assert.equal(
    said('2026-03-02', '2026-03-11', closed('Office move', '2026-03-05', '2026-03-06', '2026-03-09')),
    'the weekend of 7 March and Office move from 5 to 9 March do not count',
  )
  assert.equal(
    said('2026-03-02', '2026-03-11', closed('Training day', '2026-03-04', '2026-03-09')),
    'the weekend of 7 March and Training day Wed 4 March and Training day Mon 9 March do not count',
  )
  assert.equal(
    said(
      '2026-03-02',
      '2026-03-13',
      closed(
        'Training day',
        '2026-03-02',
        '2026-03-04',
        '2026-03-06',
        '2026-03-10',
        '2026-03-12',
        '2026-03-13',
      ),
    ),
    'the weekend of 7 March and Training day Wed 4 March, Training day Fri 6 March, Training day Tue 10 March and ' +
      'Training day from 12 to 13 March do not count',
  )
  assert.equal(
    said(
      '2026-03-01',
      '2026-03-13',
      closed(
        'Training day',
        '2026-03-02',
        '2026-03-04',
        '2026-03-06',
        '2026-03-10',
        '2026-03-12',
        '2026-03-13',
      ),
    ),
    'the weekend of 7 March and 6 closure days do not count',
  )
  assert.equal(
    said('2026-03-02', '2026-03-05', [
      ...closed('Training day', '2026-03-04'),
      ...closed('Office move', '2026-03-05'),
    ]),
    'Training day Wed 4 March and Office move Thu 5 March do not count',
  )
})

test('a closure of more than a year says both dates in full', () => {
  const [first, last] = [on('2026-03-03'), on('2027-03-05')]
  const days = Array.from({ length: last - first + 1 }, (_, index) => addDays(first, index))
  const closures = days.map((day) => ({ day, name: 'Closed for repairs' }))
  assert.equal(
    said('2026-03-02', '2027-03-05', closures),
    '52 weekends and 8 bank holidays and Closed for repairs from 3 March 2026 to 5 March 2027 do not count',
  )
})
