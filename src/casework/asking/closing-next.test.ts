import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { allocate } from '../allocation/allocate.ts'
import { caseOverview } from '../case/case-overview.ts'
import { closingNext } from './closing-next.ts'
import { expectedNext } from './expected-next.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { record } from '../recording/record.ts'

const begun = async () => {
  const place = await smallAuthority()
  const caseId = await refer(place, '2026-03-02T10:00')
  const manager = place.as('manager')
  const say = async (type: string, at: string, data: Data = {}) => {
    place.set(at)
    const said = [{ type, at: moment(at), data }]
    const result = await record(place.deps, manager, { caseId, key: `${type} ${at}`, said, reason: null })
    assert.equal(result.kind, 'recorded', JSON.stringify(result))
  }
  const now = async () => {
    const overview = await caseOverview(place.deps, manager, caseId)
    assert.ok(overview)
    return overview
  }
  return { place, caseId, manager, say, now }
}

describe('closing comes next', () => {
  it('once everything that the procedure asks for before it is on record, and not when the case is closed', async () => {
    const { place, caseId, manager, say, now } = await begun()
    await say('decision.made', '2026-03-03T09:00', { outcome: 'accepted', tier: 3 })
    place.set('2026-03-05T12:00')
    await allocate(place.deps, manager, {
      caseId,
      key: 'given',
      at: moment('2026-03-05T12:00'),
      worker: place.as('practitioner').user,
      team: null,
      data: { direction: 'See both children' },
      reason: null,
    })
    await say('closure.agreed', '2026-03-09T09:00')
    await say('taf.held', '2026-03-10T09:00', { final: true })
    const children = (await now()).record.people.map(({ id }) => id)
    await say('closure.completed', '2026-03-11T09:00', { children })
    assert.equal(closingNext((await now()).standing), null)
    await say('closure.signed-off', '2026-03-12T09:00')
    const { standing } = await now()
    const ready = { title: 'Everything that is needed for closing is on record', clause: 'NS-9.2' }
    assert.deepEqual(closingNext(standing), ready)
    const expected = expectedNext(standing).find(({ type }) => type === 'case.closed')
    assert.deepEqual([expected?.title, expected?.clause], [ready.title, ready.clause])
    await say('case.closed', '2026-03-12T10:00', { reason: 'plan-achieved' })
    assert.equal(closingNext((await now()).standing), null)
  })

  it('where the family was referred on, by the clause that says so', async () => {
    const { say, now } = await begun()
    assert.equal(closingNext((await now()).standing), null)
    await say('decision.made', '2026-03-03T09:00', { outcome: 'universal' })
    assert.deepEqual(closingNext((await now()).standing), {
      title: 'Decided: Tier 2 / universal services',
      clause: 'NS-2.1',
    })
  })
})
