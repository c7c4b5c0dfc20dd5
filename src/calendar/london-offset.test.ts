import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatLocal, type Instant } from './instant.ts'
import { londonOffset } from './london-offset.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

function sameEveryHour(from: number, to: number): void {
  for (let utc = from; utc < to; utc += HOUR) {
    const expected = london.format(utc).replace(' ', 'T')
    if (formatLocal(utc as Instant) !== expected) assert.equal(formatLocal(utc as Instant), expected)
  }
}

test('every hour around both changes of the clocks, 1996 to 2060, is as in the time zone database', () => {
  for (let year = 1996; year <= 2060; year += 1) {
    sameEveryHour(Date.UTC(year, 2, 24), Date.UTC(year, 3, 2))
    sameEveryHour(Date.UTC(year, 9, 24), Date.UTC(year, 10, 2))
  }
})

test('every hour of whole years is as in the time zone database', () => {
  for (const year of [1996, 2026]) sameEveryHour(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))
})

test('the clocks change at 01:00 UTC to the millisecond', () => {
  const forward = Date.UTC(2026, 2, 29, 1)
  const back = Date.UTC(2026, 9, 25, 1)
  assert.deepEqual([forward - 1, forward, back - 1, back].map(londonOffset), [0, HOUR, HOUR, 0])
})

test('moments outside 1900 to 2199 are refused in words', () => {
  assert.equal(londonOffset(Date.UTC(2199, 11, 31, 23)), 0)
  assert.throws(() => londonOffset(Date.UTC(2199, 11, 31) + DAY), /Times run from 1 January 1900/)
  assert.throws(() => londonOffset(Date.UTC(1900, 0, 1) - 1), RangeError)
})
