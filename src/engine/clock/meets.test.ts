import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clock, rows } from '../fixtures/told-case.ts'

const minutes = (met: string, start = 'contact.made') =>
  clock(`start: ${start}\nmet: ${met}\nwithin: 10 days`, 'due')

describe('what meets a clock', () => {
  it('any of several events, the first that comes', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['support-call.made', '2026-03-04T10:00'],
      ['visit.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: minutes('[visit.made, support-call.made]'), events }, 'metBy', 'metOn'), [
      ['due', 'e2', '2026-03-04'],
    ])
  })

  it('all of several events, the last of them', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['referrer.informed', '2026-03-06T10:00'],
      ['family.informed', '2026-03-04T10:00'],
    ] as const
    const rules = minutes('{ all: [family.informed, referrer.informed] }')
    assert.deepEqual(rows({ rules, events }, 'metBy'), [['due', 'e2']])
    assert.deepEqual(rows({ rules, events: events.slice(0, 2) }, 'metBy'), [['due', null]])
  })

  it('any of some together with all of others', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-03T10:00'],
      ['family.informed', '2026-03-04T10:00'],
    ] as const
    const rules = minutes('{ by: [visit.made, support-call.made], all: [family.informed] }')
    assert.deepEqual(rows({ rules, events }, 'metBy'), [['due', 'e3']])
    assert.deepEqual(rows({ rules, events: events.slice(0, 2) }, 'metBy'), [['due', null]])
  })

  it('so many times', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-04T10:00'],
      ['visit.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: minutes('{ by: visit.made, times: 2 }'), events }, 'metBy'), [
      ['due', 'e3'],
    ])
    assert.deepEqual(rows({ rules: minutes('{ by: visit.made, times: 3 }'), events }, 'metBy'), [
      ['due', null],
    ])
  })

  it('only later events, unless the start itself or any in the case count', () => {
    const events = [
      ['consent.given', '2026-02-20T10:00'],
      ['contact.made', '2026-03-02T10:00', { joint: true }],
    ] as const
    assert.deepEqual(rows({ rules: minutes('consent.given'), events }, 'metBy'), [['due', null]])
    assert.deepEqual(
      rows({ rules: minutes('{ by: consent.given, counting: ever }'), events }, 'metBy', 'standing'),
      [['due', 'e1', 'met']],
    )
    const joint = '{ event: contact.made, where: { joint: true } }'
    assert.deepEqual(rows({ rules: minutes(joint), events }, 'metBy'), [['due', null]])
    assert.deepEqual(rows({ rules: minutes(`{ by: ${joint}, counting: from }`), events }, 'metBy'), [
      ['due', 'e2'],
    ])
  })

  it('any in the case are any since it was last closed, also those just before the reopening', () => {
    const first = [
      ['consent.given', '2026-02-20T10:00'],
      ['contact.made', '2026-03-02T10:00'],
      ['consent.given', '2026-03-04T10:00'],
      ['case.closed', '2026-03-20T10:00'],
      ['case.reopened', '2026-05-05T10:00'],
      ['contact.made', '2026-05-07T10:00'],
    ] as const
    const rules = minutes('{ by: consent.given, counting: ever }')
    assert.deepEqual(rows({ rules, events: first }, 'startedBy', 'metBy'), [
      ['due', 'e2', 'e1'],
      ['due', 'e6', null],
    ])
    const again = [...first, ['consent.given', '2026-05-04T10:00']] as const
    assert.deepEqual(rows({ rules, events: again }, 'startedBy', 'metBy'), [
      ['due', 'e2', 'e1'],
      ['due', 'e6', 'e7'],
    ])
  })

  it('an event with the right data only', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-03T10:00', { joint: false }],
      ['visit.made', '2026-03-04T10:00', { joint: true }],
    ] as const
    const rules = minutes('{ event: visit.made, where: { joint: true } }')
    assert.deepEqual(rows({ rules, events }, 'metBy'), [['due', 'e3']])
  })

  it('an event that agrees with the start in a field', () => {
    const events = [
      ['taf.held', '2026-03-02T10:00', { number: 1 }],
      ['taf.held', '2026-03-09T10:00', { number: 2 }],
      ['taf.minutes-shared', '2026-03-10T10:00', { number: 2 }],
      ['taf.minutes-shared', '2026-03-11T10:00'],
    ] as const
    const rules = minutes('{ by: taf.minutes-shared, same: [number] }', '{ each: taf.held }')
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'metBy'), [
      ['due', 'e1', 'e4'],
      ['due', 'e2', 'e3'],
    ])
  })

  it('that agrees with it in each of several fields that both have', () => {
    const events = [
      ['action.added', '2026-03-02T10:00', { what: 'ring the school', who: 'mo' }],
      ['action.added', '2026-03-02T10:01', { what: 'ring the school', who: 'ana' }],
      ['action.completed', '2026-03-04T10:00', { what: 'ring the school', who: 'ana' }],
      ['action.completed', '2026-03-05T10:00', { what: 'ring the doctor' }],
      ['action.completed', '2026-03-06T10:00', { what: 'ring the school' }],
    ] as const
    const rules = minutes('{ by: action.completed, same: [what, who] }', '{ each: action.added }')
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'metBy'), [
      ['due', 'e1', 'e5'],
      ['due', 'e2', 'e3'],
    ])
  })

  it('one event meets one only, the oldest still open, or the one that it names', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['contact.made', '2026-03-03T10:00'],
      ['visit.made', '2026-03-04T10:00'],
    ] as const
    const rules = minutes('visit.made', '{ each: contact.made }')
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'metBy'), [
      ['due', 'e1', 'e3'],
      ['due', 'e2', null],
    ])
    const named = [...events.slice(0, 2), ['visit.made', '2026-03-04T10:00', { of: 'e2' }] as const]
    assert.deepEqual(rows({ rules, events: named }, 'startedBy', 'metBy'), [
      ['due', 'e1', null],
      ['due', 'e2', 'e3'],
    ])
  })

  it('each visit meets what the visit before it started', () => {
    const events = [
      ['visit.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-20T10:00'],
      ['visit.made', '2026-04-20T10:00'],
    ] as const
    const rules = clock('start: { each: visit.made }\nmet: visit.made\nwithin: 4 weeks', 'next')
    assert.deepEqual(rows({ rules, events, asOf: '2026-04-21T09:00' }, 'due', 'metBy', 'standing'), [
      ['next', '2026-03-30', 'e2', 'met'],
      ['next', '2026-04-17', 'e3', 'met-late'],
      ['next', '2026-05-18', null, 'open'],
    ])
  })

  it('the writing down of the start itself', () => {
    const rules = clock('start: { each: visit.made }\nmet: written down\nwithin: 24 hours', 'note')
    const events = [
      ['visit.made', '2026-03-27T16:00', {}, { recorded: '2026-03-28T16:00' }],
      ['visit.made', '2026-03-28T16:00', {}, { recorded: '2026-03-29T17:01' }],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'due', 'metOn', 'standing'), [
      ['note', '2026-03-28T16:00+00:00', '2026-03-28T16:00+00:00', 'met'],
      ['note', '2026-03-29T17:00+01:00', '2026-03-29T17:01+01:00', 'met-late'],
    ])
    assert.deepEqual(
      rows({ rules, events: events.slice(0, 1), asOf: '2026-03-28T15:59' }, 'metOn', 'standing'),
      [['note', null, 'due-soon']],
    )
  })

  it('nothing, where the procedure names nothing', () => {
    const rules = clock('start: contact.made\nwithin: 10 days', 'due')
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-04T10:00'],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'metBy', 'standing'), [['due', null, 'overdue']])
  })

  it('nothing before it opens', () => {
    const rules = clock(
      'start: contact.made\nmet: case.reviewed\nopens-after: 1 month\nno-limit: true',
      'review',
    )
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['case.reviewed', '2026-04-02T23:59'],
      ['case.reviewed', '2026-04-03T00:00'],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'opens', 'metBy'), [['review', '2026-04-03', 'e3']])
  })

  it('nothing after it has lapsed', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['case.closed', '2026-03-04T10:00', { reason: 'work-done' }],
      ['visit.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: minutes('visit.made'), events }, 'metBy', 'lapsedBy'), [
      ['due', null, 'e2'],
    ])
  })
})
