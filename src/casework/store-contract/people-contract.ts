import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aCase, anAuthority, aPerson, at, day, type StoreOf } from './given.ts'

/** How what was known of people before stays, with who changed it. */
export function peopleContract(storeOf: StoreOf): void {
  describe('what was known of people', () => {
    it('stays when it is changed, with when and by whom', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      const one = await aCase(store, id, 'Upton', [
        aPerson('jo', 'Jo Upton', { address: '1 Quay' }),
        aPerson('kim', 'Kim Upton', { role: 'child' }),
      ])
      const [jo, kim] = one.people
      assert.ok(jo !== undefined && kim !== undefined)
      const written = { at: at('2026-04-01T09:30'), by: user }
      const moved = {
        ...jo,
        name: 'Jo Vale',
        address: '2 Mill',
        addressProtected: true,
        until: day('2026-03-31'),
      }
      await store.change(id, async ({ setPeople, lockPerson }) => {
        await lockPerson(jo.personId)
        await setPeople(one.id, [moved, kim], written)
      })
      await store.change(id, ({ setPeople }) =>
        setPeople(one.id, [moved, kim], { ...written, at: at('2026-04-02T09:30') }),
      )
      const { known, places } = await store.look(id, ({ peopleVersions }) => peopleVersions(one.id))
      const opened = { at: at('2026-03-02T09:00'), by: null }
      const ofJo = { name: 'Jo Upton', born: null, phone: null, address: '1 Quay', addressProtected: false }
      assert.deepEqual(
        known.filter(({ personId }) => personId === jo.personId),
        [
          { ...opened, personId: jo.personId, known: ofJo },
          {
            ...written,
            personId: jo.personId,
            known: { ...ofJo, name: 'Jo Vale', address: '2 Mill', addressProtected: true },
          },
        ],
      )
      assert.equal(known.filter(({ personId }) => personId === kim.personId).length, 1)
      const place = { id: 'jo', role: 'parent', from: null, until: null, member: true }
      assert.deepEqual(
        places.filter(({ personId }) => personId === jo.personId),
        [
          { ...opened, personId: jo.personId, place },
          { ...written, personId: jo.personId, place: { ...place, until: day('2026-03-31') } },
        ],
      )
    })

    it('says who was taken off a case', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Upton', [aPerson('jo', 'Jo Upton')])
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      const written = { at: at('2026-04-01T09:30'), by: user }
      await store.change(id, ({ setPeople }) => setPeople(one.id, [], written))
      const { places } = await store.look(id, ({ peopleVersions }) => peopleVersions(one.id))
      assert.deepEqual(
        places.map(({ place, at: when, by }) => [place?.id ?? null, when, by]),
        [
          ['jo', at('2026-03-02T09:00'), null],
          [null, written.at, user],
        ],
      )
      const [jo] = one.people
      assert.ok(jo)
      const elsewhere = await aCase(store, id, 'Vale')
      await store.change(id, ({ setPeople }) =>
        setPeople(elsewhere.id, [{ ...jo, phone: '01632 960009' }], {
          ...written,
          at: at('2026-04-02T09:30'),
        }),
      )
      const { known } = await store.look(id, ({ peopleVersions }) => peopleVersions(one.id))
      assert.deepEqual(
        known.map((version) => [version.known.name, version.known.phone]),
        [['Jo Upton', null]],
      )
    })

    it('keeps every version of a relationship, and shows none that never was', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      const one = await aCase(store, id, 'Voss', [aPerson('mo', 'Mo Voss'), aPerson('al', 'Al Voss')])
      const [mo, al] = one.people.map(({ personId }) => personId)
      assert.ok(mo !== undefined && al !== undefined)
      const first = { at: at('2026-04-01T09:30'), by: user }
      const second = { at: at('2026-04-02T09:30'), by: user }
      const made = await store.change(id, ({ relate }) =>
        relate({ person: mo, kind: 'partner', other: al, from: null, until: null }, first),
      )
      const set = { kind: 'husband', from: day('2020-01-31'), until: null }
      await store.change(id, ({ changeRelationship }) =>
        changeRelationship(made.id, { ...set, mistaken: false }, first),
      )
      assert.deepEqual(await store.look(id, ({ relationshipsOf }) => relationshipsOf(one.id)), [
        { ...made, ...set },
      ])
      await store.change(id, ({ changeRelationship }) =>
        changeRelationship(made.id, { ...set, mistaken: true }, second),
      )
      assert.deepEqual(await store.look(id, ({ relationshipsOf }) => relationshipsOf(one.id)), [])
      const { relationships } = await store.look(id, ({ peopleVersions }) => peopleVersions(one.id))
      assert.deepEqual(relationships, [
        { ...first, relationship: made, mistaken: false },
        { ...first, relationship: { ...made, ...set }, mistaken: false },
        { ...second, relationship: { ...made, ...set }, mistaken: true },
      ])
    })

    it('is of one authority only', async () => {
      const store = storeOf()
      const [ours, theirs] = [await anAuthority(store), await anAuthority(store)]
      const one = await aCase(store, ours.id, 'Wynn', [aPerson('pat', 'Pat Wynn')])
      const nothing = { known: [], places: [], relationships: [] }
      assert.deepEqual(await store.look(theirs.id, ({ peopleVersions }) => peopleVersions(one.id)), nothing)
      assert.deepEqual(await store.look(ours.id, ({ peopleVersions }) => peopleVersions('no id')), nothing)
      const set = { kind: 'x', from: null, until: null, mistaken: false }
      await assert.rejects(store.change(ours.id, ({ changeRelationship }) => changeRelationship(one.id, set)))
    })
  })
}
