import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told } from '../fixtures/told-case.ts'
import { clock, dues, rows } from '../fixtures/told-case.ts'

const visits = (start: string): string => clock(`start: ${start}\nmet: case.discussed\nwithin: 10 days`)

describe('what starts a clock', () => {
  it('the first of its kind, once', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['contact.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: visits('contact.made'), events }, 'startedBy', 'due'), [
      ['visit', 'e1', '2026-03-12'],
    ])
  })

  it('any of several events, whichever comes first', () => {
    const events = [
      ['visit.made', '2026-03-05T10:00'],
      ['contact.made', '2026-03-02T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: visits('[visit.made, contact.made]'), events }, 'startedBy', 'due'), [
      ['visit', 'e2', '2026-03-12'],
    ])
  })

  it('only those whose data are as asked', () => {
    const events = [
      ['decision.made', '2026-03-02T10:00', { outcome: 'discuss' }],
      ['decision.made', '2026-03-05T10:00', { outcome: 'accepted' }],
    ] as const
    const rules = visits('{ first: { event: decision.made, where: { outcome: accepted } } }')
    assert.deepEqual(dues({ rules, events }), ['2026-03-15'])
  })

  it('only those recorded by the role asked for', () => {
    const events = [
      ['case.discussed', '2026-03-02T10:00', {}, { role: 'practitioner' }],
      ['case.discussed', '2026-03-05T10:00', {}, { role: 'manager' }],
    ] as const
    const rules = clock(
      'start: { first: { event: case.discussed, by: manager } }\nmet: visit.made\nwithin: 10 days',
    )
    assert.deepEqual(dues({ rules, events }), ['2026-03-15'])
  })

  it('each of its kind starts its own', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['contact.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: visits('{ each: contact.made }'), events }, 'startedBy', 'due'), [
      ['visit', 'e1', '2026-03-12'],
      ['visit', 'e2', '2026-03-15'],
    ])
  })

  it('the latest of its kind takes the place of the one before', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['contact.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(
      rows(
        { rules: visits('{ latest: contact.made }'), events, asOf: '2026-03-06T09:00' },
        'due',
        'standing',
      ),
      [
        ['visit', '2026-03-12', 'lapsed'],
        ['visit', '2026-03-15', 'open'],
      ],
    )
  })

  it('the latest for one child leaves that of another child alone', () => {
    const events = [
      ['child.seen', '2026-03-02T10:00', { child: 'ada' }],
      ['child.seen', '2026-03-05T10:00', { child: 'ben' }],
    ] as const
    const rules = clock(
      'for: each child\nstart: { latest: child.seen }\nmet: concern.raised\nwithin: 10 days',
    )
    const people = [{ id: 'ada' }, { id: 'ben' }]
    assert.deepEqual(rows({ rules, people, events, asOf: '2026-03-06T09:00' }, 'due', 'standing'), [
      ['visit ada', '2026-03-12', 'open'],
      ['visit ben', '2026-03-15', 'open'],
    ])
  })

  it('the first for one child is not the first for another', () => {
    const events = [
      ['child.seen', '2026-03-02T10:00', { child: 'ada' }],
      ['child.seen', '2026-03-05T10:00', { child: 'ben' }],
      ['child.seen', '2026-03-06T10:00', { child: 'ada' }],
    ] as const
    const rules = clock('for: each child\nstart: child.seen\nmet: concern.raised\nwithin: 10 days')
    const people = [{ id: 'ada' }, { id: 'ben' }]
    assert.deepEqual(rows({ rules, people, events }, 'startedBy', 'due'), [
      ['visit ada', 'e1', '2026-03-12'],
      ['visit ben', 'e2', '2026-03-15'],
    ])
  })

  it('three tries with one child are counted for that child', () => {
    const events = [
      ['not-seen.explained', '2026-03-02T10:00', { child: 'ada', reason: 'ill' }],
      ['not-seen.explained', '2026-03-03T10:00', { child: 'ben', reason: 'out' }],
      ['not-seen.explained', '2026-03-04T10:00', { child: 'ada', reason: 'ill' }],
    ] as const
    const rules = clock(
      'for: each child\nstart: { first: not-seen.explained, times: 2 }\nmet: child.seen\nwithin: 10 days',
    )
    const people = [{ id: 'ada' }, { id: 'ben' }]
    assert.deepEqual(rows({ rules, people, events }, 'startedBy', 'due'), [['visit ada', 'e3', '2026-03-14']])
  })

  it('the second of its kind', () => {
    const events = [
      ['review.held', '2026-03-02T10:00'],
      ['review.held', '2026-06-01T10:00'],
      ['review.held', '2026-09-01T10:00'],
    ] as const
    assert.deepEqual(dues({ rules: visits('{ first: review.held, nth: 2 }'), events }), ['2026-06-11'])
    assert.deepEqual(dues({ rules: visits('{ each: review.held, nth: 2 }'), events }), [
      '2026-06-11',
      '2026-09-11',
    ])
  })

  it('the event that completes three, on three different days', () => {
    const events = [
      ['visit.attempted', '2026-03-02T10:00'],
      ['visit.attempted', '2026-03-02T16:00'],
      ['visit.attempted', '2026-03-03T10:00'],
      ['visit.attempted', '2026-03-05T10:00'],
      ['visit.attempted', '2026-03-06T10:00'],
    ] as const
    const rules = visits('{ first: visit.attempted, times: 3, on-days: 3 }')
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'due'), [['visit', 'e4', '2026-03-15']])
    assert.deepEqual(
      rows({ rules: visits('{ first: visit.attempted, times: 3 }'), events }, 'startedBy', 'due'),
      [['visit', 'e3', '2026-03-13']],
    )
  })

  it('two tries are not three', () => {
    const events = [
      ['visit.attempted', '2026-03-02T10:00'],
      ['visit.attempted', '2026-03-03T10:00'],
    ] as const
    assert.deepEqual(dues({ rules: visits('{ first: visit.attempted, times: 3 }'), events }), [])
  })

  it('the later of two, whichever it is, and not before both', () => {
    const rules = visits('{ later-of: [consent.given, contact.made] }')
    assert.deepEqual(dues({ rules, events: [['consent.given', '2026-03-02T10:00']] }), [])
    assert.deepEqual(
      rows(
        {
          rules,
          events: [
            ['contact.made', '2026-03-05T10:00'],
            ['consent.given', '2026-03-02T10:00'],
          ],
        },
        'startedBy',
        'due',
      ),
      [['visit', 'e1', '2026-03-15']],
    )
  })

  it('another clock being met', () => {
    const rules =
      clock('start: contact.made\nmet: visit.made\nwithin: 10 days', 'first') +
      clock('start: { after: first }\nmet: plan.agreed\nwithin: 6 weeks', 'plan')
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-06T10:00'],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'due'), [
      ['first', 'e1', '2026-03-12'],
      ['plan', 'e2', '2026-04-17'],
    ])
    assert.deepEqual(rows({ rules, events: events.slice(0, 1) }, 'due'), [['first', '2026-03-12']])
  })

  it('one visit on which two children were seen starts what follows for both', () => {
    const rules =
      clock('for: each child\nstart: contact.made\nmet: child.seen\nwithin: 10 days', 'seen') +
      clock('for: each child\nstart: { after: seen }\nmet: plan.agreed\nwithin: 6 weeks', 'plan')
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-06T10:00', { seen: [{ child: 'ada' }, { child: 'ben' }] }],
    ] as const
    const people = [{ id: 'ada' }, { id: 'ben' }]
    assert.deepEqual(rows({ rules, people, events }, 'startedBy', 'due'), [
      ['seen ada', 'e1', '2026-03-12'],
      ['seen ben', 'e1', '2026-03-12'],
      ['plan ada', 'e2', '2026-04-17'],
      ['plan ben', 'e2', '2026-04-17'],
    ])
  })

  it('a reopened case begins its firsts again', () => {
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['case.closed', '2026-03-20T10:00', { reason: 'work-done' }],
      ['case.reopened', '2026-05-05T10:00'],
      ['contact.made', '2026-05-06T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: visits('contact.made'), events }, 'startedBy', 'due', 'standing'), [
      ['visit', 'e1', '2026-03-12', 'lapsed'],
      ['visit', 'e4', '2026-05-16', 'overdue'],
    ])
  })

  it('counting begins again after an event named by since', () => {
    const events = [
      ['visit.attempted', '2026-03-02T10:00'],
      ['contact.made', '2026-03-03T10:00'],
      ['visit.attempted', '2026-03-04T10:00'],
      ['visit.attempted', '2026-03-05T10:00'],
    ] as const
    const rules = visits('{ first: { event: visit.attempted, since: contact.made }, times: 2 }')
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'due'), [['visit', 'e4', '2026-03-15']])
  })

  it('a condition has to hold at the start, with what was on record by then', () => {
    const rules = clock(
      'start: { each: contact.made }\nmet: case.discussed\nwithin: 10 days\nwhen: { not-recorded: visit.made }',
    )
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-03T10:00'],
      ['contact.made', '2026-03-05T10:00'],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'startedBy'), [['visit', 'e1']])
  })
})

describe('what happens while a case is closed', () => {
  const rules = clock('start: { each: contact.made }\nmet: visit.made\nwithin: 7 working days')
  const events: readonly Told[] = [
    ['case.closed', '2026-03-02T10:00'],
    ['contact.made', '2026-03-06T15:00'],
    ['case.reopened', '2026-03-09T09:00'],
    ['contact.made', '2026-03-10T15:00'],
  ]

  it('starts nothing, and what happens after reopening does', () => {
    assert.deepEqual(rows({ rules, events }, 'startedBy', 'due'), [['visit', 'e4', '2026-03-19']])
  })

  it('starts what outlives closing', () => {
    const outliving = clock(
      'start: { each: contact.made }\nmet: visit.made\nwithin: 7 working days\noutlives-closure: true',
    )
    assert.deepEqual(rows({ rules: outliving, events: events.slice(0, 2) }, 'startedBy', 'due'), [
      ['visit', 'e2', '2026-03-17'],
    ])
  })
})
