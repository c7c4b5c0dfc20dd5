import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { parseInstant } from '#calendar/instant.ts'
import { englandAndWales } from '#calendar/bank-holidays.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import { timeLeftInWords } from './standing-in-words.ts'
import { timeLeft } from './time-left.ts'

const calendar = makeCalendar({ holidays: englandAndWales })
const at = (text: string): Instant => parseInstant(text) as Instant

const days = (due: string, asOf: string): string =>
  timeLeftInWords(timeLeft(parseDay(due) as Day, 'days', at(asOf), calendar))

const hours = (due: string, asOf: string): string =>
  timeLeftInWords(timeLeft(at(due), 'hours', at(asOf), calendar))

describe('how long is left, in words', () => {
  const said: readonly (readonly [due: string, asOf: string, words: string])[] = [
    ['2026-03-17', '2026-03-10T09:00', 'in 5 working days'],
    ['2026-03-17', '2026-03-16T09:00', 'in 1 working day'],
    ['2026-03-17', '2026-03-17T23:59', 'today'],
    ['2026-03-17', '2026-03-19T09:00', '2 working days late'],
    // Good Friday to Easter Monday: nothing worked in between.
    ['2026-04-02', '2026-04-06T09:00', '4 days late'],
    ['2026-04-08', '2026-04-02T09:00', 'in 2 working days'],
    ['2026-03-14', '2026-03-13T09:00', 'in 1 day'],
    ['2026-06-10', '2026-05-08T09:00', 'in 4 weeks'],
    ['2026-02-19', '2026-04-10T09:00', '7 weeks late'],
  ]
  for (const [due, asOf, words] of said)
    it(`${due} at ${asOf}: ${words}`, () => assert.equal(days(due, asOf), words))

  it('counts hours and minutes to an instant', () => {
    assert.equal(hours('2026-03-10T15:00', '2026-03-10T09:00'), 'in 6 hours')
    assert.equal(hours('2026-03-10T15:00', '2026-03-10T14:40'), 'in 20 minutes')
    assert.equal(hours('2026-03-10T15:00', '2026-03-10T18:30'), '3 hours late')
    assert.equal(hours('2026-03-10T15:00', '2026-03-14T18:30'), '4 days late')
    assert.equal(hours('2026-03-10T15:00', '2026-03-10T15:00'), 'now')
  })
})
