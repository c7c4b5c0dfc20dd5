import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDay, makeDay } from './day.ts'
import {
  addHours,
  dayOf,
  formatInstant,
  formatLocal,
  instantAt,
  instantInWords,
  minutesOf,
  parseInstant,
  type Instant,
} from './instant.ts'

const at = (text: string): Instant => {
  const instant = parseInstant(text)
  assert.ok(instant !== undefined, text)
  return instant
}

test('a time without an offset is London time, in winter and in summer', () => {
  for (const [text, utc] of [
    ['2026-03-02T10:00', '2026-03-02T10:00:00.000Z'],
    ['2026-07-02T10:00', '2026-07-02T09:00:00.000Z'],
    ['2026-07-02T10:00:30', '2026-07-02T09:00:30.000Z'],
    ['2026-07-02T10:00:30.5', '2026-07-02T09:00:30.500Z'],
    ['2026-07-02T00:30', '2026-07-01T23:30:00.000Z'],
    ['2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['2026-07-02', '2026-07-01T23:00:00.000Z'],
  ] as const) {
    assert.equal(new Date(at(text)).toISOString(), utc, text)
  }
})

test('a time with an offset is that moment', () => {
  for (const [text, utc] of [
    ['2026-07-02T10:00Z', '2026-07-02T10:00:00.000Z'],
    ['2026-07-02T10:00+01:00', '2026-07-02T09:00:00.000Z'],
    ['2026-07-02T10:00:15.123456789+01:00', '2026-07-02T09:00:15.123Z'],
    ['2026-07-02T10:00-05:30', '2026-07-02T15:30:00.000Z'],
    ['2026-01-01T00:30+01:00', '2025-12-31T23:30:00.000Z'],
  ] as const) {
    assert.equal(new Date(at(text)).toISOString(), utc, text)
  }
})

test('the hour left out in spring is moved forward; the hour that occurs twice in autumn is the first', () => {
  for (const [text, read] of [
    ['2026-03-29T00:59', '2026-03-29T00:59+00:00'],
    ['2026-03-29T01:00', '2026-03-29T02:00+01:00'],
    ['2026-03-29T01:30', '2026-03-29T02:30+01:00'],
    ['2026-03-29T02:00', '2026-03-29T02:00+01:00'],
    ['2026-10-25T00:59', '2026-10-25T00:59+01:00'],
    ['2026-10-25T01:00', '2026-10-25T01:00+01:00'],
    ['2026-10-25T01:59', '2026-10-25T01:59+01:00'],
    ['2026-10-25T01:30+00:00', '2026-10-25T01:30+00:00'],
    ['2026-10-25T02:00', '2026-10-25T02:00+00:00'],
  ] as const) {
    assert.equal(formatInstant(at(text)), read, text)
  }
})

test('what is not a time is not read', () => {
  for (const text of [
    '',
    'today',
    '2026-03-02T',
    '2026-03-02T10',
    '2026-03-02T1000',
    '2026-03-02 10:00',
    '2026-03-02T24:00',
    '2026-03-02T10:60',
    '2026-03-02T10.30',
    '2026-03-02T10:00:60',
    '2026-03-02T-1:00',
    '2026-03-02T10:00:',
    '2026-03-02T10:00.5',
    '2026-03-02T10:00:00.',
    '2026-03-02T10:00z',
    '2026-03-02T10:00+0100',
    '2026-03-02T10:00+15:00',
    '2026-03-02T10:00+01:60',
    '2026-03-02T10:00 ',
    '2026-02-30T10:00',
    '2026-02-30',
    '2026-03-02Z',
  ]) {
    assert.equal(parseInstant(text), undefined, text)
  }
})

test('a moment is written with its offset in London, seconds only where there are any', () => {
  assert.equal(formatInstant(at('2026-03-10T09:00')), '2026-03-10T09:00+00:00')
  assert.equal(formatInstant(at('2026-06-10T09:00')), '2026-06-10T09:00+01:00')
  assert.equal(formatInstant(at('2026-06-10T09:00:05')), '2026-06-10T09:00:05+01:00')
  assert.equal(formatInstant(at('2026-06-10T09:00:05.07')), '2026-06-10T09:00:05.070+01:00')
  assert.equal(formatLocal(at('2026-06-10T09:00Z')), '2026-06-10T10:00')
  assert.equal(formatLocal(at('1969-12-31T23:59:59')), '1969-12-31T23:59:59')
})

test('the day and the minutes are those of London, not of UTC', () => {
  const late = at('2026-07-01T23:30Z')
  assert.equal(formatDay(dayOf(late)), '2026-07-02')
  assert.equal(minutesOf(late), 30)
  const winter = at('2026-12-31T23:59:59.999Z')
  assert.equal(formatDay(dayOf(winter)), '2026-12-31')
  assert.equal(minutesOf(winter), 1439)
})

test('a time of day on a day is a moment', () => {
  const day = makeDay(2026, 7, 2)
  assert.equal(formatInstant(instantAt(day, 0)), '2026-07-02T00:00+01:00')
  assert.equal(formatInstant(instantAt(day, 990)), '2026-07-02T16:30+01:00')
  assert.equal(formatInstant(instantAt(day, 1440)), '2026-07-03T00:00+01:00')
  assert.equal(formatInstant(instantAt(makeDay(2026, 10, 25), 1440)), '2026-10-26T00:00+00:00')
  for (const minutes of [-1, 1441, 9.5, Number.NaN])
    assert.throws(() => instantAt(day, minutes), /from 0 to 1440/)
})

test('hours run on through a change of the clocks', () => {
  for (const [from, n, to] of [
    ['2026-03-02T10:00', 24, '2026-03-03T10:00+00:00'],
    ['2026-03-28T10:00', 24, '2026-03-29T11:00+01:00'],
    ['2026-10-24T10:00', 24, '2026-10-25T09:00+00:00'],
    ['2026-10-25T01:30', 1, '2026-10-25T01:30+00:00'],
    ['2026-03-29T00:30', 1, '2026-03-29T02:30+01:00'],
    ['2026-03-02T10:00', -48, '2026-02-28T10:00+00:00'],
    ['2026-03-02T10:00', 0.5, '2026-03-02T10:30+00:00'],
  ] as const) {
    assert.equal(formatInstant(addHours(at(from), n)), to)
  }
  assert.ok(Number.isInteger(addHours(at('2026-03-02T10:00'), 1 / 7)))
  assert.throws(() => addHours(at('2026-03-02T10:00'), Number.NaN), RangeError)
  assert.throws(() => addHours(at('2199-12-31T23:00'), 24), /Times run from/)
})

test('a moment is said with its day and the time on the clock', () => {
  for (const [text, said] of [
    ['2026-03-06T15:00', 'Fri 6 March 2026 at 3:00pm'],
    ['2026-07-06T09:05', 'Mon 6 July 2026 at 9:05am'],
    ['2026-07-06T12:30', 'Mon 6 July 2026 at 12:30pm'],
    ['2026-07-06T00:30', 'Mon 6 July 2026 at 12:30am'],
    ['2026-07-06T12:00', 'Mon 6 July 2026 at 12:00pm (midday)'],
    ['2026-07-06T00:00', 'Mon 6 July 2026 at 12:00am (start of the day)'],
    ['2026-07-06T23:59', 'Mon 6 July 2026 at 11:59pm'],
  ] as const) {
    assert.equal(instantInWords(at(text)), said)
  }
})

test('the first and the last moment are read, and what an offset carries beyond them is no moment', () => {
  assert.equal(parseInstant('1900-01-01'), Date.UTC(1900, 0, 1))
  assert.equal(parseInstant('1900-01-01T00:30'), Date.UTC(1900, 0, 1, 0, 30))
  assert.equal(parseInstant('1900-01-01T00:00+01:00'), undefined)
  assert.equal(parseInstant('2199-12-31T23:59'), Date.UTC(2199, 11, 31, 23, 59))
  assert.equal(parseInstant('2199-12-31T23:59-01:00'), undefined)
})
