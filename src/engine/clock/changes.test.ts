import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clock, rows, shown } from '../fixtures/told-case.ts'

const rules = clock(
  'start: contact.made\nmet: visit.made\nwithin: 7 working days\nexcuse: assessment.delay-explained',
)
const contact = ['contact.made', '2026-03-02T10:00'] as const
const moved = (at: string, due: string, more = {}) =>
  ['clock.moved', at, { rule: 'visit', due, reason: 'the family is away', ...more }] as const

describe('a date that people move', () => {
  it('keeps the first date on record', () => {
    const events = [contact, moved('2026-03-10T10:00', '2026-03-20')] as const
    assert.deepEqual(
      rows({ rules, events, asOf: '2026-03-20T23:59' }, 'due', 'firstDue', 'movedBy', 'standing'),
      [['visit', '2026-03-20', '2026-03-11', 'e2', 'due-soon']],
    )
  })

  it('moved twice, the last word holds and the first date stays', () => {
    const events = [
      contact,
      moved('2026-03-10T10:00', '2026-03-20'),
      moved('2026-03-19T10:00', '2026-03-27'),
    ] as const
    assert.deepEqual(rows({ rules, events }, 'due', 'firstDue', 'movedBy'), [
      ['visit', '2026-03-27', '2026-03-11', 'e3'],
    ])
  })

  it('after it was met it is not moved any more', () => {
    const events = [
      contact,
      ['visit.made', '2026-03-09T10:00'],
      moved('2026-03-10T10:00', '2026-03-20'),
    ] as const
    assert.deepEqual(rows({ rules, events }, 'due', 'firstDue', 'movedBy'), [
      ['visit', '2026-03-11', null, null],
    ])
  })

  it('for one child only, or by the event that started it', () => {
    const perChild = clock(
      'for: each child\nstart: { each: contact.made }\nmet: child.seen\nwithin: 7 working days',
    )
    const people = [{ id: 'ada' }, { id: 'ben' }]
    const one = {
      rules: perChild,
      people,
      events: [contact, moved('2026-03-10T10:00', '2026-03-20', { subject: 'ben' })],
    }
    assert.deepEqual(rows(one, 'due'), [
      ['visit ada', '2026-03-11'],
      ['visit ben', '2026-03-20'],
    ])
    const second = ['contact.made', '2026-03-03T10:00'] as const
    const each = {
      rules: clock('start: { each: contact.made }\nmet: visit.made\nwithin: 7 working days'),
      events: [contact, second, moved('2026-03-10T10:00', '2026-03-20', { subject: 'e2' })],
    }
    assert.deepEqual(rows(each, 'due'), [
      ['visit', '2026-03-11'],
      ['visit', '2026-03-20'],
    ])
  })

  it('of an hour clock, a day means the end of that day', () => {
    const inHours = clock('start: contact.made\nmet: visit.made\nwithin: 48 hours')
    assert.deepEqual(
      rows({ rules: inHours, events: [contact, moved('2026-03-03T10:00', '2026-03-28')] }, 'due'),
      [['visit', '2026-03-29T00:00+00:00']],
    )
    assert.deepEqual(
      rows({ rules: inHours, events: [contact, moved('2026-03-03T10:00', '2026-03-29T12:00')] }, 'due'),
      [['visit', '2026-03-29T12:00+01:00']],
    )
  })

  it('by order, counts instead of the meeting', () => {
    const byOrder = clock(
      'start: contact.made\nmet: plan.shared\nbefore-the: { number: 1, of: taf.held }',
      'visit',
    )
    const events = [
      contact,
      ['taf.held', '2026-03-09T10:00'],
      moved('2026-03-05T10:00', '2026-03-20'),
    ] as const
    assert.deepEqual(
      rows({ rules: byOrder, events, asOf: '2026-03-12T10:00' }, 'due', 'firstDue', 'standing'),
      [['visit', '2026-03-20', '2026-03-09', 'open']],
    )
  })

  it('gives a date to what had none', () => {
    const agreed = clock('start: contact.made\nmet: visit.made\nwithin: { agreed: number, in: weeks }')
    assert.deepEqual(rows({ rules: agreed, events: [contact] }, 'due', 'undecided'), [
      ['visit', null, '"number" is not on record'],
    ])
    assert.deepEqual(
      rows({ rules: agreed, events: [contact, moved('2026-03-05T10:00', '2026-03-20')] }, 'due', 'undecided'),
      [['visit', '2026-03-20', null]],
    )
  })
})

describe('an explanation in place of the deed', () => {
  const explained = (data = {}) =>
    ['assessment.delay-explained', '2026-03-10T10:00', { reason: 'ill', ...data }] as const

  it('without a date is explained from then on, and never silently gone', () => {
    const told = { rules, events: [contact, explained()] }
    assert.deepEqual(rows({ ...told, asOf: '2026-06-01T09:00' }, 'due', 'standing', 'explainedBy'), [
      ['visit', '2026-03-11', 'explained', 'e2'],
    ])
  })

  it('with a new date is overdue when that has passed', () => {
    const told = { rules, events: [contact, explained({ date: '2026-03-20' })] }
    const at = (asOf: string) => rows({ ...told, asOf }, 'due', 'firstDue', 'standing')
    assert.deepEqual(at('2026-03-20T23:59'), [['visit', '2026-03-20', '2026-03-11', 'explained']])
    assert.deepEqual(at('2026-03-21T00:00'), [['visit', '2026-03-20', '2026-03-11', 'overdue']])
  })

  it('is met all the same when the deed is done', () => {
    const told = { rules, events: [contact, explained(), ['visit.made', '2026-03-19T10:00']] as const }
    assert.deepEqual(rows(told, 'standing', 'metBy'), [['visit', 'met-late', 'e3']])
  })

  it('of one child does not explain another', () => {
    const perChild = clock(
      'for: each child\nstart: contact.made\nmet: child.seen\nwithin: 7 working days\nexcuse: not-seen.explained',
    )
    const people = [{ id: 'ada' }, { id: 'ben' }]
    const events = [
      contact,
      [
        'visit.made',
        '2026-03-10T10:00',
        { notSeen: [{ child: 'ben', reason: 'at school', when: '2026-03-18' }] },
      ],
    ] as const
    assert.deepEqual(rows({ rules: perChild, people, events, asOf: '2026-03-11T09:00' }, 'due', 'standing'), [
      ['visit ada', '2026-03-11', 'due-soon'],
      ['visit ben', '2026-03-18', 'explained'],
    ])
  })
})

describe('what is said about one of several', () => {
  const each = clock(
    'start: { each: contact.made }\nmet: visit.made\nwithin: 7 working days\nexcuse: assessment.delay-explained',
  )
  const two = [contact, ['contact.made', '2026-03-03T10:00']] as const

  it('an explanation that names the start is of that one alone', () => {
    const explained = ['assessment.delay-explained', '2026-03-10T10:00', { reason: 'ill', of: 'e2' }] as const
    assert.deepEqual(rows({ rules: each, events: [...two, explained] }, 'startedBy', 'standing'), [
      ['visit', 'e1', 'overdue'],
      ['visit', 'e2', 'explained'],
    ])
  })

  it('so is a moved date', () => {
    const events = [...two, moved('2026-03-10T10:00', '2026-03-20', { of: 'e2' })] as const
    assert.deepEqual(rows({ rules: each, events }, 'due'), [
      ['visit', '2026-03-11'],
      ['visit', '2026-03-20'],
    ])
  })

  it('a date set after an explanation holds', () => {
    const explained = ['assessment.delay-explained', '2026-03-09T10:00', { reason: 'ill' }] as const
    const told = { rules, events: [contact, explained, moved('2026-03-10T10:00', '2026-03-20')] as const }
    assert.deepEqual(rows({ ...told, asOf: '2026-03-20T23:59' }, 'standing'), [['visit', 'explained']])
    assert.deepEqual(rows({ ...told, asOf: '2026-03-21T00:00' }, 'standing'), [['visit', 'overdue']])
  })
})

describe('corrections', () => {
  const dueOf = (...events: readonly (readonly [string, string, object?, object?])[]) =>
    shown({ rules, events: events as never }).obligations.map(({ due, startedBy }) => [startedBy, due])

  it('of the moment', () => {
    const at = [
      'event.corrected',
      '2026-03-09T10:00',
      { of: 'e1', at: '2026-03-03T10:00', reason: 'slip' },
    ] as const
    assert.deepEqual(dueOf(contact, at), [['e1', '2026-03-12']])
  })

  it('of the data', () => {
    const decided = clock(
      'start: { event: decision.made, where: { outcome: accepted } }\nwithin: 7 working days',
    )
    const events = [
      ['decision.made', '2026-03-02T10:00', { outcome: 'discuss', tier: 3 }],
      ['event.corrected', '2026-03-09T10:00', { of: 'e1', set: { outcome: 'accepted' }, reason: 'slip' }],
    ] as const
    assert.deepEqual(
      rows(
        {
          rules: decided.replace('{ event', '{ first: { event').replace('accepted } }', 'accepted } } }'),
          events,
        },
        'due',
      ),
      [['visit', '2026-03-11']],
    )
  })

  it('the last of several holds, in whatever order they stand', () => {
    const first = [
      'event.corrected',
      '2026-03-09T10:00',
      { of: 'e1', at: '2026-03-03T10:00' },
      { id: 'c1' },
    ] as const
    const second = [
      'event.corrected',
      '2026-03-10T10:00',
      { of: 'e1', at: '2026-03-04T10:00' },
      { id: 'c2' },
    ] as const
    assert.deepEqual(dueOf(contact, first, second), [['e1', '2026-03-13']])
    assert.deepEqual(dueOf(contact, second, first), [['e1', '2026-03-13']])
  })

  it('a withdrawn event has not happened', () => {
    assert.deepEqual(
      dueOf(contact, ['event.withdrawn', '2026-03-09T10:00', { of: 'e1', reason: 'other family' }]),
      [],
    )
  })

  it('a withdrawn correction corrects nothing', () => {
    assert.deepEqual(
      dueOf(
        contact,
        ['event.corrected', '2026-03-09T10:00', { of: 'e1', at: '2026-03-04T10:00' }],
        ['event.withdrawn', '2026-03-10T10:00', { of: 'e2', reason: 'it was right' }],
      ),
      [['e1', '2026-03-11']],
    )
  })

  it('a withdrawn withdrawal leaves the event', () => {
    assert.deepEqual(
      dueOf(
        contact,
        ['event.withdrawn', '2026-03-09T10:00', { of: 'e1' }],
        ['event.withdrawn', '2026-03-10T10:00', { of: 'e2' }],
      ),
      [['e1', '2026-03-11']],
    )
  })
})
