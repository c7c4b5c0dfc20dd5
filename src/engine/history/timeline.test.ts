import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told, ToldCase } from '../fixtures/told-case.ts'
import { shown } from '../fixtures/told-case.ts'

const gate = (needs: string, { before = 'case.closed', otherwise = 'refuse', when = '' } = {}): string =>
  `- gate: closing\n  before: ${before}\n  otherwise: ${otherwise}\n${when}  needs:\n    - what: sign-off\n${needs
    .trim()
    .split('\n')
    .map((line) => `      ${line.trim()}`)
    .join('\n')}\n`

const signedOff = gate('recorded: closure.signed-off')
const closed = (at = '2026-03-20T10:00', more = {}) =>
  ['case.closed', at, { reason: 'work-done' }, more] as const

/** Whether the case was closed, with the codes of what was wrong. */
const closing = (
  rules: string,
  events: readonly Told[],
  more: Omit<Partial<ToldCase>, 'rules' | 'events'> = {},
) => {
  const json = shown({ rules, events, ...more })
  return [json.closed, ...json.problems.map(({ code }) => code)]
}

describe('a gate', () => {
  it('lets an event pass when what it asks for is on record', () => {
    assert.deepEqual(closing(signedOff, [['closure.signed-off', '2026-03-19T10:00'], closed()]), [true])
  })

  it('refuses the event otherwise, and says what is lacking; the rest is still worked out', () => {
    const json = shown({ rules: signedOff, events: [closed()] })
    assert.equal(json.closed, false)
    assert.deepEqual(
      json.problems.map(({ code, what }) => [code, what]),
      [['event-refused', 'event e1 (case.closed): "closing" lacks sign-off (X-1).']],
    )
    assert.deepEqual(json.gates, [
      {
        before: 'case.closed',
        gates: ['closing'],
        subject: { kind: 'case' },
        open: false,
        hard: true,
        lacks: [{ clause: 'X-1', what: 'sign-off' }],
      },
    ])
  })

  it('is looked at when its event comes: what is recorded later does not open it', () => {
    assert.deepEqual(closing(signedOff, [closed(), ['closure.signed-off', '2026-03-21T10:00']]), [
      false,
      'event-refused',
    ])
  })

  it('is not passed with a reason where it refuses', () => {
    assert.deepEqual(closing(signedOff, [closed('2026-03-20T10:00', { override: 'family moved' })]), [
      false,
      'event-refused',
    ])
  })

  it('that asks for a reason lets the event pass, and asks when there is none', () => {
    const soft = gate('recorded: closure.signed-off', { otherwise: 'ask for a reason' })
    assert.deepEqual(closing(soft, [closed()]), [true, 'reason-needed'])
    assert.deepEqual(closing(soft, [closed('2026-03-20T10:00', { override: 'family moved' })]), [true])
  })

  it('stands only before the events that it means', () => {
    const only = gate('recorded: closure.signed-off', {
      before: '{ event: case.closed, where: { reason: non-engagement } }',
    })
    assert.deepEqual(closing(only, [closed()]), [true])
    assert.deepEqual(closing(only, [['case.closed', '2026-03-20T10:00', { reason: 'non-engagement' }]]), [
      false,
      'event-refused',
    ])
  })

  it('stands only when its condition holds', () => {
    const when = gate('recorded: closure.signed-off', { when: '  when: { recorded: case.allocated }\n' })
    assert.deepEqual(closing(when, [closed()]), [true])
    assert.deepEqual(closing(when, [['case.allocated', '2026-03-02T10:00'], closed()]), [
      false,
      'event-refused',
    ])
  })

  it('of a visit that is refused, nobody was seen', () => {
    const rules = `${gate('recorded: consent.given', { before: 'visit.made' })}- watch: seen\n  title: Seen\n  for: each child\n  last: child.seen\n`
    const json = shown({
      rules,
      people: [{ id: 'ada' }],
      events: [['visit.made', '2026-03-02T10:00', { seen: [{ child: 'ada' }] }]],
    })
    assert.equal(json.watches[0]?.last, null)
  })
})

describe('what a gate may ask for', () => {
  const people = [
    { id: 'ada', born: '2010-03-20' },
    { id: 'ben', born: '2015-01-01' },
    { id: 'mo', role: 'parent' },
  ]

  it('something for each child, each member, or each whom the event concerns', () => {
    const lacking = (forEach: string, data = {}) =>
      shown({
        rules: gate(`for-each: ${forEach}\nrecorded: closure.completed`, { before: 'closure.signed-off' }),
        people,
        events: [
          ['closure.completed', '2026-03-02T10:00', { person: 'ada' }],
          ['closure.signed-off', '2026-03-03T10:00', data],
        ],
      }).problems[0]?.what ?? ''
    const says = (...who: string[]) =>
      who.length === 0
        ? ''
        : `event e2 (closure.signed-off): "closing" lacks ${who.map((id) => `sign-off for ${id} (X-1)`).join('; ')}.`
    assert.equal(lacking('each child'), says('ben'))
    assert.equal(lacking('each member'), says('ben', 'mo'))
    assert.equal(lacking('each concerned', { children: ['ada'] }), says())
    assert.equal(lacking('each concerned', { children: ['ben'] }), says('ben'))
    assert.equal(lacking('each concerned', { children: ['ada', 'ben'] }), says('ben'))
  })

  it('nothing for a child who has left, or has not yet come', () => {
    const rules = gate('for-each: each child\nrecorded: closure.completed')
    const family = [{ id: 'ada' }, { id: 'gone', until: '2026-02-01' }, { id: 'new', from: '2026-06-01' }]
    const completed = ['closure.completed', '2026-03-02T10:00', { person: 'ada' }] as const
    assert.deepEqual(closing(rules, [completed, closed()], { people: family }), [true])
    assert.deepEqual(closing(rules, [completed, closed('2026-06-01T10:00')], { people: family }), [
      false,
      'event-refused',
    ])
  })

  it('an age on the day of the event', () => {
    const rules = gate('age: { at-least: 16, of: concerned }', { before: 'consent.given' })
    const given = (at: string) =>
      shown({ rules, people, events: [['consent.given', at, { persons: ['ada'] }]] }).problems.length
    assert.equal(given('2026-03-19T23:59'), 1)
    assert.equal(given('2026-03-20T00:00'), 0)
    const under = gate('age: { under: 16, of: concerned }', { before: 'consent.given' })
    const young = (at: string) =>
      shown({ rules: under, people, events: [['consent.given', at, { persons: ['ada'] }]] }).problems.length
    assert.equal(young('2026-03-19T23:59'), 0)
    assert.equal(young('2026-03-20T00:00'), 1)
  })

  it('an age that is not known does not open it', () => {
    const rules = gate('age: { at-least: 16, of: concerned }', { before: 'consent.given' })
    const events = [['consent.given', '2026-03-20T10:00', { persons: ['kim'] }]] as const
    assert.equal(shown({ rules, people: [{ id: 'kim' }], events }).problems.length, 1)
  })

  it('something since something else', () => {
    const rules = gate('recorded: { event: closure.agreed, since: case.reopened }')
    const agreed = (at: string) => ['closure.agreed', at] as const
    const reopened = ['case.reopened', '2026-03-10T10:00'] as const
    assert.deepEqual(closing(rules, [agreed('2026-03-09T10:00'), closed()]), [true])
    assert.deepEqual(closing(rules, [agreed('2026-03-09T10:00'), reopened, closed()]), [
      false,
      'event-refused',
    ])
    assert.deepEqual(closing(rules, [reopened, agreed('2026-03-11T10:00'), closed()]), [true])
  })

  it('something that agrees with the event in a field', () => {
    const rules = gate('recorded: { event: supervision.recorded, same: [of] }', {
      before: 'supervision.signed',
    })
    const wrong = (of: string) =>
      shown({
        rules,
        events: [
          ['supervision.held', '2026-03-01T10:00'],
          ['supervision.held', '2026-03-02T10:00'],
          ['supervision.recorded', '2026-03-03T10:00', { of: 'e1' }],
          ['supervision.signed', '2026-03-04T10:00', { of }],
        ],
      }).problems.map(({ code }) => code)
    assert.deepEqual(wrong('e1'), [])
    assert.deepEqual(wrong('e2'), ['event-refused'])
  })

  it('so many of something, no more and no fewer', () => {
    const rules = gate('count: { of: visit.attempted, at-least: 2, at-most: 3 }')
    const tries = (n: number) =>
      ['02', '03', '04', '05'].slice(0, n).map((day) => ['visit.attempted', `2026-03-${day}T10:00`] as const)
    assert.deepEqual(closing(rules, [...tries(1), closed()]), [false, 'event-refused'])
    assert.deepEqual(closing(rules, [...tries(2), closed()]), [true])
    assert.deepEqual(closing(rules, [...tries(3), closed()]), [true])
    assert.deepEqual(closing(rules, [...tries(4), closed()]), [false, 'event-refused'])
  })

  it('that the latest, or the first, of some events is this one', () => {
    const given = (at: string) => ['consent.given', at] as const
    const withdrawn = (at: string) => ['consent.withdrawn', at] as const
    const latest = gate('latest: { of: [consent.given, consent.withdrawn], is: consent.given }')
    assert.deepEqual(closing(latest, [given('2026-03-02T10:00'), closed()]), [true])
    assert.deepEqual(closing(latest, [given('2026-03-02T10:00'), withdrawn('2026-03-03T10:00'), closed()]), [
      false,
      'event-refused',
    ])
    const first = gate('first: { of: [consent.given, consent.refused], is: consent.given }')
    assert.deepEqual(
      closing(first, [given('2026-03-02T10:00'), ['consent.refused', '2026-03-03T10:00'], closed()]),
      [true],
    )
    assert.deepEqual(
      closing(first, [['consent.refused', '2026-03-01T10:00'], given('2026-03-02T10:00'), closed()]),
      [false, 'event-refused'],
    )
  })

  it('what the event itself says, and who records it', () => {
    const itself = gate('this: { reason: { present: true } }', { before: 'case.reopened' })
    const reopened = (data = {}, role = 'practitioner') =>
      [['case.reopened', '2026-03-02T10:00', data, { role }] as const] as const
    const wrong = (rules: string, events: readonly Told[]) => shown({ rules, events }).problems.length
    assert.equal(wrong(itself, reopened()), 1)
    assert.equal(wrong(itself, reopened({ reason: '  ' })), 1)
    assert.equal(wrong(itself, reopened({ reason: 'asked again' })), 0)
    const byRole = gate('by-role: [manager]', { before: 'case.reopened' })
    assert.equal(wrong(byRole, reopened()), 1)
    assert.equal(wrong(byRole, reopened({}, 'manager')), 0)
  })

  it('that the event takes place in a fixed slot', () => {
    const rules = gate('in-slot: duty', { before: 'step-down.discussed' })
    const wrong = (at: string) => shown({ rules, events: [['step-down.discussed', at]] }).problems.length
    assert.equal(wrong('2026-03-03T09:00'), 0)
    assert.equal(wrong('2026-03-03T08:59'), 1)
    assert.equal(wrong('2026-03-03T12:01'), 1)
    assert.equal(wrong('2026-03-02T10:00'), 1)
  })

  it('all of several things, any of them, or none', () => {
    const both = [
      ['closure.agreed', '2026-03-02T10:00'],
      ['closure.signed-off', '2026-03-03T10:00'],
    ] as const
    const one = both.slice(0, 1)
    const parts = '[{ recorded: closure.agreed }, { recorded: closure.signed-off }]'
    assert.deepEqual(closing(gate(`all: ${parts}`), [...both, closed()]), [true])
    assert.deepEqual(closing(gate(`all: ${parts}`), [...one, closed()]), [false, 'event-refused'])
    assert.deepEqual(closing(gate(`any: ${parts}`), [...one, closed()]), [true])
    assert.deepEqual(closing(gate(`any: ${parts}`), [closed()]), [false, 'event-refused'])
    assert.deepEqual(closing(gate(`none: ${parts}`), [closed()]), [true])
    assert.deepEqual(closing(gate(`none: ${parts}`), [...one, closed()]), [false, 'event-refused'])
  })

  it('so many people of a role', () => {
    const rules = gate('people: { role: professional, at-least: 1 }')
    assert.deepEqual(closing(rules, [closed()], { people }), [false, 'event-refused'])
    const pat = { id: 'pat', role: 'professional' }
    assert.deepEqual(closing(rules, [closed()], { people: [pat] }), [true])
    const day = closed()[1].slice(0, 10)
    assert.deepEqual(closing(rules, [closed()], { people: [{ ...pat, until: day }] }), [true])
    for (const away of [{ until: '2026-01-01' }, { from: '2029-01-01' }])
      assert.deepEqual(closing(rules, [closed()], { people: [{ ...pat, ...away }] }), [
        false,
        'event-refused',
      ])
  })
})
