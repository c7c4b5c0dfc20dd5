import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shown } from './fixtures/told-case.ts'

const events = [
  ['case.allocated', '2026-03-02T10:00'],
  ['visit.made', '2026-03-06T10:00', { seen: [{ child: 'ada', alone: true }] }],
  ['visit.made', '2026-03-09T10:00', { seen: [{ child: 'ada' }] }],
  ['case.closed', '2026-03-10T10:00'],
  ['case.reopened', '2026-03-12T10:00'],
] as const

describe('what is kept in view', () => {
  it('says when a child was last seen, also where the case was closed and reopened since', () => {
    const rules = 'watch: seen\ntitle: Seen\nfor: each child\nlast: child.seen'
    const { watches } = shown({ rules, people: [{ id: 'ada' }], events, asOf: '2026-03-16' })
    assert.deepEqual(
      watches.map(({ last, lastAlone }) => [last, lastAlone]),
      [['2026-03-09', '2026-03-06']],
    )
  })

  it('counts from the reopening how often something has happened', () => {
    const rules = 'watch: visits\ntitle: Visits\ncount: visit.made\nreaches: 2'
    const { watches } = shown({ rules, people: [{ id: 'ada' }], events, asOf: '2026-03-16' })
    assert.deepEqual(
      watches.map(({ count }) => count),
      [0],
    )
  })
})
