import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandAndWales } from '#calendar/bank-holidays.ts'
import { formatDay, makeDay } from '#calendar/day.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import { moment } from '../fixtures/small-authority.ts'
import { digestDay } from './digest-day.ts'

const eight = 8 * 60
const usual = makeCalendar({ holidays: englandAndWales })
const closed = makeCalendar({
  holidays: englandAndWales,
  closures: [{ day: makeDay(2026, 12, 29), name: 'Closed between the years' }],
})

const days: readonly (readonly [what: string, now: string, day: string])[] = [
  ['from its time on, of the day itself', '2026-03-04T08:00', '2026-03-04'],
  ['before its time, of the day before', '2026-03-04T07:59:59', '2026-03-03'],
  ['at the end of the day, of the day itself', '2026-03-04T23:59', '2026-03-04'],
  ['on Monday before its time, of Friday', '2026-03-09T07:30', '2026-03-06'],
  ['on Saturday and Sunday, of Friday', '2026-03-08T12:00', '2026-03-06'],
  ['on Thursday before Easter, of that day', '2026-04-02T08:00', '2026-04-02'],
  ['on Good Friday, of Thursday', '2026-04-03T09:00', '2026-04-02'],
  ['on Easter Monday, of Thursday', '2026-04-06T18:00', '2026-04-02'],
  ['on Tuesday after Easter before its time, of Thursday', '2026-04-07T07:59', '2026-04-02'],
  ['on Tuesday after Easter from its time on, of that day', '2026-04-07T08:00', '2026-04-07'],
  ['on Christmas Day 2026, a Friday, of Christmas Eve', '2026-12-25T10:00', '2026-12-24'],
  ['on Monday 28 December 2026, kept for Boxing Day, of Christmas Eve', '2026-12-28T10:00', '2026-12-24'],
  ['on Tuesday 29 December 2026, of that day', '2026-12-29T10:00', '2026-12-29'],
  ['on New Year’s Day 2027, of New Year’s Eve', '2027-01-01T12:00', '2026-12-31'],
  ['in winter by winter time', '2026-03-27T08:00Z', '2026-03-27'],
  ['in summer by summer time', '2026-03-30T07:00Z', '2026-03-30'],
  ['in summer not an hour early', '2026-03-30T06:59Z', '2026-03-27'],
]

describe('the latest digest', () => {
  for (const [what, now, day] of days)
    it(`is, ${what}`, () => assert.equal(formatDay(digestDay(moment(now), eight, usual)), day))

  it('is not of a day on which the authority is closed', () => {
    assert.equal(formatDay(digestDay(moment('2026-12-29T10:00'), eight, closed)), '2026-12-24')
    assert.equal(formatDay(digestDay(moment('2026-12-30T08:00'), eight, closed)), '2026-12-30')
  })

  it('can be at any time of day', () => {
    assert.equal(formatDay(digestDay(moment('2026-03-04T00:00'), 0, usual)), '2026-03-04')
    assert.equal(formatDay(digestDay(moment('2026-03-04T16:44'), 16 * 60 + 45, usual)), '2026-03-03')
  })
})
