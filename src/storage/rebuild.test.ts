import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { CaseRecord } from '#casework/case/case-record.ts'
import type { Store } from '#casework/ports.ts'
import { aCase, anAuthority, anEvent, anObligation } from '#casework/store-contract/given.ts'
import { rebuild, type Derived } from './rebuild.ts'
import { postgresStore } from './store.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

/** Of a made-up procedure: one obligation for each event on record. */
const derive = ({ events }: CaseRecord): Derived => ({
  rows: events.map(({ id, type }) => anObligation(id, { title: type })),
  stamp: { version: '2026-01-01', lastEvent: events.length },
})

describe('a rebuild', () => {
  let database: TestDatabase
  let store: Store
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
  })

  it('works out what is out of date, in batches, and leaves what is not', async () => {
    const { id } = await anAuthority(store)
    const cases = [await aCase(store, id, 'A'), await aCase(store, id, 'B'), await aCase(store, id, 'C')]
    for (const one of cases)
      await store.change(id, ({ append }) => append(one.id, [anEvent('visit.held'), anEvent('plan.agreed')]))
    const [first, second] = cases
    assert.ok(first && second)
    const kept = { version: '2026-01-01', lastEvent: 2 }
    await store.change(id, ({ writeSchedule }) => writeSchedule(first.id, [], kept))
    await store.change(id, (inside) =>
      inside.writeSchedule(second.id, [], { ...kept, version: '2025-01-01' }),
    )

    const seen: number[] = []
    const progress = (done: number): void => void seen.push(done)
    const which = { notOf: ['2026-01-01'] }
    assert.deepEqual(await rebuild(database.pool, id, { which, derive, batch: 1, progress }), { cases: 2 })
    assert.deepEqual(seen, [1, 2])
    assert.deepEqual(await store.look(id, ({ obligationsOf }) => obligationsOf(first.id)), [])
    const titles = (await store.look(id, ({ obligationsOf }) => obligationsOf(second.id))).map(
      (row) => row.title,
    )
    assert.deepEqual(titles, ['visit.held', 'plan.agreed'])
    assert.deepEqual(await store.look(id, ({ stampOf }) => stampOf(second.id)), kept)

    assert.deepEqual(await rebuild(database.pool, id, { which, derive }), { cases: 0 })
    assert.deepEqual(await rebuild(database.pool, id, { which: 'all', derive }), { cases: 3 })
    assert.equal((await store.look(id, ({ obligationsOf }) => obligationsOf(first.id))).length, 2)
  })

  it('goes through the cases of one authority only', async () => {
    const [ours, theirs] = [await anAuthority(store), await anAuthority(store)]
    await aCase(store, ours.id, 'A')
    const other = await aCase(store, theirs.id, 'B')
    await store.change(theirs.id, ({ append }) => append(other.id, [anEvent('visit.held')]))
    assert.deepEqual(await rebuild(database.pool, ours.id, { which: 'all', derive }), { cases: 1 })
    assert.equal(await store.look(theirs.id, ({ stampOf }) => stampOf(other.id)), null)
  })
})
