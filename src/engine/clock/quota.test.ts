import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told } from '../fixtures/told-case.ts'
import { clock, rows } from '../fixtures/told-case.ts'

const rules = clock(
  'for: worker\nstart: worker.started\nmet: { event: supervision.held, where: { kind: individual } }\nquota: { at-least: 10, in: 12 months }',
  'ten-a-year',
)

const started = ['worker.started', '2026-01-05T09:00'] as const
const held = (at: string, kind = 'individual') => ['supervision.held', at, { kind }] as const

const ten = [
  held('2026-02-05T10:00'),
  held('2026-03-05T10:00'),
  held('2026-04-07T10:00'),
  held('2026-05-05T10:00'),
  held('2026-06-04T10:00'),
  held('2026-07-02T10:00'),
  held('2026-08-06T10:00'),
  held('2026-09-03T10:00'),
  held('2026-10-01T10:00'),
  held('2026-11-05T10:00'),
]

/** The one that is still to come. */
const next = (events: readonly Told[], asOf = '2026-12-01T09:00') =>
  rows({ rules, worker: 'w1', events: [started, ...events], asOf }, 'due', 'standing').at(-1)

describe('at least ten in any twelve months', () => {
  it('before there were any, all ten are due by the end of the first twelve months', () => {
    assert.deepEqual(next([], '2026-02-01T09:00'), ['ten-a-year w1', '2027-01-05', 'open'])
  })

  it('below ten, the first twelve months still count', () => {
    assert.deepEqual(next(ten.slice(0, 9)), ['ten-a-year w1', '2027-01-05', 'open'])
  })

  it('at ten, the next is due on the day on which the first falls out of the window', () => {
    assert.deepEqual(next(ten), ['ten-a-year w1', '2027-02-05', 'open'])
  })

  it('beyond ten, the second of all falls out next', () => {
    assert.deepEqual(next([...ten, held('2026-12-03T10:00')], '2026-12-04T09:00'), [
      'ten-a-year w1',
      '2027-03-05',
      'open',
    ])
  })

  it('two on one day are two', () => {
    assert.deepEqual(next([...ten.slice(0, 9), held('2026-10-01T15:00')]), [
      'ten-a-year w1',
      '2027-02-05',
      'open',
    ])
  })

  it('a group session is not an individual one', () => {
    assert.deepEqual(next([...ten.slice(0, 9), held('2026-11-05T10:00', 'group')]), [
      'ten-a-year w1',
      '2027-01-05',
      'open',
    ])
  })

  it('is in time on that day, and late on the day after', () => {
    assert.deepEqual(next(ten, '2027-02-05T23:59')?.[2], 'due-soon')
    assert.deepEqual(next(ten, '2027-02-06T00:00')?.[2], 'overdue')
    const late = rows(
      { rules, worker: 'w1', events: [started, ...ten, held('2027-02-06T10:00')], asOf: '2027-02-07T09:00' },
      'due',
      'standing',
    )
    assert.deepEqual(late.slice(-2), [
      ['ten-a-year w1', '2027-02-05', 'met-late'],
      ['ten-a-year w1', '2027-03-05', 'open'],
    ])
  })

  it('each session meets the one that was due', () => {
    const met = rows({ rules, worker: 'w1', events: [started, ...ten.slice(0, 2)] }, 'due', 'metOn')
    assert.deepEqual(met, [
      ['ten-a-year w1', '2027-01-05', '2026-02-05'],
      ['ten-a-year w1', '2027-01-05', '2026-03-05'],
      ['ten-a-year w1', '2027-01-05', null],
    ])
  })
})

describe('at least two a year for a case', () => {
  const yearly = clock(
    'start: { each: case.allocated }\nmet: supervision.held\nquota: { at-least: 2, in: 12 months }',
    'two-a-year',
  )
  const talk = ['supervision.held', '2026-02-03T10:00'] as const

  it('is no longer asked for when the case has closed', () => {
    const events: readonly Told[] = [
      ['case.allocated', '2026-01-05T09:00'],
      talk,
      ['case.closed', '2026-03-02T09:00'],
    ]
    assert.deepEqual(rows({ rules: yearly, events }, 'metBy', 'standing'), [
      ['two-a-year', 'e2', 'met'],
      ['two-a-year', null, 'lapsed'],
    ])
  })
})
