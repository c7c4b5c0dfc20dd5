import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englandAndWales } from './bank-holidays.ts'
import { formatDay } from './day.ts'
import { formatInstant, formatLocal, parseInstant, type Instant } from './instant.ts'
import { nextSlot, type Slot } from './slots.ts'
import { makeCalendar } from './working-calendar.ts'

const cal = makeCalendar({ holidays: englandAndWales })
const dutyMornings: Slot = { weekdays: [2, 3, 4], from: 570, to: 720 }
const mondayPanel: Slot = { weekdays: [1], from: 840, to: 960 }

const at = (text: string): Instant => {
  const instant = parseInstant(text)
  assert.ok(instant !== undefined, text)
  return instant
}

const opensAt = (slot: Slot, from: string, nth?: number): string =>
  formatLocal(nextSlot(cal, slot, at(from), nth).opens)

test('the next slot is the first that is not over yet', () => {
  assert.equal(opensAt(dutyMornings, '2026-03-02T10:00'), '2026-03-03T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-03T08:00'), '2026-03-03T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-03T11:59'), '2026-03-03T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-03T12:00'), '2026-03-04T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-05T12:00'), '2026-03-10T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-07T12:00'), '2026-03-10T09:30')
})

test('a slot on a bank holiday is left out', () => {
  assert.equal(opensAt(mondayPanel, '2026-04-01T10:00'), '2026-04-13T14:00')
  assert.equal(opensAt(mondayPanel, '2026-08-25T10:00'), '2026-09-07T14:00')
  assert.equal(opensAt(mondayPanel, '2026-12-22T10:00'), '2027-01-04T14:00')
})

test('later slots can be asked for by number', () => {
  assert.equal(opensAt(dutyMornings, '2026-03-02T10:00', 1), '2026-03-03T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-02T10:00', 3), '2026-03-05T09:30')
  assert.equal(opensAt(dutyMornings, '2026-03-02T10:00', 4), '2026-03-10T09:30')
  assert.equal(opensAt(mondayPanel, '2026-03-23T17:00', 2), '2026-04-13T14:00')
})

test('a slot gives its day and both ends, in summer time too', () => {
  const { day, opens, closes } = nextSlot(cal, dutyMornings, at('2026-07-06T10:00'))
  assert.equal(formatDay(day), '2026-07-07')
  assert.equal(formatInstant(opens), '2026-07-07T09:30+01:00')
  assert.equal(formatInstant(closes), '2026-07-07T12:00+01:00')
})

test('a slot that never comes is refused in words', () => {
  const from = at('2026-03-02T10:00')
  assert.throws(() => nextSlot(cal, { weekdays: [], from: 540, to: 600 }, from), /it never comes/)
  assert.throws(() => nextSlot(cal, { weekdays: [6, 7], from: 540, to: 600 }, from), /it never comes/)
  assert.throws(
    () => nextSlot(cal, { weekdays: [1], from: 600, to: 600 }, from),
    /ends \(600\) before it begins/,
  )
  assert.throws(() => nextSlot(cal, mondayPanel, from, 0), /there is no number 0/)
  assert.throws(() => nextSlot(cal, mondayPanel, from, 1.5), RangeError)
  assert.throws(() => nextSlot(cal, mondayPanel, at('2150-12-30T10:00')), /working calendar runs from/)
})
