import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { allocate } from '#casework/allocation/allocate.ts'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { receiveReferral } from '#casework/referrals/receive-referral.ts'
import { record } from '#casework/recording/record.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

describe('the referrals that somebody has sent', () => {
  const proposed = async () => {
    const service = await smallService('step-down')
    const { place } = service
    const social = place.as('social-care-manager')
    const result = await receiveReferral(place.deps, social, {
      key: 'proposal',
      family: 'Example',
      team: place.teams[0].id,
      people: [{ name: 'Ada Example', role: 'child', born: null, phone: null, address: null }],
      at: moment('2026-03-02T10:00'),
      data: { route: 'identified-by-social-care', consent: true, plan: true },
    })
    assert.equal(result.kind, 'recorded')
    const caseId = result.kind === 'recorded' ? result.caseId : ''
    const say = async (type: string, at: string, data: Data) => {
      place.set(at)
      const said = [{ type, at: moment(at), data }]
      const done = await record(place.deps, place.as('duty-manager'), { caseId, key: at, said, reason: null })
      assert.equal(done.kind, 'recorded', JSON.stringify(done))
    }
    const seen = async () => words((await (await service.as('social-care-manager')).get('/referrals')).body)
    return { service, place, caseId, say, seen }
  }

  it('say to social care what it has to do, what was decided and who works with the family', async () => {
    const { place, caseId, say, seen } = await proposed()
    assert.match(
      await seen(),
      /Example NS-0001 Sent Monday 2 March 2026 at 10am\. Not decided yet\. Now at: 1 Possible step down identified\. For you to do: Step down discussed on the next duty morning: by Tuesday 3 March 2026/,
    )
    await say('step-down.discussed', '2026-03-03T10:00', { with: 'social-care-manager' })
    await say('cin-meeting.booked', '2026-03-03T10:10', { date: '2026-03-20' })
    await say('decision.made', '2026-03-03T10:30', { outcome: 'accepted' })
    assert.match(
      await seen(),
      /Step down agreed: Tuesday 3 March 2026 at 10:30am\.[\s\S]*For you to do: Referral sent to a tray/,
    )
    const worker = place.as('practitioner')
    await allocate(place.deps, place.as('manager'), {
      caseId,
      key: 'given',
      at: moment('2026-03-03T10:30'),
      worker: worker.user,
      team: null,
      data: {},
      reason: null,
    })
    assert.match(await seen(), /practitioner of East works with the family\./)
  })

  it('are nobody else’s, and none of a family that was restricted since', async () => {
    const { service, place, caseId, seen } = await proposed()
    const partner = await service.as('partner')
    assert.doesNotMatch((await partner.get('/referrals')).body, /NS-0001/)
    await place.store.change(place.id, ({ setCase }) =>
      setCase(caseId, { restrictedTo: [place.as('manager').user] }),
    )
    assert.doesNotMatch(await seen(), /NS-0001/)
    assert.match(await seen(), /None yet/)
  })
})

describe('the referrals that wait', () => {
  it('are closed, and not given to a worker, where the decision leads elsewhere', async () => {
    const service = await smallService()
    const { place } = service
    const caseId = await refer(place, '2026-03-02T10:00')
    const manager = await service.as('manager')
    const decide = async (type: string, at: string, data: Data) => {
      place.set(at)
      const said = [{ type, at: moment(at), data }]
      const result = await record(place.deps, place.as('duty-manager'), {
        caseId,
        key: at,
        said,
        reason: null,
      })
      assert.equal(result.kind, 'recorded')
    }
    const shown = async () => words((await manager.get('/referrals')).body)
    const overview = async () => words((await manager.get(`/cases/${caseId}`)).body)
    const toRecord = async () => words((await manager.get(`/cases/${caseId}/record`)).body)
    assert.match(await shown(), /1 Referral\. 2 children, East\. Decide NS-0001/)
    assert.match(
      (await manager.get('/referrals')).body,
      new RegExp(`/cases/${caseId}/record/decision\\.made`),
    )
    await decide('decision.made', '2026-03-02T12:00', { outcome: 'discuss' })
    assert.match(await shown(), /2 Decision\. 2 children, East\. Decide NS-0001/)
    assert.match(
      (await manager.get('/referrals')).body,
      new RegExp(`/cases/${caseId}/record/threshold-meeting\\.held`),
    )
    await decide('threshold-meeting.held', '2026-03-03T09:30', { outcome: 'universal' })
    assert.match(
      await shown(),
      /Decided: Stepped down: tier 2 \/ universal services\. 2 children, East\. Close the case/,
    )
    assert.doesNotMatch(await shown(), /Give to a worker/)
    assert.match(await overview(), /Record Close the case/)
    assert.match(await toRecord(), /Expected next Close the case Decided: Stepped down/)
    assert.doesNotMatch(await overview(), /Is the threshold clear\?/)
    await decide('decision.made', '2026-03-04T09:00', { outcome: 'accepted', tier: 3 })
    assert.match(await shown(), /3 Allocation and Direction\. 2 children, East\. Give to a worker/)
    assert.doesNotMatch(await overview(), /Record Close the case/)
    assert.doesNotMatch(await toRecord(), /Expected next[\s\S]*Close the case[\s\S]*Everything else/)
  })
})
