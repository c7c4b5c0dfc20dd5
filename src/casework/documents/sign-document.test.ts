import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { StandardRole } from '../actor.ts'
import { allocate } from '../allocate.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { record } from '../record.ts'
import type { Data } from '#engine/case-event.ts'
import { handIn } from './hand-in.ts'
import { sectionsAsked } from './asked.ts'
import { signDocument } from './sign-document.ts'

/** A supervision under a procedure that asks for both signatures (CP-S4), written up on a form. */
const supervised = async () => {
  const place = await smallAuthority('caf-process')
  const caseId = await refer(place, '2026-03-02T10:00')
  const worker = place.as('practitioner').user
  await allocate(place.deps, place.as('manager'), {
    caseId,
    key: 'allocation',
    at: moment('2026-03-02T10:00'),
    worker,
    team: null,
    data: {},
    reason: 'Urgent',
  })
  place.set('2026-03-10T10:00')
  const say = (type: string, by: StandardRole, data: Data) =>
    record(place.deps, place.as(by), {
      caseId,
      key: `${type} ${JSON.stringify(data)}`,
      said: [{ type, at: moment('2026-03-10T10:00'), data }],
      reason: null,
    })
  const held = await say('supervision.held', 'manager', { kind: 'individual', worker })
  assert.ok(held.kind === 'recorded')
  const form = place.deps.shelf
    .pack('caf-process')
    ?.versions[0]?.forms.find(({ id }) => id === 'supervision-record')
  assert.ok(form)
  const kept = await handIn(place.deps, place.as('manager'), {
    caseId,
    key: 'form',
    document: {
      kind: 'form',
      template: form.id,
      title: form.title,
      content: {
        kind: 'form',
        formVersion: 1,
        procedureVersion: '2026-01-01',
        sections: sectionsAsked(form),
        answers: {},
        children: [],
      },
    },
    of: null,
    said: { type: 'supervision.recorded', at: moment('2026-03-10T10:00'), data: {} },
    known: 99,
    reason: null,
    draft: '',
  })
  assert.equal(kept.kind, 'kept')
  const sign = (by: StandardRole, field: string, onPaper: string | null = null) =>
    signDocument(place.deps, place.as(by), {
      caseId,
      key: `${by} ${field} ${onPaper}`,
      document: 'd1',
      version: 1,
      field,
      onPaper: onPaper === null ? null : { name: onPaper, at: moment('2026-03-10T10:00') },
    })
  const authorise = (data: Data) => say('supervision.authorised', 'manager', data)
  return { sign, authorise, of: held.events[0] ?? '' }
}

it('both have signed when the worker and the line manager each signed for themselves, whatever the authorisation names', async () => {
  for (const names of [true, false]) {
    const { sign, authorise, of } = await supervised()
    const data = names ? { of } : {}
    assert.equal((await sign('practitioner', 'worker-signature')).kind, 'recorded')
    assert.equal((await authorise({ ...data, reason: 'too early' })).kind, 'shut')
    assert.equal((await sign('manager', 'manager-signature')).kind, 'recorded')
    assert.deepEqual(await sign('manager', 'manager-signature'), await sign('manager', 'manager-signature'))
    assert.equal((await sign('duty-manager', 'manager-signature')).kind, 'signed-already')
    assert.equal((await authorise(data)).kind, 'recorded')
  }
})

it('what was signed on paper is no signature that a rule asks for', async () => {
  const { sign, authorise } = await supervised()
  await sign('practitioner', 'worker-signature')
  assert.equal((await sign('practitioner', 'manager-signature', 'The manager')).kind, 'recorded')
  assert.equal((await authorise({})).kind, 'shut')
})

it('nobody signs who may not record, or what is no line for it', async () => {
  const { sign } = await supervised()
  assert.equal((await sign('quality-lead', 'worker-signature')).kind, 'not-allowed')
  assert.equal((await sign('manager', 'wellbeing')).kind, 'signed-already')
})
