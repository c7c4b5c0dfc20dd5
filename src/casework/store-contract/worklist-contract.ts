import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ObligationRow } from '../schedule/obligation-row.ts'
import type { Store, WorklistQuery } from '../ports.ts'
import { aCase, aPerson, aTeam, anAuthority, anObligation, at, type StoreOf } from './given.ts'

const stamp = { version: '2026-01-01', lastEvent: 0 }
const query = { reach: 'all', owners: null, asOf: at('2026-03-20T09:00'), limit: 50, after: null } as const

const keep = (
  store: Store,
  authority: string,
  caseId: string,
  rows: readonly ObligationRow[],
): Promise<void> => store.change(authority, ({ writeSchedule }) => writeSchedule(caseId, rows, stamp))

/** How the schedule of a case is kept, and what a worklist shows of it. */
export function worklistContract(storeOf: StoreOf): void {
  describe('a schedule', () => {
    it('is kept as the last one written, with what it was worked out from', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Moss')
      assert.equal(await store.look(id, ({ stampOf }) => stampOf(one.id)), null)
      const stays = anObligation('stays')
      const full = anObligation('full', {
        subjectKind: 'person',
        subjectId: 'zoe',
        deed: 'Quiet hour before bed',
        soonFrom: at('2026-03-05T00:00'),
        overdueFrom: null,
        due: null,
        step: null,
        undecided: 'No date of birth.',
        state: 'met-late',
        metBy: 'e7',
        metAt: at('2026-03-12T10:20:30.456'),
        does: null,
        priority: true,
      })
      await keep(store, id, one.id, [stays, full, anObligation('goes')])
      const changed = { ...full, state: 'met' as const, because: 'Corrected.' }
      const comes = anObligation('comes', { overdueFrom: at('2026-03-09T00:00') })
      await store.change(id, (inside) =>
        inside.writeSchedule(one.id, [comes, changed, stays], { version: '2026-04-01', lastEvent: 9 }),
      )
      assert.deepEqual(await store.look(id, ({ obligationsOf }) => obligationsOf(one.id)), [
        comes,
        stays,
        changed,
      ])
      assert.deepEqual(await store.look(id, ({ stampOf }) => stampOf(one.id)), {
        version: '2026-04-01',
        lastEvent: 9,
      })
      await keep(store, id, one.id, [])
      assert.deepEqual(await store.look(id, ({ obligationsOf }) => obligationsOf(one.id)), [])
    })
  })

  describe('those to remind', () => {
    it('work with a family of which something is open and late or soon to be, or hold a role', async () => {
      const store = storeOf()
      const { id, team } = await aTeam(store)
      const add = async (
        name: string,
        role: 'practitioner' | 'manager',
        rows: readonly ObligationRow[],
      ): Promise<string> => {
        const { user } = await store.change(id, ({ addUser }) =>
          addUser({ name, email: `${name}@example.org`, memberships: [{ role, team }] }),
        )
        const one = await aCase(store, id, name, [], team)
        await store.change(id, ({ setCase }) => setCase(one.id, { worker: user }))
        await keep(store, id, one.id, rows)
        return user
      }
      const now = at('2026-03-10T00:00')
      await add('Zoë', 'practitioner', [anObligation('late', { overdueFrom: at('2026-03-09T00:00') })])
      await add('Bo', 'practitioner', [
        anObligation('now', { overdueFrom: now }),
        anObligation('two', { overdueFrom: now }),
      ])
      await add('Cy', 'practitioner', [anObligation('later', { overdueFrom: at('2026-03-10T00:01') })])
      await add('Di', 'practitioner', [anObligation('no limit', { overdueFrom: null })])
      await add('Ed', 'practitioner', [
        anObligation('met', { overdueFrom: now, state: 'met' }),
        anObligation('paused', { overdueFrom: now, state: 'paused' }),
      ])
      await add('Flo', 'manager', [])
      const gone = await add('Gus', 'practitioner', [anObligation('late', { overdueFrom: now })])
      await store.change(id, ({ changeUser }) =>
        changeUser(gone, {
          name: 'Gus',
          active: false,
          phone: null,
          memberships: [{ role: 'manager', team }],
        }),
      )
      const names = async (holding: readonly 'manager'[]): Promise<readonly string[]> =>
        (await store.look(id, ({ usersToRemind }) => usersToRemind({ by: now, holding }))).map(
          ({ name }) => name,
        )
      assert.deepEqual(await names(['manager']), ['Bo', 'Flo', 'Zoë'])
      assert.deepEqual(await names([]), ['Bo', 'Zoë'])
    })
  })

  describe('a worklist', () => {
    it('has what is open and has begun, the longest overdue first, what has no limit last', async () => {
      const store = storeOf()
      const { id, team, ana } = await aTeam(store)
      const one = await aCase(store, id, 'Nash', [], team)
      const two = await aCase(store, id, 'Orr', [], team)
      await store.change(id, ({ setCase }) => setCase(one.id, { worker: ana, restrictedTo: [ana] }))
      await keep(store, id, one.id, [
        anObligation('no limit', { overdueFrom: null }),
        anObligation('soon', { overdueFrom: at('2026-03-25T00:00') }),
        anObligation('met', { state: 'met' }),
        anObligation('paused', { state: 'paused', overdueFrom: null }),
        anObligation('later', { opensAt: at('2026-03-20T09:00:00.001') }),
        anObligation('just begun', { opensAt: at('2026-03-20T09:00'), owner: 'manager' }),
      ])
      await keep(store, id, two.id, [anObligation('long', { overdueFrom: at('2026-02-01T00:00') })])
      const ofTeam = await store.look(id, ({ worklist }) => worklist({ ...query, of: { team } }))
      assert.deepEqual(
        ofTeam.map(({ key }) => key),
        ['long', 'just begun', 'soon', 'no limit'],
      )
      assert.deepEqual(ofTeam[2], {
        ...anObligation('soon', { overdueFrom: at('2026-03-25T00:00') }),
        caseId: one.id,
        reference: one.reference,
        family: 'Nash',
        worker: ana,
        team,
        restrictedTo: [ana],
        subjectName: null,
      })
      const own = await store.look(id, (inside) =>
        inside.worklist({ ...query, of: { worker: ana }, owners: ['practitioner'] }),
      )
      assert.deepEqual(
        own.map(({ key }) => key),
        ['soon', 'no limit'],
      )
      assert.deepEqual(
        await store.look(id, (inside) => inside.worklist({ ...query, of: { team: 'none' } })),
        [],
      )
    })

    it('names the person whom a row is about', async () => {
      const store = storeOf()
      const { id, team } = await aTeam(store)
      const one = await aCase(store, id, 'Quinn', [aPerson('zoe', 'Zoe Quinn', { role: 'child' })], team)
      await keep(store, id, one.id, [
        anObligation('hers', { subjectKind: 'person', subjectId: 'zoe' }),
        anObligation('not a person', { subjectKind: 'event', subjectId: 'zoe' }),
      ])
      const list = await store.look(id, ({ worklist }) => worklist({ ...query, of: { team } }))
      assert.deepEqual(
        list.map(({ subjectName }) => subjectName),
        ['Zoe Quinn', null],
      )
    })

    it('of the families in no team has these and no team’s', async () => {
      const store = storeOf()
      const { id, team, ana } = await aTeam(store)
      const [placed, own, none] = [
        await aCase(store, id, 'Nash', [], team),
        await aCase(store, id, 'Orr'),
        await aCase(store, id, 'Pike'),
      ]
      await store.change(id, ({ setCase }) => setCase(own.id, { worker: ana }))
      for (const one of [placed, own, none]) await keep(store, id, one.id, [anObligation('visit')])
      const read = async (reach: WorklistQuery['reach']) =>
        (await store.look(id, ({ worklist }) => worklist({ ...query, reach, of: { team: null } })))
          .map(({ family }) => family)
          .toSorted()
      assert.deepEqual(await read('all'), ['Orr', 'Pike'])
      assert.deepEqual(await read({ user: ana, everywhere: false, teams: [team], own: true }), [
        'Orr',
        'Pike',
      ])
      assert.deepEqual(await read({ user: ana, everywhere: false, teams: [], own: true }), ['Orr'])
    })

    it('moves with the family to another worker', async () => {
      const store = storeOf()
      const { id, team, ana } = await aTeam(store)
      const one = await aCase(store, id, 'Pike', [], team)
      await keep(store, id, one.id, [anObligation('visit')])
      await store.change(id, ({ setCase }) => setCase(one.id, { worker: ana }))
      const own = { ...query, of: { worker: ana } }
      assert.equal((await store.look(id, ({ worklist }) => worklist(own))).length, 1)
      await store.change(id, ({ setCase }) => setCase(one.id, { worker: null, team: null }))
      assert.deepEqual(await store.look(id, ({ worklist }) => worklist(own)), [])
      assert.deepEqual(await store.look(id, (inside) => inside.worklist({ ...query, of: { team } })), [])
    })

    it('is read on from any row, with nothing left out and nothing twice', async () => {
      const store = storeOf()
      const { id, team } = await aTeam(store)
      const cases = [await aCase(store, id, 'A', [], team), await aCase(store, id, 'B', [], team)]
      for (const { id: caseId } of cases) {
        await keep(store, id, caseId, [
          anObligation('a', { overdueFrom: null }),
          anObligation('B', { overdueFrom: null }),
          anObligation('c'),
          anObligation('é'),
        ])
      }
      const all = await store.look(id, ({ worklist }) => worklist({ ...query, of: { team } }))
      assert.equal(all.length, 8)
      assert.deepEqual(
        all.map(({ key }) => key),
        ['c', 'é', 'c', 'é', 'B', 'a', 'B', 'a'],
      )
      for (const [i, after] of all.entries()) {
        const next = await store.look(id, (inside) =>
          inside.worklist({ ...query, of: { team }, after, limit: 3 }),
        )
        assert.deepEqual(next, all.slice(i + 1, i + 4))
      }
    })
  })
}
