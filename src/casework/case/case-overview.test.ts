import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allocate } from '../allocation/allocate.ts'
import { caseOverview } from './case-overview.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'

describe('a family that is opened', () => {
  it('comes with those who are named in it, and with those who may come to it for a page that offers them', async () => {
    const place = await smallAuthority()
    const caseId = await refer(place, '2026-03-02T10:00')
    const [manager, worker] = [place.as('manager'), place.as('practitioner')]
    place.set('2026-03-05T12:00')
    const given = await allocate(place.deps, manager, {
      caseId,
      key: 'allocation',
      at: moment('2026-03-05T12:00'),
      worker: worker.user,
      team: null,
      data: { direction: 'See both children' },
      reason: null,
    })
    assert.equal(given.kind, 'recorded')
    const shown = await caseOverview(place.deps, worker, caseId, 'overview', 'named')
    assert.deepEqual([...(shown?.users.keys() ?? [])].toSorted(), [manager.user, worker.user].toSorted())
    assert.equal(shown?.users.get(worker.user)?.name, worker.name)
    const asking = await caseOverview(place.deps, worker, caseId)
    assert.ok(asking?.users.has(place.as('senior-practitioner').user))
    assert.ok(asking?.users.has(worker.user))
  })
})
