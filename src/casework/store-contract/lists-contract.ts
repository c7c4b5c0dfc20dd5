import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseLine, CaseQuery } from '../ports.ts'
import type { Reach } from '../access/reach.ts'
import { aCase, aPerson, aTeam, anAuthority, at, day, type StoreOf } from './given.ts'

const nobody = '11111111-1111-4111-8111-111111111111'

/** Somebody who sees every family that is not restricted. */
const everywhere: Reach = { user: nobody, everywhere: true, teams: [], own: false }

const families = (lines: readonly CaseLine[]): readonly string[] => lines.map(({ family }) => family)

/** What lists of cases and the search show. */
export function listsContract(storeOf: StoreOf): void {
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
      assert.deepEqual(await read({ team: null }), [])
      assert.deepEqual(await read({ open: false, team: null }), ['Émile'])
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

    it('says by whose name it found a family that is called otherwise, and puts those of the name first', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      await aCase(store, id, 'Abernathy', [aPerson('lou', 'Lou Quintrell'), aPerson('zoe', 'Zoë Marsh')])
      await aCase(store, id, 'Quintrell', [aPerson('li', 'Li Quintrell')])
      const found = async (words: string) => {
        const lines = await store.look(id, ({ search }) => search(everywhere, words, 10))
        return lines.map(({ family, through }) => [family, through])
      }
      assert.deepEqual(await found('quintrell'), [
        ['Quintrell', null],
        ['Abernathy', 'Lou Quintrell'],
      ])
      assert.deepEqual(await found('Zoe'), [['Abernathy', 'Zoë Marsh']])
    })

    it('finds of a reference only the family that has it, and nobody whose name sounds like its letters', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { reference } = await aCase(store, id, 'Reed', [])
      await aCase(store, id, reference.slice(0, 2), [])
      const found = async (words: string) =>
        families(await store.look(id, ({ search }) => search(everywhere, words, 10)))
      assert.deepEqual(await found(` ${reference.toLowerCase()} `), ['Reed'])
      assert.deepEqual(await found(`${reference}9`), [])
    })
  })
}
