import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ObligationRow } from '../obligation-row.ts'
import type { CaseLine, CaseQuery, Store } from '../ports.ts'
import type { Reach } from '../reach.ts'
import { aCase, anAuthority, anObligation, aPerson, at, day, type StoreOf } from './given.ts'

const nobody = '11111111-1111-4111-8111-111111111111'
const stamp = { version: '2026-01-01', lastEvent: 0 }
const query = { reach: 'all', owners: null, asOf: at('2026-03-20T09:00'), limit: 50, after: null } as const

const keep = (
  store: Store,
  authority: string,
  caseId: string,
  rows: readonly ObligationRow[],
): Promise<void> => store.change(authority, ({ writeSchedule }) => writeSchedule(caseId, rows, stamp))

/** Somebody who sees every family that is not restricted. */
const everywhere: Reach = { user: nobody, everywhere: true, teams: [], own: false }

const families = (lines: readonly CaseLine[]): readonly string[] => lines.map(({ family }) => family)

async function aTeam(store: Store) {
  const { id } = await anAuthority(store)
  const [team, ana] = await store.change(id, async (inside) => [
    await inside.addTeam('Harbour'),
    await inside.addUser({ name: 'Ana Reyes', email: 'ana@example.org', memberships: [] }),
  ])
  return { id, team: team.id, ana: ana.user }
}

/** How the schedule is kept, and what lists and the search show. */
export function listsContract(storeOf: StoreOf): void {
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

  describe('a list of cases', () => {
    it('is sorted by name as people sort names, and is open or closed, of a team, a worker, or unallocated', async () => {
      const store = storeOf()
      const { id, team, ana } = await aTeam(store)
      const child = aPerson('x', 'X', { role: 'child' })
      const gone = aPerson('y', 'Y', { role: 'young-person', until: day('2026-01-31') })
      for (const name of ['Evans', 'ash', 'Émile', 'Zola']) await aCase(store, id, name, [child, gone], team)
      const open = { reach: 'all', open: true, limit: 10, offset: 0 } as const
      const list = await store.look(id, ({ cases }) => cases(open))
      assert.deepEqual(families(list), ['ash', 'Émile', 'Evans', 'Zola'])
      const [ash, emile] = list
      assert.ok(ash && emile)
      assert.equal(ash.children, 1)
      await store.change(id, async ({ setCase }) => {
        await setCase(ash.id, { worker: ana, step: 'plan' })
        await setCase(emile.id, { closed: at('2026-04-01T10:00'), team: null })
      })
      const read = async (more: Partial<CaseQuery>) =>
        families(await store.look(id, ({ cases }) => cases({ ...open, ...more })))
      assert.deepEqual(await read({ worker: ana }), ['ash'])
      assert.deepEqual(await read({ unallocated: true, team }), ['Evans', 'Zola'])
      assert.deepEqual(await read({ limit: 1, offset: 1 }), ['Evans'])
      assert.deepEqual(await read({ open: false }), ['Émile'])
      assert.deepEqual(await read({ open: false, team }), [])
      const [line] = await store.look(id, ({ cases }) => cases({ ...open, worker: ana }))
      const { reference, opened } = ash
      const rest = { closed: null, restrictedTo: null, children: 1 }
      const here = { id: ash.id, reference, family: 'ash', team, worker: ana, opened, step: 'plan' }
      assert.deepEqual(line, { ...here, ...rest })
    })
  })

  describe('a list of cases that wait', () => {
    it('begins with those that were opened first', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      for (const [family, opened] of [
        ['Adams', '2026-03-04T09:00'],
        ['Zander', '2026-03-02T09:00'],
        ['Baker', '2026-03-03T09:00'],
        ['Aaron', '2026-03-03T09:00'],
      ] as const)
        await store.change(id, ({ openCase }) =>
          openCase({
            family,
            procedure: 'nine-steps',
            version: day('2026-01-01'),
            team: null,
            opened: at(opened),
            people: [],
          }),
        )
      const open = { reach: 'all', open: true, longestFirst: true } as const
      const read = (limit: number, offset: number) =>
        store.look(id, async ({ cases }) => families(await cases({ ...open, limit, offset })))
      assert.deepEqual(await read(9, 0), ['Zander', 'Aaron', 'Baker', 'Adams'])
      assert.deepEqual(await read(1, 1), ['Aaron'])
    })
  })

  describe('the search', () => {
    it('finds families by their name, their reference and their people, however they are spelt', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const home = { address: '17 Heron Wharf', addressProtected: true }
      await aCase(store, id, 'Smith', [aPerson('zoe', 'Zoë Quintrell', home)])
      await aCase(store, id, 'O’Brien', [aPerson('li', 'Li Wei')])
      const { reference } = await aCase(store, id, 'Abernathy', [aPerson('siobhan', 'Siobhán Abernathy')])
      const found = async (words: string) =>
        families(await store.look(id, ({ search }) => search(everywhere, words, 10)))
      assert.deepEqual(await found('smith'), ['Smith'])
      assert.deepEqual(await found('Smyth'), ['Smith'])
      assert.deepEqual(await found('zoe quintrel'), ['Smith'])
      assert.deepEqual(await found('  Li  '), ['O’Brien'])
      assert.deepEqual(await found("o'brien"), ['O’Brien'])
      assert.deepEqual(await found('SIOBHAN'), ['Abernathy'])
      assert.deepEqual(await found('Abernethy'), ['Abernathy'])
      assert.deepEqual(await found(reference.toLowerCase()), ['Abernathy'])
      assert.deepEqual(await found('Heron Wharf'), [], 'an address is not searched')
      assert.deepEqual(await found('%'), [])
      assert.deepEqual(await found(' '), [])
    })
  })
}
