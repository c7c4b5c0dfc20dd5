import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { englandAndWales, type NamedDay } from './bank-holidays.ts'
import { addDays, daysBetween, makeDay, type Day } from './day.ts'
import {
  addWorkingDays,
  daysOff,
  isWorkingDay,
  makeCalendar,
  onOrAfter,
  onOrBefore,
  workingDaysBetween,
} from './working-calendar.ts'

const cal = makeCalendar({ holidays: englandAndWales })
const from1991 = makeDay(1991, 1, 1)
const anyDay = fc.integer({ min: from1991, max: makeDay(2149, 1, 1) }).map((count) => count as Day)
const publishedDay = fc
  .integer({ min: makeDay(2015, 1, 1), max: englandAndWales.knownTo })
  .map((count) => count as Day)
const forwards = fc.integer({ min: 1, max: 200 })
const count = fc.integer({ min: -200, max: 200 })

test('a count lands on a working day', () => {
  fc.assert(fc.property(anyDay, count, (day, n) => n === 0 || isWorkingDay(cal, addWorkingDays(cal, day, n))))
})

test('counting forwards and then measuring gives the count back', () => {
  fc.assert(
    fc.property(anyDay, forwards, (day, n) => {
      assert.equal(workingDaysBetween(cal, day, addWorkingDays(cal, day, n)), n)
    }),
  )
})

test('from a working day, counting there and back comes home', () => {
  fc.assert(
    fc.property(anyDay, count, (day, n) => {
      const start = onOrAfter(cal, day)
      assert.equal(addWorkingDays(cal, addWorkingDays(cal, start, n), -n), start)
      assert.equal(workingDaysBetween(cal, start, addWorkingDays(cal, start, n)), n)
    }),
  )
})

test('one more working day is the next working day', () => {
  fc.assert(
    fc.property(anyDay, forwards, (day, n) => {
      const nth = addWorkingDays(cal, day, n)
      const next = addWorkingDays(cal, day, n + 1)
      assert.equal(next, addWorkingDays(cal, nth, 1))
      assert.equal(next, onOrAfter(cal, addDays(nth, 1)))
      assert.ok(next > nth)
    }),
  )
})

test('a later start or a longer count is never due earlier', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(40), count, fc.nat(20), (day, later, n, more) => {
      if (n !== 0) assert.ok(addWorkingDays(cal, addDays(day, later), n) >= addWorkingDays(cal, day, n))
      if (n > 0) assert.ok(addWorkingDays(cal, day, n + more) >= addWorkingDays(cal, day, n))
    }),
  )
})

test('every day is either worked or off', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), (from, span) => {
      const to = addDays(from, span)
      assert.equal(workingDaysBetween(cal, from, to) + daysOff(cal, from, to).length, daysBetween(from, to))
      assert.ok(daysOff(cal, from, to).every(({ day }) => day > from && day <= to && !isWorkingDay(cal, day)))
      assert.ok(daysOff(cal, to, from).every(({ day }) => day >= from && day < to && !isWorkingDay(cal, day)))
    }),
  )
})

test('the nearest working days enclose the day, with nothing worked between', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [before, after] = [onOrBefore(cal, day), onOrAfter(cal, day)]
      assert.ok(before <= day && day <= after)
      assert.equal(isWorkingDay(cal, day), before === after)
      assert.equal(workingDaysBetween(cal, before, after), before === after ? 0 : 1)
    }),
  )
})

const named = (days: readonly Day[]): NamedDay[] => days.map((day) => ({ day, name: 'Extra' }))
const slow = { numRuns: 25 }

test('another bank holiday never brings a date nearer', () => {
  fc.assert(
    fc.property(
      publishedDay,
      fc.integer({ min: 1, max: 60 }),
      fc.array(publishedDay, { maxLength: 200 }),
      (day, n, extra) => {
        const holidays = { ...englandAndWales, days: [...englandAndWales.days, ...named(extra)] }
        const more = makeCalendar({ holidays })
        assert.ok(addWorkingDays(more, day, n) >= addWorkingDays(cal, day, n))
        assert.ok(addWorkingDays(more, day, -n) <= addWorkingDays(cal, day, -n))
      },
    ),
    slow,
  )
})

test('a closure never brings a date nearer, and moves it where it stands in the way', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.nat(90), (day, n, ahead) => {
      const closure = addDays(day, ahead)
      const more = makeCalendar({ holidays: englandAndWales, closures: named([closure]) })
      const due = addWorkingDays(cal, day, n)
      const inTheWay = closure > day && closure <= due && isWorkingDay(cal, closure)
      assert.equal(addWorkingDays(more, day, n), inTheWay ? addWorkingDays(cal, due, 1) : due)
    }),
    slow,
  )
})
