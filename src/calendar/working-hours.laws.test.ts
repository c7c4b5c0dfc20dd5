import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { englandAndWales } from './bank-holidays.ts'
import { dayOf, minutesOf, type Instant } from './instant.ts'
import { isWorkingDay, makeCalendar } from './working-calendar.ts'
import { addWorkingMinutes, workingMinutesBetween, type OpeningHours } from './working-hours.ts'

const cal = makeCalendar({ holidays: englandAndWales })
const hours: OpeningHours = {
  1: [
    [540, 720],
    [780, 1020],
  ],
  2: [[540, 1020]],
  4: [[600, 1440]],
  5: [[0, 960]],
}
const instant = fc
  .integer({ min: Date.UTC(2019, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  .map((seconds) => (seconds * 1000) as Instant)
const minutes = fc.integer({ min: 1, max: 20_000 })

test('adding working minutes and then measuring gives them back', () => {
  fc.assert(
    fc.property(instant, minutes, (from, n) => {
      assert.equal(workingMinutesBetween(cal, hours, from, addWorkingMinutes(cal, hours, from, n)), n)
    }),
  )
})

test('working minutes end on a working day at a time when the office is open', () => {
  fc.assert(
    fc.property(instant, minutes, (from, n) => {
      const end = addWorkingMinutes(cal, hours, from, n)
      const lastMoment = (end - 1) as Instant
      assert.ok(isWorkingDay(cal, dayOf(lastMoment)))
      assert.equal(workingMinutesBetween(cal, hours, lastMoment, end) * 60_000, 1)
      assert.ok(minutesOf(lastMoment) >= 0)
    }),
  )
})

test('a later start or more minutes never end earlier', () => {
  fc.assert(
    fc.property(instant, fc.nat(10_000_000), minutes, fc.nat(600), (from, later, n, more) => {
      const end = addWorkingMinutes(cal, hours, from, n)
      assert.ok(addWorkingMinutes(cal, hours, (from + later) as Instant, n) >= end)
      assert.ok(addWorkingMinutes(cal, hours, from, n + more) >= end)
    }),
  )
})
