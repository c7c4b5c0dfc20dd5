import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told } from '../fixtures/told-case.ts'
import { assessed, clock, eventsFrom, moment, procedureOf, rows } from '../fixtures/told-case.ts'
import { calendar } from '../fixtures/told-case.ts'
import { derive } from '../derive.ts'
import { standingOf } from './standing.ts'

const contact = ['contact.made', '2026-03-02T10:00'] as const

/** How one obligation stands at each of some moments. */
const standings = (lines: string, events: readonly Told[], ...moments: readonly string[]) => {
  const procedure = procedureOf(clock(lines))
  const [obligation] = derive(procedure, eventsFrom([contact, ...events]), [], calendar).obligations
  assert.ok(obligation !== undefined)
  return moments.map((at) => standingOf(obligation, moment(at)))
}

const day = 'start: contact.made\nmet: visit.made\nwithin: 7 working days'
const hours = 'start: contact.made\nmet: visit.made\nwithin: 48 hours'

describe('how a day clock stands', () => {
  it('is planned until it starts', () => {
    assert.deepEqual(standings(day, [], '2026-03-02T09:59', '2026-03-02T10:00'), ['planned', 'open'])
  })

  it('is due soon from two working days before, over a weekend', () => {
    assert.deepEqual(standings(day, [], '2026-03-08T23:59', '2026-03-09T00:00'), ['open', 'due-soon'])
    const monday = 'start: contact.made\nwithin: 5 working days'
    assert.deepEqual(standings(monday, [], '2026-03-04T23:59', '2026-03-05T00:00'), ['open', 'due-soon'])
  })

  it('is due soon as early as the clock says', () => {
    const soon = (length: string, ...moments: string[]) =>
      standings(`start: contact.made\nwithin: 3 months\ndue-soon: ${length}`, [], ...moments)
    assert.deepEqual(soon('1 week', '2026-05-25T23:59', '2026-05-26T00:00'), ['open', 'due-soon'])
    assert.deepEqual(soon('10 days', '2026-05-22T23:59', '2026-05-23T00:00'), ['open', 'due-soon'])
    assert.deepEqual(soon('1 month', '2026-05-01T23:59', '2026-05-02T00:00'), ['open', 'due-soon'])
    assert.deepEqual(soon('4 hours', '2026-06-01T23:59', '2026-06-02T00:00'), ['open', 'due-soon'])
  })

  it('is in time throughout its due date, and overdue from the next day', () => {
    assert.deepEqual(standings(day, [], '2026-03-11T23:59', '2026-03-12T00:00'), ['due-soon', 'overdue'])
  })

  it('met on the due date is in time, met on the next day is late', () => {
    assert.deepEqual(standings(day, [['visit.made', '2026-03-11T23:59']], '2026-04-01T09:00'), ['met'])
    assert.deepEqual(standings(day, [['visit.made', '2026-03-12T00:00']], '2026-04-01T09:00'), ['met-late'])
  })

  it('is met from the very moment of the deed', () => {
    assert.deepEqual(
      standings(day, [['visit.made', '2026-03-05T14:00']], '2026-03-05T13:59', '2026-03-05T14:00'),
      ['open', 'met'],
    )
  })

  it('lapses at the moment of closing, and does not come back', () => {
    assert.deepEqual(
      standings(
        day,
        [['case.closed', '2026-03-05T14:00', { reason: 'work-done' }]],
        '2026-03-05T13:59',
        '2026-03-05T14:00',
        '2026-06-01T09:00',
      ),
      ['open', 'lapsed', 'lapsed'],
    )
  })

  it('goes on after closing where the procedure says so', () => {
    assert.deepEqual(
      standings(`${day}\noutlives-closure: true`, [['case.closed', '2026-03-05T14:00']], '2026-03-12T09:00'),
      ['overdue'],
    )
  })

  it('lapses with an event after which it no longer applies', () => {
    assert.deepEqual(
      standings(
        `${day}\nuntil: consent.withdrawn`,
        [['consent.withdrawn', '2026-03-05T14:00']],
        '2026-03-05T14:00',
      ),
      ['lapsed'],
    )
  })
})

describe('how an hour clock stands', () => {
  it('is due soon four hours before, unless the clock says otherwise', () => {
    assert.deepEqual(standings(hours, [], '2026-03-04T05:59', '2026-03-04T06:00'), ['open', 'due-soon'])
    assert.deepEqual(standings(`${hours}\ndue-soon: 12 hours`, [], '2026-03-03T21:59', '2026-03-03T22:00'), [
      'open',
      'due-soon',
    ])
  })

  it('is in time at its very instant, and overdue after it', () => {
    assert.deepEqual(standings(hours, [], '2026-03-04T10:00', '2026-03-04T10:00:00.001'), [
      'due-soon',
      'overdue',
    ])
  })

  it('met at the instant is in time, met a second later is late', () => {
    assert.deepEqual(standings(hours, [['visit.made', '2026-03-04T10:00']], '2026-03-05T00:00'), ['met'])
    assert.deepEqual(standings(hours, [['visit.made', '2026-03-04T10:00:01']], '2026-03-05T00:00'), [
      'met-late',
    ])
  })
})

describe('a limit and a pause', () => {
  const paused = `${day}\npauses: [{ from: waiting-list.joined, until: waiting-list.left, time: stands still }]`

  it('what is overdue stays overdue when the clock is paused afterwards', () => {
    assert.deepEqual(
      standings(
        paused,
        [['waiting-list.joined', '2026-03-13T10:00']],
        '2026-03-12T09:00',
        '2026-03-13T10:00',
      ),
      ['overdue', 'overdue'],
    )
  })

  it('what is explained is explained until the new date has passed', () => {
    assert.deepEqual(
      standings(
        `${day}\nexcuse: assessment.delay-explained`,
        [['assessment.delay-explained', '2026-03-12T10:00', { date: '2026-03-20' }]],
        '2026-03-12T09:59',
        '2026-03-12T10:00',
        '2026-03-20T23:59',
        '2026-03-21T00:00',
      ),
      ['overdue', 'explained', 'explained', 'overdue'],
    )
  })
})

describe('what has not happened yet', () => {
  it('an event after the moment asked about changes nothing', () => {
    const rules = clock(day)
    const told = { rules, events: [contact], asOf: '2026-03-05T09:00' }
    const later = { ...told, events: [contact, ['visit.made', '2026-03-05T09:01']] as const }
    assert.deepEqual(assessed(later).obligations, assessed(told).obligations)
  })

  it('an event that is corrected to a later day is not there before that day', () => {
    const told = {
      rules: clock(day),
      events: [
        ['contact.made', '2026-03-02T10:00'],
        ['event.corrected', '2026-03-03T10:00', { of: 'e1', at: '2026-03-09T10:00', reason: 'wrong week' }],
      ] as const,
    }
    assert.deepEqual(rows({ ...told, asOf: '2026-03-05T09:00' }, 'due'), [])
    assert.deepEqual(rows({ ...told, asOf: '2026-03-09T10:00' }, 'due'), [['visit', '2026-03-18']])
  })

  it('an event written down for a day to come by mistake is there once it is corrected', () => {
    const told = {
      rules: clock(day),
      events: [
        ['contact.made', '2026-05-02T10:00'],
        ['event.corrected', '2026-03-03T10:00', { of: 'e1', at: '2026-03-02T10:00', reason: 'wrong month' }],
      ] as const,
    }
    assert.deepEqual(rows({ ...told, asOf: '2026-03-02T12:00' }, 'due'), [])
    assert.deepEqual(rows({ ...told, asOf: '2026-03-05T09:00' }, 'due'), [['visit', '2026-03-11']])
  })
})
