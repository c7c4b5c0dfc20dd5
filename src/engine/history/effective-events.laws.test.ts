import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Data } from '../case-event.ts'
import { happenedBy } from './effective-events.ts'
import { moment } from '../fixtures/told-case.ts'

const written = (id: string, type: string, minute: number, data: Data): CaseEvent => {
  const at = (moment('2026-03-02T10:00') + minute * 60_000) as Instant
  return { id, type, at, recorded: at, by: null, data, override: null }
}

const asOf = moment('2026-12-31T00:00')
const decided = written('e1', 'decision.made', 0, { outcome: 'discuss', tier: 3 })

/** Corrections one after the other, each of the event or of any correction before it. */
const anyChain = fc
  .array(fc.record({ of: fc.nat(), tier: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 8 })
  .map((drawn) =>
    drawn.map(({ of, tier }, i) =>
      written(`e${i + 2}`, 'event.corrected', i + 1, { of: `e${(of % (i + 1)) + 1}`, set: { tier } }),
    ),
  )

describe('corrections of corrections', () => {
  it('are corrections of the event, and the latest word counts', () => {
    fc.assert(
      fc.property(
        anyChain.chain((chain) =>
          fc.tuple(
            fc.constant(chain),
            fc.shuffledSubarray([decided, ...chain], { minLength: chain.length + 1 }),
          ),
        ),
        ([chain, mixed]) => {
          const last = chain.at(-1)?.data['set'] as Data
          const now = happenedBy(mixed, asOf)
          assert.deepEqual(
            now.map(({ id, data }) => [id, data]),
            [['e1', { outcome: 'discuss', tier: last['tier'] }]],
          )
        },
      ),
    )
  })

  it('go with the correction that they are of', () => {
    const first = written('e2', 'event.corrected', 1, { of: 'e1', set: { tier: 2 } })
    const second = written('e3', 'event.corrected', 2, { of: 'e2', set: { outcome: 'accepted' } })
    const back = written('e4', 'event.withdrawn', 3, { of: 'e2' })
    assert.deepEqual(happenedBy([decided, first, second], asOf)[0]?.data, { outcome: 'accepted', tier: 2 })
    assert.deepEqual(happenedBy([decided, first, second, back], asOf)[0]?.data, decided.data)
  })

  it('that go round in a circle say nothing', () => {
    const one = written('e2', 'event.corrected', 1, { of: 'e3', set: { tier: 1 } })
    const other = written('e3', 'event.corrected', 2, { of: 'e2', set: { tier: 2 } })
    assert.deepEqual(happenedBy([decided, one, other], asOf), [decided])
  })

  it('can take a field away', () => {
    const gone = written('e2', 'event.corrected', 1, { of: 'e1', set: { tier: null } })
    assert.deepEqual(happenedBy([decided, gone], asOf)[0]?.data, { outcome: 'discuss' })
  })
})
