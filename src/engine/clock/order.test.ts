import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told } from '../fixtures/told-case.ts'
import { clock, rows } from '../fixtures/told-case.ts'

const rule = (key: string, number: string | number, more = '') =>
  clock(
    `start: contact.made\nmet: plan.shared\n${key}: { number: ${number}, of: taf.held, planned-by: taf.agreed }\n${more}`,
    'by-order',
  )

const contact = ['contact.made', '2026-03-02T10:00'] as const
const due = (rules: string, ...events: readonly Told[]) =>
  rows({ rules, events: [contact, ...events] }, 'due')[0]?.[1]

describe('due by order', () => {
  const second = rule('before-the', 2)
  const held = (at: string, data = {}) => ['taf.held', at, data] as const
  const agreed = (at: string, data: object) => ['taf.agreed', at, data as never] as const

  it('has no date until the meeting has one', () => {
    const told = { rules: second, events: [contact, held('2026-03-09T10:00')] }
    assert.deepEqual(rows(told, 'due', 'standing'), [['by-order', null, 'open']])
  })

  it('is due on the day for which the meeting is planned', () => {
    assert.equal(
      due(second, held('2026-03-09T10:00'), agreed('2026-03-09T11:00', { date: '2026-04-14' })),
      '2026-04-14',
    )
    assert.equal(due(second, agreed('2026-03-09T11:00', { date: '2026-04-14', number: 2 })), '2026-04-14')
  })

  it('a plan without a number is for the next meeting', () => {
    assert.equal(due(second, agreed('2026-03-03T11:00', { date: '2026-03-17' })), null)
  })

  it('follows the meeting when it is planned anew', () => {
    assert.equal(
      due(
        second,
        held('2026-03-09T10:00'),
        agreed('2026-03-09T11:00', { date: '2026-04-14' }),
        agreed('2026-03-20T11:00', { date: '2026-04-21' }),
      ),
      '2026-04-21',
    )
  })

  it('before the meeting means before it began, on its very day', () => {
    const meetings = [contact, held('2026-03-09T10:00'), held('2026-04-13T10:00')]
    const at = (shared: string) =>
      rows({ rules: second, events: [...meetings, ['plan.shared', shared]] }, 'due', 'standing')
    assert.deepEqual(at('2026-04-13T09:59'), [['by-order', '2026-04-13', 'met']])
    assert.deepEqual(at('2026-04-13T10:01'), [['by-order', '2026-04-13', 'met-late']])
    assert.deepEqual(rows({ rules: second, events: meetings, asOf: '2026-04-13T10:01' }, 'standing'), [
      ['by-order', 'overdue'],
    ])
  })

  it('at the meeting means on its day', () => {
    const rules = rule('at-the', 2)
    const events = [
      contact,
      held('2026-03-09T10:00'),
      held('2026-04-13T10:00'),
      ['plan.shared', '2026-04-13T16:00'],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'due', 'standing'), [['by-order', '2026-04-13', 'met']])
  })

  it('a limit beside it holds where it is the earlier', () => {
    const rules = rule('before-the', 2, 'within: 4 weeks')
    assert.equal(due(rules), '2026-03-30')
    assert.equal(due(rules, agreed('2026-03-03T11:00', { date: '2026-04-14', number: 2 })), '2026-03-30')
    assert.equal(due(rules, agreed('2026-03-03T11:00', { date: '2026-03-20', number: 2 })), '2026-03-20')
  })

  it('the last meeting is the one that says so, and the last but one is the one before it', () => {
    const meetings = [
      held('2026-03-09T10:00'),
      agreed('2026-03-09T11:00', { date: '2026-04-14', number: 2 }),
      agreed('2026-03-09T11:05', { date: '2026-05-12', number: 3, final: true }),
    ]
    assert.equal(due(rule('at-the', 'final'), ...meetings), '2026-05-12')
    assert.equal(due(rule('at-the', 'penultimate'), ...meetings), '2026-04-14')
    assert.equal(due(rule('at-the', 'final'), ...meetings.slice(0, 2)), null)
    assert.equal(due(rule('at-the', 'penultimate'), ...meetings.slice(0, 2)), null)
  })

  it('there is none before the only meeting', () => {
    assert.equal(due(rule('at-the', 'penultimate'), held('2026-03-09T10:00', { final: true })), null)
  })

  it('the number that a meeting carries counts, not its place', () => {
    assert.equal(due(second, held('2026-03-09T10:00', { number: 2 })), '2026-03-09')
  })

  it('meetings are counted anew in a reopened case', () => {
    const events = [
      contact,
      held('2026-03-09T10:00'),
      held('2026-03-16T10:00'),
      ['case.closed', '2026-03-20T10:00', { reason: 'work-done' }],
      ['case.reopened', '2026-05-05T10:00'],
      ['contact.made', '2026-05-06T10:00'],
      held('2026-05-12T10:00'),
      agreed('2026-05-12T11:00', { date: '2026-06-09' }),
    ] as const
    assert.deepEqual(rows({ rules: second, events }, 'startedBy', 'due'), [
      ['by-order', 'e1', '2026-03-16'],
      ['by-order', 'e6', '2026-06-09'],
    ])
  })
})
