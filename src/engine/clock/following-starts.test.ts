import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told } from '../fixtures/told-case.ts'
import { clock, rows } from '../fixtures/told-case.ts'

const pauses = '\npauses: [{ from: waiting-list.joined, until: waiting-list.left, time: stands still }]'

const rules =
  clock(
    `start: contact.made\nmet: visit.made\nwithin: 7 working days\nexcuse: assessment.delay-explained${pauses}`,
    'visit',
  ) +
  clock('start: { limit-of: visit }\nmet: case.discussed\nwithin: 2 working days\npauses: none', 'manager') +
  clock('start: { limit-of: manager }\nmet: case.reviewed\nwithin: 24 hours\npauses: none', 'service')

const contact = ['contact.made', '2026-03-02T15:00'] as const
const chain = (events: readonly Told[], asOf?: string) =>
  rows(
    { rules, events: [contact, ...events], ...(asOf === undefined ? {} : { asOf }) },
    'opens',
    'due',
    'standing',
  )

describe('what opens when a limit passes', () => {
  it('stands in the schedule beforehand, with the dates of two levels', () => {
    assert.deepEqual(chain([], '2026-03-11T23:59'), [
      ['visit', '2026-03-02', '2026-03-11', 'due-soon'],
      ['manager', '2026-03-12', '2026-03-16', 'planned'],
      ['service', '2026-03-17T00:00+00:00', '2026-03-18T00:00+00:00', 'planned'],
    ])
  })

  it('opens as the day after the limit begins', () => {
    assert.deepEqual(chain([], '2026-03-12T00:00'), [
      ['visit', '2026-03-02', '2026-03-11', 'overdue'],
      ['manager', '2026-03-12', '2026-03-16', 'due-soon'],
      ['service', '2026-03-17T00:00+00:00', '2026-03-18T00:00+00:00', 'planned'],
    ])
  })

  it('goes up a second level when the first passes its own limit', () => {
    assert.deepEqual(chain([], '2026-03-18T00:01'), [
      ['visit', '2026-03-02', '2026-03-11', 'overdue'],
      ['manager', '2026-03-12', '2026-03-16', 'overdue'],
      ['service', '2026-03-17T00:00+00:00', '2026-03-18T00:00+00:00', 'overdue'],
    ])
  })

  it('never opens when the thing was done on its last day', () => {
    assert.deepEqual(chain([['visit.made', '2026-03-11T23:30']]), [
      ['visit', '2026-03-02', '2026-03-11', 'met'],
    ])
  })

  it('lapses when the thing is done late after all, and goes up no further', () => {
    assert.deepEqual(chain([['visit.made', '2026-03-13T10:00']]), [
      ['visit', '2026-03-02', '2026-03-11', 'met-late'],
      ['manager', '2026-03-12', '2026-03-16', 'lapsed'],
    ])
  })

  it('both levels lapse when it is done after both have opened', () => {
    assert.deepEqual(chain([['visit.made', '2026-03-17T10:00']]), [
      ['visit', '2026-03-02', '2026-03-11', 'met-late'],
      ['manager', '2026-03-12', '2026-03-16', 'lapsed'],
      ['service', '2026-03-17T00:00+00:00', '2026-03-18T00:00+00:00', 'lapsed'],
    ])
  })

  it('stays met when it was met before the thing was done', () => {
    assert.deepEqual(
      chain([
        ['case.discussed', '2026-03-12T10:00'],
        ['visit.made', '2026-03-13T10:00'],
      ]),
      [
        ['visit', '2026-03-02', '2026-03-11', 'met-late'],
        ['manager', '2026-03-12', '2026-03-16', 'met'],
      ],
    )
  })

  it('waits for a date that was moved in time', () => {
    const moved = [
      'clock.moved',
      '2026-03-10T10:00',
      { rule: 'visit', due: '2026-03-20', reason: 'away' },
    ] as const
    assert.deepEqual(chain([moved], '2026-03-20T12:00').slice(0, 2), [
      ['visit', '2026-03-02', '2026-03-20', 'due-soon'],
      ['manager', '2026-03-21', '2026-03-24', 'planned'],
    ])
  })

  it('lapses when the date is moved after the limit, and opens again after the new one', () => {
    const moved = [
      'clock.moved',
      '2026-03-13T10:00',
      { rule: 'visit', due: '2026-03-20', reason: 'away' },
    ] as const
    assert.deepEqual(chain([moved], '2026-03-20T12:00').slice(0, 3), [
      ['visit', '2026-03-02', '2026-03-20', 'due-soon'],
      ['manager', '2026-03-12', '2026-03-16', 'lapsed'],
      ['manager', '2026-03-21', '2026-03-24', 'planned'],
    ])
  })

  it('stays on record as met when the date is moved afterwards', () => {
    const moved = [
      'clock.moved',
      '2026-03-13T10:00',
      { rule: 'visit', due: '2026-03-20', reason: 'away' },
    ] as const
    assert.deepEqual(chain([['case.discussed', '2026-03-12T10:00'], moved], '2026-03-16T12:00').slice(0, 2), [
      ['visit', '2026-03-02', '2026-03-20', 'open'],
      ['manager', '2026-03-12', '2026-03-16', 'met'],
    ])
  })

  it('never opens when it was explained in time without a date', () => {
    assert.deepEqual(chain([['assessment.delay-explained', '2026-03-10T10:00', { reason: 'away' }]]), [
      ['visit', '2026-03-02', '2026-03-11', 'explained'],
    ])
  })

  it('lapses when it is explained after the limit', () => {
    assert.deepEqual(chain([['assessment.delay-explained', '2026-03-13T10:00', { reason: 'away' }]]), [
      ['visit', '2026-03-02', '2026-03-11', 'explained'],
      ['manager', '2026-03-12', '2026-03-16', 'lapsed'],
    ])
  })

  it('has no date while the clock stands still', () => {
    assert.deepEqual(chain([['waiting-list.joined', '2026-03-10T10:00']], '2026-04-10T10:00'), [
      ['visit', '2026-03-02', null, 'paused'],
    ])
  })

  it('lapses when the case closes', () => {
    assert.deepEqual(chain([['case.closed', '2026-03-13T10:00', { reason: 'work-done' }]]), [
      ['visit', '2026-03-02', '2026-03-11', 'lapsed'],
      ['manager', '2026-03-12', '2026-03-16', 'lapsed'],
    ])
  })

  it('is for the child whose limit passed, and for no other', () => {
    const perChild =
      clock('for: each child\nstart: contact.made\nmet: child.seen\nwithin: 10 days', 'seen') +
      clock('for: each child\nstart: { limit-of: seen }\nmet: case.discussed\nwithin: 2 days', 'manager')
    const events = [contact, ['visit.made', '2026-03-06T10:00', { seen: [{ child: 'ada' }] }]] as const
    const people = [{ id: 'ada' }, { id: 'ben' }]
    assert.deepEqual(rows({ rules: perChild, people, events }, 'opens', 'due').slice(2), [
      ['manager ben', '2026-03-13', '2026-03-15'],
    ])
  })
})
