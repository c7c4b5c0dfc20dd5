import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Store } from '#casework/ports.ts'
import { aCase, anAuthority, anEvent, anObligation, aPerson, at } from '#casework/store-contract/given.ts'
import { instantOf, openPool } from './open-pool.ts'
import { postgresStore } from './store.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

/** What the contract cannot ask of a store in memory. */
describe('PostgreSQL', () => {
  let database: TestDatabase
  let store: Store
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
  })

  it('writes only the obligations that differ', async () => {
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Upton')
    const written = async () =>
      (
        await database.ownerPool.query<{ readonly key: string; readonly row: string }>(
          'select key, xmin::text || ctid::text as row from obligations where case_id = $1 order by key',
          [one.id],
        )
      ).rows
    const keep = (...rows: readonly ReturnType<typeof anObligation>[]): Promise<void> =>
      store.change(id, (inside) =>
        inside.writeSchedule(one.id, rows, { version: '2026-01-01', lastEvent: 0 }),
      )
    await keep(anObligation('changes'), anObligation('goes'), anObligation('stays'))
    const [changes, , stays] = await written()
    await keep(
      anObligation('changes', { overdueFrom: null }),
      anObligation('stays'),
      anObligation('tomorrow'),
    )
    const after = await written()
    assert.deepEqual(
      after.map(({ key }) => key),
      ['changes', 'stays', 'tomorrow'],
    )
    assert.deepEqual(after[1], stays)
    assert.notDeepEqual(after[0], changes)
  })

  it('keeps every version of a person, and one address for those who share it', async () => {
    const { id } = await anAuthority(store)
    const home = { address: '3 Ferry Road' }
    const one = await aCase(store, id, 'Vance', [
      aPerson('al', 'Al Vance', home),
      aPerson('bo', 'Bo Vance', home),
    ])
    const [al, bo] = one.people
    assert.ok(al && bo)
    const set = (...people: Parameters<Parameters<Parameters<Store['change']>[1]>[0]['setPeople']>[1]) =>
      store.change(id, ({ setPeople }) => setPeople(one.id, people))
    await set(al, bo)
    await set({ ...al, phone: '01632 960003' }, bo)
    await set({ ...al, phone: '01632 960003', addressProtected: true }, bo)
    const { rows } = await database.ownerPool.query(
      `select name, revision, phone, address, protected from person_versions
        join addresses on addresses.id = address_id
      where person_id = any ($1) order by name, revision`,
      [[al.personId, bo.personId]],
    )
    const versions = { address: '3 Ferry Road', phone: null, protected: false }
    assert.deepEqual(rows, [
      { ...versions, name: 'Al Vance', revision: 1 },
      { ...versions, name: 'Al Vance', revision: 2, phone: '01632 960003' },
      { ...versions, name: 'Al Vance', revision: 3, phone: '01632 960003', protected: true },
      { ...versions, name: 'Bo Vance', revision: 1 },
    ])
    const homes = await database.ownerPool.query("select from addresses where address = '3 Ferry Road'")
    assert.equal(homes.rowCount, 2)
  })

  it('finds names that sound alike', async () => {
    const { id } = await anAuthority(store)
    await aCase(store, id, 'Wray', [aPerson('cat', 'Catherine Wray')])
    await aCase(store, id, 'Young', [aPerson('ed', 'Edward Young')])
    const reach = { user: id, everywhere: true, teams: [], own: false }
    const found = await store.look(id, ({ search }) => search(reach, 'Kathryn', 5))
    assert.deepEqual(
      found.map(({ family }) => family),
      ['Wray'],
    )
  })

  it('answers none of a change in which a statement failed, though its failure was caught', async () => {
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Xu')
    const change = store.change(id, async ({ append, setCase }) => {
      await append(one.id, [anEvent('visit.held')])
      await setCase(one.id, { team: '11111111-1111-4111-8111-111111111111' }).catch(() => {})
      return 'done'
    })
    await assert.rejects(change, /Nothing was changed/)
    assert.equal((await store.look(id, ({ caseById }) => caseById(one.id)))?.events.length, 0)
  })

  it('is asked again after its connections were cut, and nothing half done stands', async () => {
    const { id } = await anAuthority(store)
    const lost: string[] = []
    const name = { application_name: 'to be cut', max: 1 }
    const pool = openPool({ ...database.app, ...name }, (error) => void lost.push(error.message))
    const cut = async (): Promise<void> => {
      const admin = new Client({ ...database.app, user: 'postgres' })
      await admin.connect()
      await admin.query(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'to be cut'",
      )
      await admin.end()
    }
    const other = postgresStore(pool)
    const change = other.change(id, async ({ addTeam, teams }) => {
      await addTeam('Never')
      await cut()
      return teams()
    })
    await assert.rejects(change)
    assert.deepEqual(await other.look(id, ({ teams }) => teams()), [])
    await cut()
    while (pool.totalCount > 0) await sleep(5)
    assert.deepEqual(lost, ['terminating connection due to administrator command'])
    assert.deepEqual(await other.look(id, ({ teams }) => teams()), [])
    await pool.end()
  })

  it('reads a list from its index alone, whatever else there is', async () => {
    const { id } = await anAuthority(store)
    const team = await store.change(id, ({ addTeam }) => addTeam('Harbour'))
    const one = await aCase(store, id, 'Yates', [], team.id)
    const rows = Array.from({ length: 5000 }, (_, i) =>
      anObligation(`o${i}`, { state: i < 20 ? 'open' : 'met' }),
    )
    await store.change(id, (inside) =>
      inside.writeSchedule(one.id, rows, { version: '2026-01-01', lastEvent: 0 }),
    )
    await database.ownerPool.query('analyze')
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query("select set_config('alongside.authority', $1, true)", [id])
    const { rows: plan } = await client.query<{ readonly 'QUERY PLAN': string }>(
      `explain select * from obligations where authority_id = '${id}' and team_id = '${team.id}' and state = 'open'
       order by overdue_from, case_id, key limit 50`,
    )
    await client.query('rollback')
    client.release()
    const words = plan.map((line) => line['QUERY PLAN']).join('\n')
    assert.match(words, /Index Scan using obligations_of_team/)
    assert.doesNotMatch(words, /Sort|Seq Scan/)
  })

  it('gives moments to the millisecond, and refuses what is none', () => {
    assert.equal(instantOf('2026-03-02 10:00:00.5+00'), at('2026-03-02T10:00:00.500Z'))
    assert.equal(instantOf('2026-07-02 10:00:00+00'), at('2026-07-02T11:00:00+01:00'))
    assert.equal(instantOf('infinity'), null)
    assert.throws(() => instantOf('2026-07-02 10:00:00+01'), /cannot be read/)
    assert.throws(() => instantOf('-infinity'), /cannot be read/)
  })
})
