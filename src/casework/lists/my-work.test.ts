import assert from 'node:assert/strict'
import { it } from 'node:test'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { keptName } from '../recording/kept-name.ts'
import { myWork } from './my-work.ts'
import { record } from '../recording/record.ts'

it('what a senior practitioner does for the team is on their list, whoever works with the family', async () => {
  const place = await smallAuthority('family-work')
  const caseId = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-03T09:00')
  const at = moment('2026-03-03T09:00')
  const said = [{ type: 'decision.made', at, data: { outcome: 'accepted' } }]
  await record(place.deps, place.as('manager'), { caseId, key: 'accepted', said, reason: null })
  const titles = async (team: 0 | 1): Promise<readonly string[]> => {
    const { overdue, today, week, later } = await myWork(place.deps, place.as('senior-practitioner', team))
    return [overdue, today, week, later].flat().map(({ title }) => title)
  }
  assert.deepEqual(await titles(0), ['Contact the family and tell them of the referral'])
  assert.deepEqual(await titles(1), [])
})

it('what somebody outside has to do is on the list of whoever works with the family, who sees to it', async () => {
  const place = await smallAuthority('step-down')
  const caseId = await refer(place, '2026-03-02T10:00')
  const worker = place.as('practitioner')
  await place.store.change(place.id, (all) => all.setCase(caseId, { worker: worker.user }))
  const { later, outside } = await myWork(place.deps, worker)
  const booked = later.find(({ title }) => title === 'Next child in need meeting booked')
  assert.equal(booked?.owner, 'social-worker')
  assert.equal(outside.get('social-worker'), 'Social worker (SW)')
  assert.equal(outside.get('practitioner'), undefined)
})

it('a restricted family is on no list of somebody whom it does not name', async () => {
  const place = await smallAuthority()
  const caseId = await refer(place, '2026-03-02T10:00')
  const manager = place.as('manager')
  place.set('2026-03-03T09:00')
  const said = [{ type: 'decision.made', at: moment('2026-03-03T09:00'), data: { outcome: 'accepted' } }]
  await record(place.deps, manager, { caseId, key: 'accepted', said, reason: null })
  const families = async (): Promise<readonly string[]> => {
    const { overdue, today, week, later } = await myWork(place.deps, manager)
    return [overdue, today, week, later].flat().map((row) => row.caseId)
  }
  assert.deepEqual(await families(), [caseId])
  const restrictedTo = [place.as('practitioner').user]
  await place.store.change(place.id, (all) => all.setCase(caseId, { restrictedTo }))
  assert.deepEqual(await families(), [])
})

it('what somebody began to write about a family that they may no longer see is not listed, however it is called', async () => {
  const place = await smallAuthority()
  const caseId = await refer(place, '2026-03-02T10:00')
  const manager = place.as('manager')
  const forms = [
    `record:${caseId}:visit_made`,
    keptName(`/cases/${caseId}/people/name`) ?? '',
    'new-referral',
  ]
  const savedAt = moment('2026-03-02T11:00')
  await place.store.change(place.id, async (all) => {
    for (const form of forms)
      await all.saveDraft({ user: manager.user, form, values: {}, savedAt, revision: null })
  })
  const listed = async () => (await myWork(place.deps, manager)).drafts.map(({ form }) => form).toSorted()
  assert.deepEqual(await listed(), forms.toSorted())
  const restrictedTo = [place.as('practitioner').user]
  await place.store.change(place.id, (all) => all.setCase(caseId, { restrictedTo }))
  assert.deepEqual(await listed(), ['new-referral'])
})
