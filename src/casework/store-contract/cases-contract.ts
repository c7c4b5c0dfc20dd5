import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aCase, anAuthority, anEvent, anObligation, aPerson, at, day, type StoreOf } from './given.ts'

/** How cases, their people and their events are kept. */
export function casesContract(storeOf: StoreOf): void {
  describe('cases', () => {
    it('are numbered for each authority, and begin with their people and no events', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const zoe = aPerson('zoe', 'Zoë Ashworth', {
        role: 'child',
        born: day('2015-08-14'),
        phone: '01632 960001',
        address: '4 Quay Lane',
      })
      const first = await aCase(store, id, 'Ashworth', [zoe])
      const second = await aCase(store, id, 'Bell')
      assert.match(first.reference, /^NS\d*-0001$/)
      assert.match(second.reference, /-0002$/)
      assert.deepEqual(await store.look(id, ({ caseById }) => caseById(first.id)), first)
      assert.equal(first.authority, id)
      assert.equal(first.version, day('2026-01-01'))
      assert.equal(first.opened, at('2026-03-02T09:00'))
      assert.deepEqual([first.closed, first.worker, first.restrictedTo, first.events], [null, null, null, []])
      const [person] = first.people
      assert.deepEqual(first.people, [{ ...zoe, personId: person?.personId }])
    })

    it('are not found by what is no id, nor by the id of none', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      for (const unknown of ['', 'robots.txt', "' or true --", '11111111-1111-4111-8111-111111111111']) {
        assert.equal(await store.look(id, ({ caseById }) => caseById(unknown)), null)
        assert.deepEqual(await store.look(id, ({ obligationsOf }) => obligationsOf(unknown)), [])
        assert.equal(await store.look(id, ({ user }) => user(unknown)), null)
      }
    })

    it('are set as a whole or in part, and their revision grows with every change', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { one, worker, team } = await store.change(id, async (inside) => ({
        team: await inside.addTeam('Harbour'),
        worker: await inside.addUser({ name: 'Ana Reyes', email: 'ana@example.org', memberships: [] }),
        one: await inside.openCase({
          family: 'Cole',
          procedure: 'nine-steps',
          version: day('2026-01-01'),
          team: null,
          opened: at('2026-03-02T09:00'),
          people: [],
        }),
      }))
      await store.change(id, ({ setCase }) =>
        setCase(one.id, { team: team.id, worker: worker.user, restrictedTo: [worker.user] }),
      )
      const allocated = await store.look(id, ({ caseById }) => caseById(one.id))
      assert.deepEqual(
        [allocated?.team, allocated?.worker, allocated?.restrictedTo],
        [team.id, worker.user, [worker.user]],
      )
      await store.change(id, ({ append }) => append(one.id, [anEvent('visit.held')]))
      const visited = await store.look(id, ({ caseById }) => caseById(one.id))
      await store.change(id, ({ setCase }) =>
        setCase(one.id, {
          worker: null,
          restrictedTo: null,
          closed: at('2026-06-01T12:30'),
          version: day('2026-04-01'),
          family: 'Cole-Marsh',
          step: 'closed',
        }),
      )
      const closed = await store.look(id, ({ caseById }) => caseById(one.id))
      assert.deepEqual(
        [closed?.team, closed?.worker, closed?.restrictedTo, closed?.closed, closed?.version, closed?.family],
        [team.id, null, null, at('2026-06-01T12:30'), day('2026-04-01'), 'Cole-Marsh'],
      )
      const revisions = [one, allocated, visited, closed].map((seen) => seen?.revision ?? 0)
      assert.deepEqual(
        revisions,
        revisions.toSorted((a, b) => a - b),
      )
      assert.equal(new Set(revisions).size, 4)
    })
  })

  describe('people', () => {
    it('are changed, join and are taken off a case; a person in two cases is the same person', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const first = await aCase(store, id, 'Dale', [aPerson('jo', 'Jo Dale'), aPerson('kim', 'Kim Dale')])
      const second = await aCase(store, id, 'Ember')
      const [jo] = first.people
      assert.ok(jo)
      const moved = {
        ...jo,
        name: 'Jo Ember',
        born: day('1988-02-29'),
        address: '9 Mill Row',
        addressProtected: true,
        until: day('2026-05-01'),
      }
      const sam = { ...aPerson('sam', 'Sam Ember', { role: 'child', born: null }), personId: null }
      await store.change(id, ({ setPeople }) => setPeople(first.id, [sam, moved]))
      await store.change(id, ({ setPeople }) => setPeople(second.id, [{ ...moved, id: 'aunt', until: null }]))

      const after = await store.look(id, ({ caseById }) => caseById(first.id))
      assert.deepEqual(
        after?.people.map((person) => person.name),
        ['Sam Ember', 'Jo Ember'],
      )
      assert.deepEqual(after?.people[1], moved)
      const aunt = (await store.look(id, ({ caseById }) => caseById(second.id)))?.people[0]
      assert.deepEqual(aunt, { ...moved, id: 'aunt', until: null })
    })

    it('are related to each other from a day until another', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Frost', [aPerson('mo', 'Mo Frost'), aPerson('al', 'Al Frost')])
      const other = await aCase(store, id, 'Gray', [aPerson('bo', 'Bo Gray')])
      const [mo, al] = one.people.map(({ personId }) => personId)
      assert.ok(mo !== undefined && al !== undefined)
      const made = await store.change(id, ({ relate }) =>
        relate({ person: mo, kind: 'partner', other: al, from: day('2020-01-31'), until: null }),
      )
      await store.change(id, ({ changeRelationship }) =>
        changeRelationship(made.id, { ...made, until: day('2026-02-28'), mistaken: false }),
      )
      const ended = { ...made, until: day('2026-02-28') }
      assert.deepEqual(await store.look(id, ({ relationshipsOf }) => relationshipsOf(one.id)), [ended])
      assert.deepEqual(await store.look(id, ({ relationshipsOf }) => relationshipsOf(other.id)), [])
    })
  })

  describe('events', () => {
    it('are called e1, e2 in the order of writing, and stay exactly as they were written', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const writer = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana Reyes', email: 'ana@example.org', memberships: [] }),
      )
      const one = await aCase(store, id, 'Hale')
      const visit = anEvent('visit.held', {
        at: at('2026-03-29T00:30:15.123'),
        recorded: at('2026-03-29T09:00'),
        by: { role: 'family-worker', id: writer.user },
        data: {
          seen: ['zoe'],
          alone: true,
          minutes: 45.5,
          note: 'Said “I’m fine” — \\ " \u{1F600}',
          none: null,
        },
        override: { role: 'manager', reason: 'The family is away.' },
        writtenBy: writer.user,
      })
      const note = anEvent('note.written', { by: { role: 'hub', id: null } })
      const first = await store.change(id, ({ append }) => append(one.id, [visit, note]))
      const second = await store.change(id, ({ append }) => append(one.id, [anEvent('case.closed')]))
      assert.deepEqual(
        [...first, ...second].map((event) => event.id),
        ['e1', 'e2', 'e3'],
      )
      const after = await store.look(id, ({ caseById }) => caseById(one.id))
      assert.deepEqual(after?.events, [
        { ...visit, id: 'e1' },
        { ...note, id: 'e2' },
        { ...anEvent('case.closed'), id: 'e3' },
      ])
    })

    it('are recorded with all that is kept for lists because of them, or not at all', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Ibbot')
      const stamp = (lastEvent: number) => ({ version: '2026-01-01', lastEvent })
      await store.change(id, async (inside) => {
        await inside.lockCase(one.id)
        await inside.recordIn(one.id, 0, [anEvent('referral.received'), anEvent('visit.held')], {
          rows: [anObligation('stays'), anObligation('goes')],
          stamp: stamp(2),
          step: 'plan',
          closed: null,
        })
      })
      const closed = at('2026-03-09T10:00')
      const closing = (known: number) =>
        store.change(id, async (inside) => {
          await inside.lockCase(one.id)
          await inside.recordIn(one.id, known, [anEvent('case.closed')], {
            rows: [anObligation('stays'), anObligation('comes')],
            stamp: stamp(3),
            step: null,
            closed,
          })
        })
      const all = () =>
        store.look(id, async (inside) => {
          const rows = await inside.obligationsOf(one.id)
          const found = await inside.caseById(one.id)
          return {
            events: found?.events.map(({ id: name, type }) => [name, type]),
            closed: found?.closed,
            stamp: await inside.stampOf(one.id),
            keys: rows.map(({ key }) => key).toSorted(),
          }
        })
      const first = [
        ['e1', 'referral.received'],
        ['e2', 'visit.held'],
      ]
      assert.deepEqual(await all(), {
        events: first,
        closed: null,
        stamp: stamp(2),
        keys: ['goes', 'stays'],
      })
      await assert.rejects(closing(1), /The case was not held/)
      assert.deepEqual((await all()).events, first)
      await closing(2)
      assert.deepEqual(await all(), {
        events: [...first, ['e3', 'case.closed']],
        closed,
        stamp: stamp(3),
        keys: ['comes', 'stays'],
      })
    })

    it('are not written in a case that is not there', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const nowhere = '11111111-1111-4111-8111-111111111111'
      await assert.rejects(store.change(id, ({ append }) => append(nowhere, [anEvent('visit.held')])))
      await assert.rejects(store.change(id, ({ setCase }) => setCase(nowhere, { step: 'plan' })))
      await assert.rejects(store.change(id, ({ setPeople }) => setPeople(nowhere, [])))
      await assert.rejects(
        store.change(id, (inside) =>
          inside.writeSchedule(nowhere, [], { version: '2026-01-01', lastEvent: 0 }),
        ),
      )
    })
  })
}
