import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Form } from '#procedure/rules/form.ts'
import type { Actor, StandardRole } from '../access/actor.ts'
import { allocate } from '../allocation/allocate.ts'
import { moment, packNamed, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { record } from '../recording/record.ts'
import type { Data } from '#engine/case-event.ts'
import { handIn } from './hand-in.ts'
import { sectionsAsked } from './asked.ts'
import type { Answers } from './stored-document.ts'
import { signDocument } from './sign-document.ts'
import type { Signed } from './sign-document.ts'

const formNamed = (id: string): Form => {
  const form = packNamed('caf-process').versions[0]?.forms.find((one) => one.id === id)
  assert.ok(form)
  return form
}

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
  const form = formNamed('supervision-record')
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
  const sign = (
    by: StandardRole | Actor,
    field: string,
    onPaper: string | null = null,
    document = 'd1',
  ): Promise<Signed> =>
    signDocument(place.deps, typeof by === 'string' ? place.as(by) : by, {
      caseId,
      key: `${JSON.stringify(by)} ${field} ${onPaper} ${document}`,
      document,
      version: 1,
      field,
      onPaper: onPaper === null ? null : { name: onPaper, at: moment('2026-03-10T10:00') },
    })
  const authorise = (data: Data) => say('supervision.authorised', 'manager', data)
  return { place, caseId, sign, authorise, of: held.events[0] ?? '' }
}

type Supervised = Awaited<ReturnType<typeof supervised>>

const lastEvent = async ({ place, caseId }: Supervised) =>
  (await place.store.look(place.id, (all) => all.caseById(caseId)))?.events.at(-1)

/** Another form of the family, d2, handed in as it is. */
const keep = (
  { place, caseId }: Supervised,
  template: string,
  form: Pick<Form, 'sections'>,
  answers: Answers = {},
) =>
  place.store.change(place.id, (all) =>
    all.keepDocument(caseId, {
      id: 'd2',
      version: 1,
      kind: 'form',
      template,
      title: 'Another form',
      event: 'e1',
      writtenBy: place.as('manager').user,
      writtenAt: moment('2026-03-10T10:00'),
      content: {
        kind: 'form',
        formVersion: 1,
        procedureVersion: '2026-01-01',
        sections: sectionsAsked(form),
        answers,
        children: [],
      },
    }),
  )

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

it('a line is signed only by those whose it is, whoever else may record', async () => {
  const all = await supervised()
  const refused = async (by: StandardRole, field: string): Promise<void> =>
    assert.deepEqual(await all.sign(by, field), { kind: 'not-theirs' }, `${by} ${field}`)
  await refused('practitioner', 'manager-signature')
  await refused('business-support', 'manager-signature')
  await refused('duty-manager', 'manager-signature')
  await refused('manager', 'worker-signature')
  assert.equal((await lastEvent(all))?.type, 'supervision.recorded')
  assert.equal((await all.sign('business-support', 'manager-signature', 'The manager')).kind, 'recorded')
})

it('a line that the answers do not call for is signed by nobody', async () => {
  const all = await supervised()
  await keep(all, 'consent', formNamed('consent'))
  assert.equal((await all.sign('practitioner', 'parent-signature', 'Mo', 'd2')).kind, 'signed-already')
})

it('a line of the family is signed on paper only, whoever is signed in', async () => {
  const all = await supervised()
  await keep(all, 'consent', formNamed('consent'), { agrees: 'given' })
  for (const by of ['practitioner', 'manager', 'duty-manager'] as const)
    assert.equal((await all.sign(by, 'parent-signature', null, 'd2')).kind, 'not-theirs')
  assert.equal((await all.sign('practitioner', 'parent-signature', 'Mo', 'd2')).kind, 'recorded')
  const event = await lastEvent(all)
  assert.deepEqual([event?.type, event?.data['name']], ['document.signed', 'Mo'])
})

it('a line that does not say whose it is, is anybody’s', async () => {
  const all = await supervised()
  const line = { id: 'seen', kind: 'signature', label: 'Seen by', options: [], ends: null } as const
  const field = {
    ...line,
    guidance: null,
    needed: 'no',
    from: [],
    shownWhen: [],
    by: [],
    fields: [],
  } as const
  await keep(all, 'a form that is gone', {
    sections: [{ id: 'end', title: 'End', guidance: null, fields: [field] }],
  })
  assert.equal((await all.sign('business-support', 'seen', null, 'd2')).kind, 'recorded')
})

it('somebody of several roles signs each line in the role whose it is', async () => {
  const all = await supervised()
  const { place } = all
  const team = place.teams[0].id
  const both = await place.store.change(place.id, ({ addUser }) =>
    addUser({
      name: 'Both',
      email: 'both@example.org',
      memberships: [
        { role: 'manager', team },
        { role: 'practitioner', team },
      ],
    }),
  )
  await keep(all, 'caf', formNamed('caf'))
  for (const [document, type] of [
    ['d1', 'supervision.signed'],
    ['d2', 'document.signed'],
  ] as const)
    for (const [field, role] of [
      ['manager-signature', 'line-manager'],
      ['worker-signature', 'worker'],
    ] as const) {
      assert.equal((await all.sign(both, field, null, document)).kind, 'recorded')
      const event = await lastEvent(all)
      assert.deepEqual([event?.type, event?.by], [type, { role, id: both.user }])
    }
})
