import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reachOf } from '../access/reach.ts'
import { record } from '../recording/record.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { aDocument } from '../store-contract/given.ts'
import { handIn } from './hand-in.ts'
import type { HandingIn } from './hand-in.ts'
import { returnDocument } from './return-document.ts'

const decided = {
  type: 'decision.made',
  at: moment('2026-03-02T11:00'),
  data: { outcome: 'accepted', tier: 3 },
}

const referred = async () => {
  const place = await smallAuthority()
  const caseId = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-02T12:00')
  const handing = (more: Partial<HandingIn> = {}): HandingIn => ({
    caseId,
    key: 'the form',
    document: { kind: 'form', template: 'referral', title: 'Referral', content: aDocument('w').content },
    of: null,
    said: { type: 'document.written', at: moment('2026-03-02T12:00'), data: {} },
    known: 1,
    reason: null,
    draft: `form:${caseId}:referral`,
    ...more,
  })
  const kept = () =>
    place.store.look(place.id, async (all) => ({
      documents: (await all.documentsOf(caseId)).map(({ id, version, event }) => `${id} ${version} ${event}`),
      events: (await all.caseById(caseId))?.events.map(({ type }) => type),
    }))
  return { place, caseId, handing, kept }
}

describe('handing in', () => {
  it('keeps the document with the event that refers to it; the same key again gives the same answer', async () => {
    const { place, handing, kept } = await referred()
    const first = await handIn(place.deps, place.as('practitioner'), handing())
    assert.deepEqual(first, { kind: 'kept', id: 'd1', events: ['e2'] })
    assert.deepEqual(await handIn(place.deps, place.as('practitioner'), handing()), first)
    const second = await handIn(place.deps, place.as('practitioner'), handing({ key: 'another' }))
    assert.deepEqual(second, { kind: 'kept', id: 'd2', events: ['e3'] })
    assert.deepEqual(await kept(), {
      documents: ['d1 1 e2', 'd2 1 e3'],
      events: ['referral.received', 'document.written', 'document.written'],
    })
  })

  it('needs the right to see the family, and to record in it', async () => {
    const { place, handing, kept } = await referred()
    const before = await kept()
    assert.equal((await handIn(place.deps, place.as('practitioner', 1), handing())).kind, 'no-such-case')
    assert.equal((await handIn(place.deps, place.as('quality-lead'), handing())).kind, 'not-allowed')
    assert.equal(
      (await handIn(place.deps, place.as('practitioner'), handing({ reason: 'x' }))).kind,
      'not-allowed',
    )
    assert.deepEqual(await kept(), before)
  })

  it('keeps nothing where a gate is shut', async () => {
    const { place, handing, kept } = await referred()
    const before = await kept()
    const said = { type: 'case.closed', at: moment('2026-03-02T11:00'), data: { reason: 'work-done' } }
    assert.equal((await handIn(place.deps, place.as('manager'), handing({ said }))).kind, 'shut')
    assert.deepEqual(await kept(), before)
  })

  it('is told of a decision that was recorded meanwhile, and can be sent again knowing of it', async () => {
    const { place, caseId, handing, kept } = await referred()
    const other = { caseId, key: 'decided', said: [decided], reason: null }
    assert.equal((await record(place.deps, place.as('manager'), other)).kind, 'recorded')
    const late = handing({ said: decided })
    const told = await handIn(place.deps, place.as('manager'), late)
    assert.equal(told.kind === 'overtaken' && told.event.id, 'e2')
    assert.deepEqual((await kept()).documents, [])
    assert.equal((await handIn(place.deps, place.as('manager'), { ...late, known: 2 })).kind, 'kept')
  })

  it('another version is one of the same form, of the version that was seen', async () => {
    const { place, handing, kept } = await referred()
    const who = place.as('practitioner')
    await handIn(place.deps, who, handing())
    const change = (key: string, seen: number, template = 'referral') =>
      handIn(
        place.deps,
        who,
        handing({ key, of: { id: 'd1', seen }, document: { ...handing().document, template } }),
      )
    assert.equal((await change('another form', 1, 'plan')).kind, 'no-such-case')
    assert.equal((await change('first', 1)).kind, 'kept')
    assert.equal((await change('second', 1)).kind, 'changed-meanwhile')
    assert.equal((await change('third', 2)).kind, 'kept')
    assert.deepEqual((await kept()).documents, ['d1 1 e2', 'd1 2 e3', 'd1 3 e4'])
  })

  it('tells whoever gave the form back that it was handed in again, once', async () => {
    const { place, caseId, handing } = await referred()
    const who = place.as('practitioner')
    const manager = place.as('manager')
    await handIn(place.deps, who, handing())
    const told = () =>
      place.store.look(place.id, async (all) => {
        const query = { state: null, about: reachOf(manager), to: null, before: null, limit: 50 } as const
        return (await all.messages(query))
          .filter(({ subject }) => subject === 'A form that you returned was handed in again')
          .map(({ to, body }) => ({ to, body }))
      })
    await returnDocument(place.deps, manager, { caseId, key: 'back', document: 'd1', reason: 'Say more' })
    place.set('2026-03-02T13:00')
    const again = { key: 'second', of: { id: 'd1', seen: 1 }, known: 3 }
    await handIn(place.deps, who, handing(again))
    await handIn(place.deps, who, handing({ ...again, key: 'third', of: { id: 'd1', seen: 2 }, known: 4 }))
    assert.deepEqual(await told(), [
      {
        to: { kind: 'user', user: manager.user },
        body: 'NS-0001: Referral was changed and handed in again. It stands among the family’s documents.',
      },
    ])
  })

  it('and giving a form back are told to nobody who may no longer see the family', async () => {
    const { place, caseId, handing } = await referred()
    const who = place.as('practitioner')
    const manager = place.as('manager')
    const only = (user: string) =>
      place.store.change(place.id, (all) => all.setCase(caseId, { restrictedTo: [user] }))
    await handIn(place.deps, who, handing())
    await only(manager.user)
    await returnDocument(place.deps, manager, { caseId, key: 'back', document: 'd1', reason: 'Say more' })
    await only(who.user)
    place.set('2026-03-02T13:00')
    const again = { key: 'second', of: { id: 'd1', seen: 1 }, known: 3 }
    assert.equal((await handIn(place.deps, who, handing(again))).kind, 'kept')
    const sent = await place.store.look(place.id, (all) =>
      all.messages({ state: null, about: reachOf(who), to: null, before: null, limit: 50 }),
    )
    assert.deepEqual(
      sent.map(({ subject }) => subject).filter((subject) => subject.includes('form')),
      [],
    )
  })
})
