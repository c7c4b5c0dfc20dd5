import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allocate } from '../allocation/allocate.ts'
import { caseOverview } from '../case/case-overview.ts'
import { casePeople } from '../case/case-people.ts'
import { searchFamilies } from '../lists/families.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { reachOf } from '../access/reach.ts'
import { openRestricted, openToReader } from './open-restricted.ts'
import { restrictCase } from './restrict-case.ts'

const why = { reason: 'A relative works in the team' }

/** A family of the first team that only its manager and its practitioner may see. Nobody works with it. */
const restricted = async () => {
  const place = await smallAuthority()
  const caseId = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-06T18:00')
  const named = [place.as('manager').user, place.as('practitioner').user]
  const result = await restrictCase(place.deps, place.as('manager'), { caseId, key: 'k', named, ...why })
  assert.deepEqual(result, { kind: 'done' })
  const one = await place.store.look(place.id, (all) => all.caseById(caseId))
  return { place, caseId, reference: one?.reference ?? '', named }
}

const sees = async (
  place: SmallAuthority,
  role: Parameters<SmallAuthority['as']>[0],
  id: string,
  team?: 0 | 1,
) => (await caseOverview(place.deps, place.as(role, team), id)) !== null

describe('restricting a family', () => {
  it('leaves it to those who are named, and stands in the audit with its reason', async () => {
    const { place, caseId } = await restricted()
    assert.equal(await sees(place, 'manager', caseId), true)
    assert.equal(await sees(place, 'practitioner', caseId), true)
    for (const role of ['senior-practitioner', 'service-manager', 'quality-lead', 'duty-manager'] as const)
      assert.equal(await sees(place, role, caseId), false, role)
    const audit = await place.store.look(place.id, (all) => all.auditOf(caseId, 20))
    const entry = audit.find(({ act }) => act === 'restricted the family')
    assert.equal(entry?.user, place.as('manager').user)
    assert.deepEqual(entry?.detail, { to: 'manager of East, practitioner of East', ...why })
  })

  it('is for managers who see it, and never leaves it without one', async () => {
    const place = await smallAuthority()
    const caseId = await refer(place, '2026-03-02T10:00')
    const [manager, worker] = [place.as('manager'), place.as('practitioner')]
    const kind = async (actor: typeof manager, named: readonly string[] | null, key: string) =>
      (await restrictCase(place.deps, actor, { caseId, key, named, ...why })).kind
    assert.equal(await kind(worker, [worker.user], 'a'), 'not-allowed')
    assert.equal(await kind(place.as('senior-practitioner'), [worker.user], 'b'), 'not-allowed')
    assert.equal(await kind(place.as('manager', 1), [manager.user], 'c'), 'no-such-case')
    assert.equal(await kind(manager, [worker.user], 'd'), 'no-manager')
    assert.equal(await kind(manager, [manager.user, place.as('practitioner', 1).user], 'e'), 'not-theirs')
    assert.equal(await kind(manager, [manager.user, place.as('administrator').user], 'f'), 'not-theirs')
    await place.store.change(place.id, ({ setCase }) => setCase(caseId, { worker: worker.user }))
    assert.equal(await kind(manager, [manager.user], 'g'), 'no-worker')
    const one = await place.store.look(place.id, (all) => all.caseById(caseId))
    assert.equal(one?.restrictedTo, null)
    assert.equal(await kind(manager, [manager.user, worker.user], 'h'), 'done')
  })

  it('is lifted with a reason', async () => {
    const { place, caseId } = await restricted()
    const lift = { caseId, key: 'k2', named: null, reason: 'The relative has left' }
    assert.equal((await restrictCase(place.deps, place.as('service-manager'), lift)).kind, 'no-such-case')
    assert.equal((await restrictCase(place.deps, place.as('manager'), lift)).kind, 'done')
    assert.equal(await sees(place, 'senior-practitioner', caseId), true)
  })

  it('names whoever is given the family', async () => {
    const { place, caseId } = await restricted()
    const worker = place.as('senior-practitioner').user
    const at = moment('2026-03-06T18:00')
    const given = { caseId, key: 'k3', at, worker, team: null, data: { direction: 'See them' }, reason: null }
    assert.equal((await allocate(place.deps, place.as('manager'), given)).kind, 'recorded')
    assert.equal(await sees(place, 'senior-practitioner', caseId), true)
  })
})

describe('opening a restricted family', () => {
  const asked = { key: 'open', reason: 'A call from the police at night' }

  it('lets a manager whose family it would be see it for a day, and in no list', async () => {
    const { place, caseId, reference } = await restricted()
    const duty = place.as('duty-manager')
    const result = await openRestricted(place.deps, duty, {
      ...asked,
      reference: ` ${reference.toLowerCase()}`,
    })
    assert.deepEqual(result, { kind: 'open', caseId })
    assert.equal(await sees(place, 'duty-manager', caseId), true)
    const found = await searchFamilies(place.deps, duty, reference)
    assert.deepEqual(found?.lines, [])
    const until = moment('2026-03-07T18:00')
    assert.deepEqual(await openToReader(place.deps, duty), [{ caseId, reference, until }])
    place.set('2026-03-07T17:59')
    assert.equal(await sees(place, 'duty-manager', caseId), true)
    place.set('2026-03-07T18:00')
    assert.equal(await sees(place, 'duty-manager', caseId), false)
    assert.deepEqual(await openToReader(place.deps, duty), [])
  })

  it('ends when a manager whom it names says anew who may see it', async () => {
    const { place, caseId, reference, named } = await restricted()
    await openRestricted(place.deps, place.as('duty-manager'), { ...asked, reference })
    assert.equal(await sees(place, 'duty-manager', caseId), true)
    const again = { caseId, key: 'again', named, reason: 'Seen to' }
    assert.equal((await restrictCase(place.deps, place.as('manager'), again)).kind, 'done')
    assert.equal(await sees(place, 'duty-manager', caseId), false)
  })

  it('is told to those whom the family names and to the service managers, and stands in the audit', async () => {
    const { place, caseId, reference, named } = await restricted()
    await openRestricted(place.deps, place.as('duty-manager'), { ...asked, reference })
    const about = { ...reachOf(place.as('service-manager')), user: named[0] ?? '' }
    const query = { state: null, about, to: 'anybody', before: null, limit: 20 } as const
    const sent = (await place.store.look(place.id, ({ messages }) => messages(query))).filter(
      ({ subject }) => subject === 'A restricted family was opened',
    )
    const heads = [place.as('service-manager').user, place.as('service-manager', 1).user]
    assert.deepEqual(
      sent.map(({ to }) => (to.kind === 'user' ? to.user : '')).toSorted(),
      [...named, ...heads].toSorted(),
    )
    assert.deepEqual(
      sent.map((one) => String(one.caseId)).toSorted(),
      [caseId, caseId, 'null', 'null'].toSorted(),
    )
    for (const { body } of sent) {
      assert.match(body, /^NS-0001: duty-manager of East opened this family’s record/)
      assert.match(body, /until Sat 7 March 2026/)
      assert.doesNotMatch(body, /Example|police/)
    }
    const audit = await place.store.look(place.id, (all) => all.auditOf(caseId, 20))
    const entry = audit.find(({ act }) => act === 'opened the restricted family')
    assert.deepEqual([entry?.user, entry?.detail['reason']], [place.as('duty-manager').user, asked.reason])
  })

  it('is not for others, who cannot tell it from there being none', async () => {
    const { place, caseId, reference } = await restricted()
    const open = async (role: Parameters<SmallAuthority['as']>[0], team: 0 | 1, words: string) =>
      (await openRestricted(place.deps, place.as(role, team), { ...asked, reference: words })).kind
    assert.equal(await open('manager', 1, reference), 'none', 'a manager of another team')
    assert.equal(await open('manager', 1, 'NS-9999'), 'none')
    assert.equal(await open('service-manager', 0, 'Example'), 'none', 'a name is no reference')
    for (const role of ['practitioner', 'senior-practitioner', 'quality-lead', 'administrator'] as const)
      assert.equal(await open(role, 0, reference), 'not-allowed', role)
    const one = await place.store.look(place.id, (all) => all.caseById(caseId))
    assert.deepEqual(one?.openings, [])
    const tries = await place.store.look(place.id, (all) => all.auditOf(null, 9))
    assert.deepEqual(
      tries.map(({ act, detail }) => [act, detail]),
      [1, 2, 3].map(() => ['tried to open a restricted family', {}]),
    )
  })

  it('shows no protected address, and lets nobody but a service manager change whom it names', async () => {
    const { place, caseId, reference, named } = await restricted()
    await place.store.change(place.id, async ({ caseById, setPeople }) => {
      const people = (await caseById(caseId))?.people ?? []
      const safe = people.map((one) => ({ ...one, address: '5 Quiet Lane', addressProtected: true }))
      await setPeople(caseId, safe, { at: moment('2026-03-06T18:00'), by: null })
    })
    const lives = async (role: Parameters<SmallAuthority['as']>[0]) =>
      (await casePeople(place.deps, place.as(role), caseId))?.people[0]?.lives.kind
    assert.equal(await lives('manager'), 'known')
    for (const role of ['duty-manager', 'service-manager'] as const) {
      await openRestricted(place.deps, place.as(role), { ...asked, key: role, reference })
      assert.equal(await lives(role), 'protected', role)
    }
    const lift = { caseId, named: [...named], ...why }
    const kind = async (role: 'duty-manager' | 'service-manager') =>
      (await restrictCase(place.deps, place.as(role), { ...lift, key: `change ${role}` })).kind
    assert.equal(await kind('duty-manager'), 'not-allowed')
    assert.equal(await kind('service-manager'), 'done')
  })
})
