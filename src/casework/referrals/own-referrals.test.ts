import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import type { Actor } from '../access/actor.ts'
import { allocate } from '../allocation/allocate.ts'
import { moment, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { ownReferrals } from './own-referrals.ts'
import { receiveReferral } from './receive-referral.ts'
import { record } from '../recording/record.ts'
import { withdrawEvent } from '../changes/withdraw-event.ts'

const sent = async ({ deps, teams }: SmallAuthority, referrer: Actor, data: Data): Promise<string> => {
  const result = await receiveReferral(deps, referrer, {
    key: 'referral',
    family: 'Example',
    team: teams[0].id,
    people: [{ name: 'Ada Example', role: 'child', born: null, phone: null, address: null }],
    at: moment('2026-03-02T10:00'),
    data,
  })
  assert.equal(result.kind, 'recorded')
  return result.kind === 'recorded' ? result.caseId : ''
}

describe('what somebody is told of a family that they have referred', () => {
  it('is not what its worker has to do, though they hold the same role in another team', async () => {
    const place = await smallAuthority()
    const { deps } = place
    const elsewhere = place.as('practitioner', 1)
    const caseId = await sent(place, elsewhere, { route: 'hub', form: 'MARF' })
    const said = [
      { type: 'decision.made', at: moment('2026-03-02T12:00'), data: { outcome: 'accepted', tier: 3 } },
    ]
    place.set('2026-03-02T12:00')
    const decided = await record(deps, place.as('duty-manager'), { caseId, key: 'd', said, reason: null })
    assert.equal(decided.kind, 'recorded')
    place.set('2026-03-03T10:00')
    const given = await allocate(deps, place.as('manager'), {
      caseId,
      key: 'given',
      at: moment('2026-03-03T10:00'),
      worker: place.as('practitioner').user,
      team: null,
      data: { direction: 'See them at home' },
      reason: null,
    })
    assert.equal(given.kind, 'recorded')
    const [own, ...others] = await ownReferrals(deps, elsewhere)
    assert.deepEqual(others, [])
    assert.equal(own?.worker, 'practitioner of East')
    assert.deepEqual(own?.toDo, [])
  })

  it('ends with a referral that was taken back', async () => {
    const place = await smallAuthority()
    const { deps } = place
    const partner = place.as('partner')
    const caseId = await sent(place, partner, { route: 'hub', form: 'MARF' })
    assert.equal((await ownReferrals(deps, partner)).length, 1)
    const first = (await place.store.look(place.id, (store) => store.caseById(caseId)))?.events[0]
    assert.equal(first?.type, 'referral.received')
    const done = await withdrawEvent(deps, place.as('manager'), {
      caseId,
      event: first?.id ?? '',
      key: 'back',
      seen: 0,
      knowing: true,
      reason: 'Another family was meant',
    })
    assert.equal(done.kind, 'recorded', JSON.stringify(done))
    assert.deepEqual(await ownReferrals(deps, partner), [])
  })
})
