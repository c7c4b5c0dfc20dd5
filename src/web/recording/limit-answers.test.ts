import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RunningLimit } from '#casework/asking/running-limits.ts'
import { limitAnswers } from './limit-answers.ts'

const people = (['ada', 'ben'] as const).map((id) => ({
  id,
  name: id === 'ada' ? 'Ada Example' : 'Ben Example',
}))

const hints = (type: string, runs: RunningLimit['runs']) =>
  limitAnswers(type, [{ rule: 'seen', title: 'Child seen', runs }], people).map(({ value, hint }) => [
    value,
    hint ?? null,
  ])

describe('the time limits that are offered', () => {
  it('say for whom each runs until when, and what a pause does not change', () => {
    const runs = [
      { person: 'ada', deed: null, due: '2026-03-06', standing: 'overdue', moves: true },
      { person: 'ben', deed: null, due: '2026-03-27', standing: 'open', moves: true },
    ] as const
    assert.deepEqual(hints('clock.paused', runs), [
      [
        'seen',
        'Ada Example: was due Friday 6 March 2026; Ben Example: due Friday 27 March 2026. What is overdue stays overdue.',
      ],
      ['all', 'Also those that begin while they are paused.'],
    ])
    assert.deepEqual(hints('clock.resumed', [runs[0]]), [
      ['seen', 'Ada Example: was due Friday 6 March 2026.'],
      ['all', null],
    ])
    const given = { person: null, deed: null, due: '2026-03-27', standing: 'open', moves: false } as const
    assert.deepEqual(hints('clock.paused', [given, { ...given, due: '2026-03-30' }, given])[0], [
      'seen',
      'Due Friday 27 March 2026; due Monday 30 March 2026. A date that was agreed does not move.',
    ])
    assert.deepEqual(hints('clock.paused', [{ ...given, deed: 'Buy a clock' }])[0], [
      'seen',
      'Buy a clock: due Friday 27 March 2026. A date that was agreed does not move.',
    ])
  })

  it('are none to go on where none is paused, and all of them can always be paused', () => {
    assert.deepEqual(limitAnswers('clock.resumed', [], people), [])
    assert.deepEqual(
      limitAnswers('clock.paused', [], people).map(({ value }) => value),
      ['all'],
    )
  })
})
