import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  partsOf,
  weekdayOf,
  type Day,
} from './day.ts'
import { dayOf, formatInstant, instantAt, minutesOf, parseInstant, type Instant } from './instant.ts'

const innerDay = fc.integer({ min: FIRST_DAY + 40_000, max: LAST_DAY - 40_000 }).map((count) => count as Day)
const anyInstant = fc
  .integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2199, 11, 30) })
  .map((count) => count as Instant)

test('every day from 1900 to 2199 is written as the machine writes it in UTC, and read back', () => {
  for (let day = FIRST_DAY; day <= LAST_DAY; day = (day + 1) as Day) {
    const text = formatDay(day)
    if (text !== new Date(day * 86_400_000).toISOString().slice(0, 10))
      assert.fail(`${day} is written ${text}`)
    if (parseDay(text) !== day) assert.fail(`${text} is read as ${parseDay(text)}`)
    if (weekdayOf(day) % 7 !== new Date(day * 86_400_000).getUTCDay()) assert.fail(`weekday of ${text}`)
  }
})

test('text that is not a day is never read as one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const day = parseDay(text)
      assert.ok(day === undefined || formatDay(day) === text)
    }),
  )
})

test('months keep the day of the month or end with the month', () => {
  fc.assert(
    fc.property(innerDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
      const [from, to] = [partsOf(day), partsOf(addMonths(day, n))]
      assert.equal(to.year * 12 + to.month, from.year * 12 + from.month + n)
      const clamped =
        to.dayOfMonth < from.dayOfMonth && partsOf(addDays(addMonths(day, n), 1)).dayOfMonth === 1
      assert.ok(to.dayOfMonth === from.dayOfMonth || clamped)
    }),
  )
})

test('months and years keep the order of days', () => {
  fc.assert(
    fc.property(innerDay, fc.nat(400), fc.integer({ min: -100, max: 100 }), (day, later, n) => {
      assert.ok(addMonths(addDays(day, later), n) >= addMonths(day, n))
      assert.ok(addYears(addDays(day, later), n) >= addYears(day, n))
    }),
  )
})

test('age goes up by one in a year and never goes down', () => {
  fc.assert(
    fc.property(innerDay, fc.nat(30_000), (born, later) => {
      const day = addDays(born, later)
      assert.ok(ageOn(born, addDays(day, 1)) >= ageOn(born, day))
      assert.equal(ageOn(born, addDays(addYears(day, 1), 1)) - ageOn(born, addDays(day, 1)), 1)
    }),
  )
})

test('a moment that is written is read back as the same moment', () => {
  fc.assert(fc.property(anyInstant, (instant) => parseInstant(formatInstant(instant)) === instant))
})

test('day and minutes lead back to the moment, but for the second of the hours that occur twice', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const toTheMinute = Math.floor(instant / 60_000) * 60_000
      const back = instantAt(dayOf(instant), minutesOf(instant))
      assert.ok(back === toTheMinute || (back === toTheMinute - 3_600_000 && minutesOf(instant) < 120))
    }),
  )
})

test('days in London never run backwards', () => {
  fc.assert(
    fc.property(anyInstant, fc.nat(86_400_000), (instant, later) => {
      assert.ok(dayOf((instant + later) as Instant) >= dayOf(instant))
    }),
  )
})
