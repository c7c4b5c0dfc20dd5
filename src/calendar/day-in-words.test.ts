import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDay } from './day.ts'
import { dayInWords, longDayInWords, shortDayInWords } from './day-in-words.ts'

test('a day is said with its weekday, without leading zeros', () => {
  const day = makeDay(2026, 3, 6)
  assert.equal(dayInWords(day), 'Fri 6 March 2026')
  assert.equal(shortDayInWords(day), '6 March')
  assert.equal(longDayInWords(day), 'Friday 6 March 2026')
})

test('every weekday and month has its name', () => {
  const said = Array.from(
    { length: 7 },
    (_, index) => longDayInWords(makeDay(2026, 6, 1 + index)).split(' ')[0],
  )
  assert.deepEqual(said, ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
  const months = Array.from({ length: 12 }, (_, index) => shortDayInWords(makeDay(2026, index + 1, 28)))
  assert.equal(
    months.join(', '),
    '28 January, 28 February, 28 March, 28 April, 28 May, 28 June, 28 July, 28 August, ' +
      '28 September, 28 October, 28 November, 28 December',
  )
  assert.equal(dayInWords(makeDay(2026, 12, 31)), 'Thu 31 December 2026')
  assert.equal(dayInWords(makeDay(1969, 12, 30)), 'Tue 30 December 1969')
})
