import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Day } from '#calendar/day.ts'
import { addDays, makeDay } from '#calendar/day.ts'
import { instantAt } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { Counted } from '#engine/clock/count.ts'
import { countWithPauses } from '#engine/clock/count.ts'
import { publicCalendar } from '../public-calendar.ts'
import { workingDayRows } from './working-day-rows.ts'

const calendar = publicCalendar()
const first = makeDay(2024, 1, 1)
const anyDay = fc.integer({ min: 0, max: 1000 }).map((n): Day => addDays(first, n))
const anyLength = fc.integer({ min: 1, max: 60 })

describe('a count of working days shown day by day', () => {
  it('ends on the date that the engine reckoned, which counts as the last', () => {
    fc.assert(
      fc.property(anyDay, anyLength, fc.boolean(), (from, length, backwards) => {
        const to = addWorkingDays(calendar, from, backwards ? -length : length)
        const rows = workingDayRows({ from, to, ends: true, startDay: 0, length, spells: [] }, calendar)
        assert.equal(rows.at(-1)?.day, to)
        assert.equal(rows.at(-1)?.counts, length)
        assert.equal(rows.filter(({ counts }) => counts !== null).length, length)
      }),
    )
  })

  it('does so when the clock stood still on the way', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyLength,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 40 }),
        (from, length, later, still) => {
          const begins = addDays(from, later)
          const spells = [
            {
              from: instantAt(begins, 600),
              until: instantAt(addDays(begins, still), 600),
              standsStill: true,
            },
          ]
          const counting = { calendar, openingHours: null, startDay: 0, roll: 'none' } as const
          const start = { day: from, at: instantAt(from, 540) }
          const counted: Counted = { due: null, stoodStill: 0, rolledFrom: null }
          countWithPauses(counted, start, { n: length, unit: 'working days' }, spells, counting)
          const { due } = counted
          const to = due as Day
          const rows = workingDayRows({ from, to, ends: true, startDay: 0, length, spells }, calendar)
          assert.equal(rows.at(-1)?.day, to)
          assert.equal(rows.at(-1)?.counts, length)
        },
      ),
    )
  })
})
