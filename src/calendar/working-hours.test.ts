import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englandAndWales } from './bank-holidays.ts'
import { formatLocal, parseInstant, type Instant } from './instant.ts'
import { makeCalendar } from './working-calendar.ts'
import { addWorkingMinutes, workingMinutesBetween, type OpeningHours } from './working-hours.ts'

const cal = makeCalendar({ holidays: englandAndWales })

const office: OpeningHours = {
  1: [[540, 1020]],
  2: [[540, 1020]],
  3: [[540, 1020]],
  4: [[540, 1020]],
  5: [[540, 960]],
}

const withLunch: OpeningHours = {
  1: [
    [540, 720],
    [780, 1020],
  ],
  3: [[540, 1020]],
}

const at = (text: string): Instant => {
  const instant = parseInstant(text)
  assert.ok(instant !== undefined, text)
  return instant
}

test('working minutes run only in opening hours on working days', () => {
  for (const [from, minutes, to] of [
    ['2026-03-02T10:00', 60, '2026-03-02T11:00'],
    ['2026-03-02T16:30', 60, '2026-03-03T09:30'],
    ['2026-03-02T07:00', 60, '2026-03-02T10:00'],
    ['2026-03-02T18:00', 60, '2026-03-03T10:00'],
    ['2026-03-06T15:30', 60, '2026-03-09T09:30'],
    ['2026-03-07T12:00', 30, '2026-03-09T09:30'],
    ['2026-04-02T16:00', 120, '2026-04-07T10:00'],
    ['2026-04-02T16:30', 24 * 60, '2026-04-09T16:30'],
    ['2026-12-24T16:00', 480, '2026-12-29T16:00'],
    ['2026-03-27T15:30', 60, '2026-03-30T09:30'],
    ['2026-10-23T15:30', 60, '2026-10-26T09:30'],
    ['2026-03-02T10:00:30', 1, '2026-03-02T10:01:30'],
  ] as const) {
    assert.equal(
      formatLocal(addWorkingMinutes(cal, office, at(from), minutes)),
      to,
      `${minutes} from ${from}`,
    )
    assert.equal(workingMinutesBetween(cal, office, at(from), at(to)), minutes, `${from} to ${to}`)
    assert.equal(workingMinutesBetween(cal, office, at(to), at(from)), -minutes, `${to} to ${from}`)
  }
})

test('a last minute that ends at closing time ends there, not at the next opening', () => {
  assert.equal(formatLocal(addWorkingMinutes(cal, office, at('2026-03-02T16:00'), 60)), '2026-03-02T17:00')
  assert.equal(formatLocal(addWorkingMinutes(cal, office, at('2026-03-06T15:59'), 1)), '2026-03-06T16:00')
  assert.equal(formatLocal(addWorkingMinutes(cal, office, at('2026-03-02T17:00'), 1)), '2026-03-03T09:01')
})

test('no minutes give the moment itself, even outside opening hours', () => {
  assert.equal(formatLocal(addWorkingMinutes(cal, office, at('2026-03-07T12:00'), 0)), '2026-03-07T12:00')
})

test('a day may close for lunch and a weekday may be closed', () => {
  for (const [from, minutes, to] of [
    ['2026-03-02T11:30', 30, '2026-03-02T12:00'],
    ['2026-03-02T11:30', 60, '2026-03-02T13:30'],
    ['2026-03-02T12:15', 15, '2026-03-02T13:15'],
    ['2026-03-02T16:30', 60, '2026-03-04T09:30'],
    ['2026-03-04T16:30', 60, '2026-03-09T09:30'],
  ] as const) {
    assert.equal(
      formatLocal(addWorkingMinutes(cal, withLunch, at(from), minutes)),
      to,
      `${minutes} from ${from}`,
    )
    assert.equal(workingMinutesBetween(cal, withLunch, at(from), at(to)), minutes, `${from} to ${to}`)
  }
})

test('opening hours that make no sense are refused in words', () => {
  const from = at('2026-03-02T10:00')
  assert.throws(
    () => addWorkingMinutes(cal, {}, from, 1),
    /No weekday from Monday to Friday has opening hours/,
  )
  assert.throws(() => addWorkingMinutes(cal, { 6: [[540, 720]] }, from, 1), /No weekday/)
  assert.throws(
    () => addWorkingMinutes(cal, { 1: [[720, 540]] }, from, 1),
    /weekday 1 are not in order: 720 to 540/,
  )
  assert.throws(
    () =>
      workingMinutesBetween(
        cal,
        {
          2: [
            [540, 720],
            [700, 1020],
          ],
        },
        from,
        from,
      ),
    /weekday 2 are not in order/,
  )
  assert.throws(() => addWorkingMinutes(cal, { 1: [[540, 1500]] }, from, 900), /from 0 to 1440/)
  assert.throws(() => addWorkingMinutes(cal, office, from, -1), /counted forwards from 0, not -1/)
  assert.throws(() => addWorkingMinutes(cal, office, from, Number.NaN), RangeError)
})
