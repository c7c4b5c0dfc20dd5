import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { record } from '../recording/record.ts'
import { withdrawEvent } from './withdraw-event.ts'

it('what a gate would then refuse is told first, and recorded only knowingly', async () => {
  const { deps, store, id, as, set, ...place } = await smallAuthority('family-work')
  const caseId = await refer({ deps, store, id, as, set, ...place }, '2026-03-02T10:00')
  const say = async (type: string, at: string, data: Data): Promise<void> => {
    set(at)
    const said = [{ type, at: moment(at), data }]
    const result = await record(deps, as('service-manager'), { caseId, key: type, said, reason: null })
    assert.equal(result.kind, 'recorded', JSON.stringify(result))
  }
  await say('consent.given', '2026-03-03T10:00', { by: 'parent', scope: 'sharing' })
  await say('assessment.completed', '2026-03-10T10:00', {})
  await say('assessment.shared', '2026-03-11T10:00', { with: ['school'] })
  const asked = { caseId, key: 'back', event: 'e2', seen: 0, knowing: false, reason: 'It was never signed' }
  const told = await withdrawEvent(deps, as('manager'), asked)
  assert.deepEqual(told.kind === 'undoes' && told.events.map(({ id: event }) => event), ['e4'])
  const one = () => store.look(id, (all) => all.caseById(caseId))
  assert.equal((await one())?.events.length, 4)
  const knowingly = await withdrawEvent(deps, as('manager'), { ...asked, knowing: true })
  assert.deepEqual(knowingly, { kind: 'recorded', caseId, events: ['e5'] })
  assert.deepEqual(await withdrawEvent(deps, as('manager'), { ...asked, knowing: true }), knowingly)
  assert.equal((await one())?.events.length, 5)
})
