import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aCase, anAuthority, at, type StoreOf } from './given.ts'

/** How it is kept who has opened a restricted family, and until when. */
export function openingsContract(storeOf: StoreOf): void {
  describe('openings of a restricted family', () => {
    it('stand with the case until they end, and only while it is restricted', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Thorne')
      assert.deepEqual(one.openings, [])
      const [ana, bo] = await store.change(id, async ({ addUser }) => [
        (await addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] })).user,
        (await addUser({ name: 'Bo', email: 'bo@example.org', memberships: [] })).user,
      ])
      const lasts = { user: bo, at: at('2026-03-02T10:00'), until: at('2190-03-03T10:00'), reason: 'On call' }
      const over = { ...lasts, at: at('2020-03-02T10:00'), until: at('2020-03-03T10:00') }
      await store.change(id, async ({ setCase, openRestricted }) => {
        await setCase(one.id, { restrictedTo: [ana] })
        await openRestricted(one.id, over)
        await openRestricted(one.id, lasts)
      })
      const read = () =>
        store.look(id, async ({ caseById, openTo }) => ({
          openings: (await caseById(one.id))?.openings,
          bo: await openTo(bo),
          ana: await openTo(ana),
        }))
      const family = { caseId: one.id, reference: one.reference, until: lasts.until }
      assert.deepEqual(await read(), { openings: [lasts], bo: [family], ana: [] })
      const locked = await store.change(id, ({ lockCase }) => lockCase(one.id))
      assert.deepEqual(locked?.openings, [lasts])
      await store.change(id, ({ setCase }) => setCase(one.id, { restrictedTo: null }))
      assert.deepEqual(await read(), { openings: [], bo: [], ana: [] })
    })

    it('end at once when somebody says so, and can begin again', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Tilly')
      const opening = { at: at('2026-03-02T10:00'), until: at('2190-03-03T10:00'), reason: 'On call' }
      const bo = await store.change(id, async ({ addUser, setCase, openRestricted }) => {
        const { user } = await addUser({ name: 'Bo', email: 'bo@example.org', memberships: [] })
        await setCase(one.id, { restrictedTo: [] })
        await openRestricted(one.id, { ...opening, user })
        return user
      })
      const open = () => store.look(id, async ({ caseById }) => (await caseById(one.id))?.openings.length)
      assert.equal(await open(), 1)
      await store.change(id, ({ endOpenings }) => endOpenings(one.id))
      assert.equal(await open(), 0)
      assert.deepEqual(await store.look(id, ({ openTo }) => openTo(bo)), [])
      await store.change(id, ({ openRestricted }) => openRestricted(one.id, { ...opening, user: bo }))
      assert.equal(await open(), 1)
    })

    it('begin with a reference, which has to be exact', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const other = await anAuthority(store)
      const one = await aCase(store, id, 'Underhill')
      const called = (authority: string, reference: string) =>
        store.look(authority, ({ caseCalled }) => caseCalled(reference))
      assert.equal(await called(id, ` ${one.reference.toLowerCase()} `), one.id)
      assert.equal(await called(id, one.reference.slice(0, -1)), null)
      assert.equal(await called(id, 'Underhill'), null)
      assert.notEqual(await called(other.id, one.reference), one.id)
    })
  })
}
