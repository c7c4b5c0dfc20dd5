import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseTimes, parseWeekdays } from './week.ts'

it('days of the week are read singly, listed and from one to another', () => {
  assert.deepEqual(parseWeekdays('Mon to Fri'), [1, 2, 3, 4, 5])
  assert.deepEqual(parseWeekdays('Tue, Wed, Thu'), [2, 3, 4])
  assert.deepEqual(parseWeekdays('Wednesday'), [3])
  for (const text of ['', 'weekdays', 'Fri to Mon', 'Mon to', 'Mon, Someday'])
    assert.equal(parseWeekdays(text), undefined, text)
})

it('times are minutes of the day, the end after the start', () => {
  assert.deepEqual(parseTimes('9:00 to 17:30'), { from: 540, to: 1050 })
  assert.deepEqual(parseTimes('00:00 to 24:00'), { from: 0, to: 1440 })
  for (const text of [
    '9 to 17',
    '17:00 to 9:00',
    '9:00',
    '9:00 to 9:60',
    '9:00 to 24:01',
    '9:00 to 10:00 to 11:00',
  ])
    assert.equal(parseTimes(text), undefined, text)
})
