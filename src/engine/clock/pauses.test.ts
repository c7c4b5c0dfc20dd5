import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told } from '../fixtures/told-case.ts'
import { clock, dues, rows } from '../fixtures/told-case.ts'

const list = (time: string) =>
  `pauses: [{ from: waiting-list.joined, until: waiting-list.left, time: ${time} }]`

const visit = (length: string, time = 'stands still') =>
  clock(`start: contact.made\nmet: visit.made\nwithin: ${length}\n${list(time)}`)

const joined = (at: string) => ['waiting-list.joined', at] as const
const left = (at: string) => ['waiting-list.left', at] as const

/** Due after contact on Monday 2 March 2026 at ten, with what happened besides. */
const due = (length: string, ...events: readonly Told[]) =>
  dues({ rules: visit(length), events: [['contact.made', '2026-03-02T10:00'], ...events] })[0]

describe('a clock that stands still', () => {
  it('goes on where it stopped', () => {
    assert.equal(due('7 working days'), '2026-03-11')
    assert.equal(due('7 working days', joined('2026-03-04T10:00'), left('2026-03-16T10:00')), '2026-03-23')
    assert.equal(due('2 weeks', joined('2026-03-04T10:00'), left('2026-03-09T10:00')), '2026-03-21')
    assert.equal(due('1 month', joined('2026-03-04T10:00'), left('2026-03-09T10:00')), '2026-04-07')
    assert.equal(
      due('48 hours', joined('2026-03-03T10:00'), left('2026-03-06T10:00')),
      '2026-03-07T10:00+00:00',
    )
    assert.equal(
      due('16 working hours', joined('2026-03-03T10:00'), left('2026-03-03T12:00')),
      '2026-03-04T12:00+00:00',
    )
  })

  it('may stand still several times', () => {
    assert.equal(
      due(
        '7 working days',
        joined('2026-03-04T10:00'),
        left('2026-03-16T10:00'),
        joined('2026-03-17T10:00'),
        left('2026-03-19T10:00'),
      ),
      '2026-03-25',
    )
  })

  it('has no date while it stands still', () => {
    const told = {
      rules: visit('7 working days'),
      events: [['contact.made', '2026-03-02T10:00'], joined('2026-03-04T10:00')] as const,
    }
    assert.deepEqual(rows({ ...told, asOf: '2026-03-04T09:59' }, 'due', 'standing'), [
      ['visit', '2026-03-11', 'open'],
    ])
    assert.deepEqual(rows({ ...told, asOf: '2026-05-04T10:00' }, 'due', 'standing'), [
      ['visit', null, 'paused'],
    ])
  })

  it('stood still from its start where the pause had begun before', () => {
    assert.equal(due('7 working days', joined('2026-02-27T10:00'), left('2026-03-04T10:00')), '2026-03-13')
  })

  it('two pauses at the same time hold it back once', () => {
    const paused = ['clock.paused', '2026-03-10T10:00', { rule: 'visit', reason: 'away' }] as const
    const resumed = (at: string) => ['clock.resumed', at, { rule: 'visit' }] as const
    const waited = [joined('2026-03-04T10:00'), left('2026-03-16T10:00')] as const
    assert.equal(due('7 working days', ...waited, paused, resumed('2026-03-12T10:00')), '2026-03-23')
    assert.equal(due('7 working days', ...waited, paused, resumed('2026-03-18T10:00')), '2026-03-25')
  })

  it('a pause after the limit changes nothing', () => {
    assert.equal(due('7 working days', joined('2026-03-13T10:00'), left('2026-03-16T10:00')), '2026-03-11')
  })

  it('what was done during the pause is met', () => {
    const told = {
      rules: visit('7 working days'),
      events: [
        ['contact.made', '2026-03-02T10:00'],
        joined('2026-03-04T10:00'),
        ['visit.made', '2026-03-30T10:00'],
      ] as const,
    }
    assert.deepEqual(rows(told, 'standing', 'metBy'), [['visit', 'met', 'e3']])
  })
})

describe('a clock that runs on unseen', () => {
  it('keeps its date, and is shown as paused meanwhile', () => {
    const told = {
      rules: visit('7 working days', 'runs on'),
      events: [
        ['contact.made', '2026-03-02T10:00'],
        joined('2026-03-04T10:00'),
        left('2026-03-16T10:00'),
      ] as const,
    }
    const at = (asOf: string) => rows({ ...told, asOf }, 'due', 'standing')
    assert.deepEqual(at('2026-03-05T10:00'), [['visit', '2026-03-11', 'paused']])
    assert.deepEqual(at('2026-03-16T09:59'), [['visit', '2026-03-11', 'paused']])
    assert.deepEqual(at('2026-03-16T10:00'), [['visit', '2026-03-11', 'overdue']])
  })
})

describe('a pause by hand', () => {
  const two =
    clock('start: contact.made\nmet: visit.made\nwithin: 7 working days', 'visit') +
    clock('start: contact.made\nmet: history.read\nwithin: 7 working days', 'read')
  const contact = ['contact.made', '2026-03-02T10:00'] as const

  it('is for the clock that it names', () => {
    const events = [
      contact,
      ['clock.paused', '2026-03-04T10:00', { rule: 'visit', reason: 'ill' }],
      ['clock.resumed', '2026-03-06T10:00', { rule: 'visit' }],
    ] as const
    assert.deepEqual(rows({ rules: two, events }, 'due'), [
      ['visit', '2026-03-13'],
      ['read', '2026-03-11'],
    ])
  })

  it('for all may end for one', () => {
    const events = [
      contact,
      ['clock.paused', '2026-03-04T10:00', { rule: 'all', reason: 'ill' }],
      ['clock.resumed', '2026-03-06T10:00', { rule: 'visit' }],
    ] as const
    assert.deepEqual(rows({ rules: two, events }, 'due', 'standing'), [
      ['visit', '2026-03-13', 'overdue'],
      ['read', null, 'paused'],
    ])
  })

  it('holds for a clock that the procedure never pauses', () => {
    const rules = clock('start: contact.made\nwithin: 7 working days\npauses: none')
    const head = `${list('stands still')}\n`
    const events = [
      contact,
      joined('2026-03-04T10:00'),
      ['clock.paused', '2026-03-05T10:00', { rule: 'visit', reason: 'ill' }],
      ['clock.resumed', '2026-03-06T10:00', { rule: 'visit' }],
    ] as const
    assert.deepEqual(dues({ rules, head, events }), ['2026-03-12'])
  })
})

describe('pauses of the whole procedure', () => {
  it('hold for a clock that does not say its own', () => {
    const rules =
      clock('start: contact.made\nwithin: 7 working days', 'as-the-head') +
      clock('start: contact.made\nwithin: 7 working days\npauses: none', 'never')
    const events = [
      ['contact.made', '2026-03-02T10:00'],
      joined('2026-03-04T10:00'),
      left('2026-03-16T10:00'),
    ] as const
    assert.deepEqual(rows({ rules, head: `${list('stands still')}\n`, events }, 'due'), [
      ['as-the-head', '2026-03-23'],
      ['never', '2026-03-11'],
    ])
  })
})

describe('a date that is given', () => {
  it('stays where it is while the case is on hold', () => {
    const given = clock(
      'start: taf.agreed\nmet: taf.invited\nahead-of: { date: date, by: 2 weeks }\n' +
        'pauses: [{ from: waiting-list.joined, until: waiting-list.left, time: stands still }]',
      'invitations',
    )
    const events: readonly Told[] = [
      ['taf.agreed', '2026-03-02T10:00', { date: '2026-04-14' }],
      ['waiting-list.joined', '2026-03-10T10:00'],
      ['waiting-list.left', '2026-03-20T10:00'],
    ]
    assert.deepEqual(rows({ rules: given, events, asOf: '2026-03-12T09:00' }, 'due', 'standing'), [
      ['invitations', '2026-03-31', 'paused'],
    ])
    assert.deepEqual(rows({ rules: given, events, asOf: '2026-03-23T09:00' }, 'due', 'standing'), [
      ['invitations', '2026-03-31', 'open'],
    ])
  })
})

describe('closing the case', () => {
  const events: readonly Told[] = [
    ['contact.made', '2026-03-02T10:00'],
    ['waiting-list.joined', '2026-03-04T10:00'],
    ['case.closed', '2026-03-20T10:00'],
    ['case.reopened', '2026-05-05T10:00'],
    ['contact.made', '2026-05-07T10:00'],
  ]

  it('ends a pause: nothing stands still when the family comes back', () => {
    assert.deepEqual(
      rows({ rules: visit('2 weeks'), events, asOf: '2026-05-08' }, 'startedBy', 'due', 'standing'),
      [
        ['visit', 'e1', '2026-04-01', 'lapsed'],
        ['visit', 'e5', '2026-05-21', 'open'],
      ],
    )
  })

  it('ends one by hand, but not of what outlives the closing', () => {
    const byHand: readonly Told[] = events.map(([type, at, data], i) =>
      i === 1 ? ['clock.paused', at, { rule: 'all', reason: 'away' }] : [type, at, data ?? {}],
    )
    const standing = (more: string, told: readonly Told[]) =>
      rows(
        {
          rules: clock(`start: { latest: contact.made }\nmet: visit.made\nwithin: 2 weeks${more}`),
          events: told,
          asOf: '2026-05-08',
        },
        'standing',
      ).at(-1)
    assert.deepEqual(standing('', byHand), ['visit', 'open'])
    assert.deepEqual(standing('\noutlives-closure: true', byHand.slice(0, 3)), ['visit', 'paused'])
  })
})
