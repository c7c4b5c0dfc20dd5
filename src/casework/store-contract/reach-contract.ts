import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseLine, Store } from '../ports.ts'
import type { Reach } from '../access/reach.ts'
import { aCase, anAuthority, anEvent, anObligation, at, type StoreOf } from './given.ts'

const names = (lines: readonly Pick<CaseLine, 'family'>[]): readonly string[] =>
  lines.map(({ family }) => family)

const asOf = at('2026-03-20T09:00')

/**
 * Families of the first letters of the alphabet, so that those which somebody may not see come first in every list: two of
 * another team, one restricted to somebody else, one restricted to the reader, one of no team, one of the reader's own in
 * another team, one of the reader's team.
 */
async function aTown(store: Store) {
  const { id } = await anAuthority(store)
  const [east, west, ana, bo] = await store.change(id, async (inside) => [
    (await inside.addTeam('East')).id,
    (await inside.addTeam('West')).id,
    (await inside.addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] })).user,
    (await inside.addUser({ name: 'Bo', email: 'bo@example.org', memberships: [] })).user,
  ])
  const put = async (family: string, team: string | null, set: { worker?: string; only?: string } = {}) => {
    const one = await aCase(store, id, `Marsh ${family}`, [], team)
    await store.change(id, async (inside) => {
      await inside.setCase(one.id, {
        ...(set.worker === undefined ? {} : { worker: set.worker }),
        ...(set.only === undefined ? {} : { restrictedTo: [set.only] }),
      })
      const row = anObligation('visit', { overdueFrom: at('2026-03-10T00:00') })
      await inside.writeSchedule(one.id, [row], { version: '2026-01-01', lastEvent: 0 })
    })
  }
  await put('A West', west)
  await put('B West', west, { worker: bo })
  await put('C East for Bo only', east, { only: bo })
  await put('D East for Ana only', east, { only: ana })
  await put('E of no team', null)
  await put('F West of Ana', west, { worker: ana })
  await put('G East', east)
  await put('H West of Ana for Bo only', west, { worker: ana, only: bo })
  const ofEast: Reach = { user: ana, everywhere: false, teams: [east], own: true }
  const ofPartner: Reach = { user: ana, everywhere: false, teams: [], own: true }
  const ofAll: Reach = { user: ana, everywhere: true, teams: [], own: true }
  const ofNobody: Reach = { user: ana, everywhere: false, teams: [], own: false }
  return { id, east, west, ana, ofEast, ofPartner, ofAll, ofNobody }
}

const east = ['Marsh D East for Ana only', 'Marsh E of no team', 'Marsh F West of Ana', 'Marsh G East']

/** That lists and searches leave out what their reader may not see, before they count how many they show. */
export function reachContract(storeOf: StoreOf): void {
  describe('what is for somebody’s eyes', () => {
    it('lists the families of their teams, of none, and their own; no restricted one that does not name them', async () => {
      const store = storeOf()
      const { id, ofEast, ofPartner, ofAll, ofNobody } = await aTown(store)
      const list = (reach: Reach | 'all', limit = 50, offset = 0) =>
        store.look(id, async ({ cases }) => names(await cases({ reach, open: true, limit, offset })))
      assert.deepEqual(await list(ofEast), east)
      assert.deepEqual(await list(ofEast, 2), east.slice(0, 2), 'the limit counts what is shown')
      assert.deepEqual(await list(ofEast, 2, 2), east.slice(2), 'and so does the offset')
      assert.deepEqual(await list(ofPartner), ['Marsh F West of Ana'])
      assert.deepEqual(await list(ofNobody), [])
      assert.deepEqual(await list(ofAll), ['Marsh A West', 'Marsh B West', ...east])
      assert.equal((await list('all')).length, 8)
    })

    it('is found by a search, and as many as there are room for', async () => {
      const store = storeOf()
      const { id, ofEast, ofPartner, ofNobody } = await aTown(store)
      const found = (reach: Reach, words: string, limit: number) =>
        store.look(id, async ({ search }) => names(await search(reach, words, limit)))
      assert.deepEqual((await found(ofEast, 'Marsh', 50)).toSorted(), east)
      assert.equal((await found(ofEast, 'Marsh', 3)).length, 3, 'others’ families take no room')
      assert.deepEqual(await found(ofPartner, 'Marsh', 1), ['Marsh F West of Ana'])
      assert.deepEqual(await found(ofNobody, 'Marsh', 50), [])
      const [hidden] = (
        await store.look(id, ({ cases }) => cases({ reach: 'all', open: true, limit: 50, offset: 0 }))
      ).filter(({ family }) => family === 'Marsh C East for Bo only')
      assert.ok(hidden)
      const byReference = await found(ofEast, hidden.reference, 50)
      assert.ok(!byReference.includes(hidden.family), 'an exact reference finds no hidden family')
    })

    it('is known of a case by its id: whose it is, and nothing of what is none', async () => {
      const store = storeOf()
      const { id, west, ana } = await aTown(store)
      const all = await store.look(id, ({ cases }) =>
        cases({ reach: 'all', open: true, limit: 50, offset: 0 }),
      )
      const own = all.find(({ family }) => family === 'Marsh F West of Ana')
      const nothing = ['', 'nothing', '11111111-1111-4111-8111-111111111111']
      const known = await store.look(id, ({ guardedCases }) => guardedCases([...nothing, own?.id ?? '']))
      assert.deepEqual(known, [{ id: own?.id, team: west, worker: ana, restrictedTo: null }])
      assert.deepEqual(await store.look(id, ({ guardedCases }) => guardedCases([])), [])
    })

    it('is known to whoever wrote down its referral and does not see it, the last first', async () => {
      const store = storeOf()
      const { id, ana, ofNobody } = await aTown(store)
      const list = (user: string, limit = 50) =>
        store.look(id, ({ referredBy }) => referredBy({ ...ofNobody, user }, limit))
      const all = await store.look(id, ({ cases }) =>
        cases({ reach: 'all', open: true, limit: 50, offset: 0 }),
      )
      const own = all.find(({ family }) => family === 'Marsh F West of Ana')?.id ?? ''
      const other = all.find(({ family }) => family === 'Marsh G East')?.id ?? ''
      assert.deepEqual(await list(ana), [])
      await store.change(id, async ({ append }) => {
        await append(own, [anEvent('referral.received', { writtenBy: ana })])
        await append(own, [anEvent('referral.received', { writtenBy: ana })])
        await append(other, [anEvent('note.recorded', { writtenBy: ana }), anEvent('referral.received')])
      })
      assert.deepEqual(await list(ana), [own])
      await store.change(id, ({ append }) =>
        append(other, [anEvent('referral.received', { writtenBy: ana })]),
      )
      const last = all.filter(({ id: one }) => one === own || one === other).map(({ reference }) => reference)
      assert.deepEqual(
        await list(ana),
        last
          .toSorted()
          .toReversed()
          .map((reference) => all.find((one) => one.reference === reference)?.id),
      )
      assert.equal((await list(ana, 1)).length, 1)
      assert.deepEqual(await list('nobody'), [])
    })

    it('is known by its referral only where it is not restricted, and takes no room where it is seen', async () => {
      const store = storeOf()
      const { id, ana, ofEast, ofNobody } = await aTown(store)
      const all = await store.look(id, ({ cases }) =>
        cases({ reach: 'all', open: true, limit: 50, offset: 0 }),
      )
      await store.change(id, async ({ append }) => {
        for (const one of all) await append(one.id, [anEvent('referral.received', { writtenBy: ana })])
      })
      const list = async (reach: Reach, limit: number) => {
        const ids = await store.look(id, ({ referredBy }) => referredBy(reach, limit))
        return ids.map((one) => all.find((line) => line.id === one)?.family)
      }
      const west = ['Marsh B West', 'Marsh A West']
      assert.deepEqual(await list(ofEast, 50), west)
      assert.deepEqual(await list(ofEast, 1), west.slice(0, 1), 'those that are seen take no room')
      assert.deepEqual(await list(ofNobody, 50), [...east.toReversed(), ...west])
      const b = all.find(({ family }) => family === 'Marsh B West')?.id ?? ''
      await store.change(id, ({ setCase }) => setCase(b, { closed: at('2026-03-10T09:00') }))
      assert.deepEqual(await list(ofEast, 50), west.toReversed(), 'what is closed comes last')
    })

    it('is on a worklist, and as much as there is room for', async () => {
      const store = storeOf()
      const { id, east: team, west, ana, ofEast, ofPartner } = await aTown(store)
      const query = { owners: null, asOf, after: null }
      const list = (reach: Reach | 'all', of: { team: string } | { worker: string }, limit: number) =>
        store.look(id, async ({ worklist }) =>
          names(await worklist({ ...query, reach, of, limit })).toSorted(),
        )
      assert.deepEqual(await list(ofEast, { team }, 50), ['Marsh D East for Ana only', 'Marsh G East'])
      assert.equal((await list(ofEast, { team }, 2)).length, 2)
      assert.deepEqual(await list(ofEast, { team: west }, 1), ['Marsh F West of Ana'])
      assert.deepEqual(await list(ofPartner, { team }, 50), [])
      assert.deepEqual(await list(ofEast, { worker: ana }, 1), ['Marsh F West of Ana'])
      assert.equal((await list('all', { team: west }, 50)).length, 4)
    })
  })
}
