import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/record.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

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
    await decide('decision.made', '2026-03-02T12:00', { outcome: 'discuss' })
    assert.match(await shown(), /2 Decision\. 2 children, East\. Give to a worker/)
    await decide('threshold-meeting.held', '2026-03-03T09:30', { outcome: 'universal' })
    assert.match(
      await shown(),
      /Decided: Stepped down: tier 2 \/ universal services\. 2 children, East\. Close the case/,
    )
    assert.doesNotMatch(await shown(), /Give to a worker/)
    assert.match(await toRecord(), /Expected next Close the case Decided: Stepped down/)
    assert.doesNotMatch(await overview(), /Is the threshold clear\?/)
    await decide('decision.made', '2026-03-04T09:00', { outcome: 'accepted', tier: 3 })
    assert.match(await shown(), /3 Allocation and Direction\. 2 children, East\. Give to a worker/)
    assert.doesNotMatch(await toRecord(), /Expected next[\s\S]*Close the case[\s\S]*Everything else/)
  })
})
