import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import type { KnownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { realService } from '../../testing/real-service.ts'

/** The family Marlow, restricted by its manager to themself and the worker. */
const restricted = async (): Promise<KnownFamily> => {
  const known = await knownFamily()
  const manager = await known.as('manager')
  await manager.get(`/cases/${known.id}/restriction`)
  const named = [known.place.as('manager').user, known.place.as('practitioner').user]
  const sent = await manager.send('', { who: 'named', named, reason: 'A relative works in the team' })
  assert.equal(sent.statusCode, 303)
  return known
}

describe('saying who may see a family', () => {
  it('begins on the family’s page, for managers', async () => {
    const { as, id } = await knownFamily()
    const manager = await as('manager')
    assert.match((await manager.get(`/cases/${id}`)).body, /Restrict to named people/)
    const worker = await as('practitioner')
    assert.doesNotMatch((await worker.get(`/cases/${id}`)).body, /Restrict to named people/)
    assert.equal((await worker.get(`/cases/${id}/restriction`)).statusCode, 403)
  })

  it('offers those who would see the family, with the worker and oneself chosen', async () => {
    const { as, id } = await knownFamily()
    const { body } = await (await as('manager')).get(`/cases/${id}/restriction`)
    assert.deepEqual(await problemsIn(body), [])
    assert.match(body, /practitioner of East<\/label>/)
    assert.match(body, /Practitioner, works with the family/)
    assert.match(body, /service-manager of West<\/label>/)
    assert.doesNotMatch(body, /practitioner of West|administrator of East/)
    const chosen = [...body.matchAll(/name="named"[^>]*? checked/g)]
    assert.equal(chosen.length, 2)
  })

  it('warns that nobody sees a protected address of a family that names nobody', async () => {
    const { as, id, place } = await restricted()
    const page = async () => (await (await as('manager')).get(`/cases/${id}/restriction`)).body
    assert.doesNotMatch(await page(), /Then nobody is shown it/)
    await place.store.change(place.id, async (all) => {
      const one = await all.caseById(id)
      assert.ok(one)
      await all.setPeople(
        id,
        one.people.map((person) => ({ ...person, addressProtected: true })),
      )
    })
    assert.match(await page(), /There is a protected address here\. Then nobody is shown it/)
    assert.deepEqual(await problemsIn(await page()), [])
  })

  it('asks for a reason, for the worker and for a manager, and keeps what was typed', async () => {
    const { as, id, place } = await knownFamily()
    const manager = await as('manager')
    await manager.get(`/cases/${id}/restriction`)
    const nothing = await manager.send('', { who: 'named', named: '', reason: '' })
    assert.equal(nothing.statusCode, 422)
    assert.match(nothing.body, /Enter the reason/)
    const own = place.as('manager').user
    const without = await manager.send('', { who: 'named', named: own, reason: 'A relative' })
    assert.match(without.body, /Choose the family’s worker too/)
    assert.match(without.body, />A relative<\/textarea>/)
    const worker = place.as('practitioner').user
    const alone = await manager.send('', { who: 'named', named: worker, reason: 'A relative' })
    assert.match(alone.body, /Choose a manager too/)
    assert.deepEqual(await problemsIn(alone.body), [])
  })

  it('hides the family from everybody else, and says on its pages whom it names', async () => {
    const { as, id, place } = await restricted()
    for (const role of ['senior-practitioner', 'service-manager', 'quality-lead'] as const) {
      const other = await as(role)
      assert.equal((await other.get(`/cases/${id}`)).statusCode, 404, role)
      await other.get('/families')
      assert.doesNotMatch((await other.send('/families', { q: 'Marlow' })).body, /\/cases\//, role)
      const boards = await other.get(`/team/${place.teams[0].id}`)
      assert.doesNotMatch(boards.body, /Marlow/, role)
    }
    const { body } = await (await as('practitioner')).get(`/cases/${id}/timeline`)
    assert.match(body, /Only manager of East and practitioner of East may see this family/)
    assert.doesNotMatch(body, /Change who may see it/)
    assert.match((await (await as('manager')).get(`/cases/${id}`)).body, /Change who may see it/)
  })

  it('stands in the history with its reason', async () => {
    const { as, id } = await restricted()
    const { body } = await (await as('manager')).get(`/cases/${id}/audit`)
    assert.match(body, /Restricted the family/)
    assert.match(body, /A relative works in the team/)
    const head = await as('service-manager')
    await head.get('/restricted')
    await head.send('', { reference: 'NS-0001', reason: 'A call at night' })
    const after = await head.get(`/cases/${id}/audit`)
    assert.match(after.body, /until: Saturday 28 March 2026 at 9am; reason: A call at night/)
  })

  it('can be lifted', async () => {
    const { as, id } = await restricted()
    const manager = await as('manager')
    await manager.get(`/cases/${id}/restriction`)
    const sent = await manager.send('', { who: 'all', named: '', reason: 'The relative has left' })
    assert.equal(sent.headers.location, `/cases/${id}`)
    assert.equal((await (await as('senior-practitioner')).get(`/cases/${id}`)).statusCode, 200)
  })
})

describe('opening a restricted family', () => {
  it('is reached from the families by managers, and by nobody else', async () => {
    const { as } = await restricted()
    const head = await as('service-manager')
    assert.match((await head.get('/families')).body, /href="\/restricted"/)
    const worker = await as('practitioner')
    assert.doesNotMatch((await worker.get('/families')).body, /\/restricted/)
    assert.equal((await worker.get('/restricted')).statusCode, 403)
  })

  it('shows what a reference of this authority looks like', async () => {
    const { settled } = await realService(['South Mere'])
    const { who } = await settled('head@example.org', 'service-manager')
    assert.match((await who.get('/restricted')).body, /such as SM-0041/)
  })

  it('asks for the exact reference and a reason, and says nothing of what it does not find', async () => {
    const { as } = await restricted()
    const other = await as('manager', 1)
    const { body } = await other.get('/restricted')
    assert.deepEqual(await problemsIn(body), [])
    assert.match((await other.send('', {})).body, /Enter why you have to see it/)
    const hidden = await other.send('', { reference: 'NS-0001', reason: 'Police' })
    const none = await other.send('', { reference: 'NS-9999', reason: 'Police' })
    assert.equal(hidden.statusCode, 422)
    assert.match(hidden.body, /There is no restricted family with this reference that you could open/)
    const same = (text: string): string => text.replaceAll(/value="[^"]*"/g, '')
    assert.equal(same(hidden.body), same(none.body))
    assert.doesNotMatch(hidden.body, /Marlow/)
  })

  it('shows the family with who opened it, until when and why, to all who may see it', async () => {
    const { as, id } = await restricted()
    const head = await as('service-manager')
    await head.get('/restricted')
    const sent = await head.send('', { reference: 'ns-0001', reason: 'A call at night' })
    assert.equal(sent.headers.location, `/cases/${id}`)
    const opened =
      /Opened by service-manager of East<\/strong> on Friday 27 March 2026 at 9am, until Saturday 28 March 2026 at 9am\. The reason: A call at night/
    const page = await head.get(`/cases/${id}`)
    assert.match(page.body, /open to you for 24 hours/)
    assert.match(page.body, opened)
    assert.match((await (await as('practitioner')).get(`/cases/${id}/people`)).body, opened)
    const list = await head.get('/restricted')
    assert.match(list.body, /Open to you now/)
    assert.match(list.body, new RegExp(`href="/cases/${id}"`))
    assert.deepEqual(await problemsIn(list.body), [])
  })
})
