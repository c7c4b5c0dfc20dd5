import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { clockInWords, timeInWords } from './time-in-words.ts'

test('times are written as people write them', () => {
  assert.equal(clockInWords(0), 'midnight')
  assert.equal(clockInWords(5), '12:05am')
  assert.equal(clockInWords(540), '9am')
  assert.equal(clockInWords(720), 'midday')
  assert.equal(clockInWords(725), '12:05pm')
  assert.equal(clockInWords(845), '2:05pm')
  assert.equal(timeInWords(parseInstant('2026-03-06T14:05Z') as Instant), 'Friday 6 March 2026 at 2:05pm')
  assert.equal(timeInWords(parseInstant('2026-07-01T23:30Z') as Instant), 'Thursday 2 July 2026 at 12:30am')
})
