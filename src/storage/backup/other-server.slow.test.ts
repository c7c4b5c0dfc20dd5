import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client, type Pool } from 'pg'
import { aCase, anAuthority, anEvent } from '#casework/store-contract/given.ts'
import { startServer, type Server } from '../embedded/start-server.ts'
import { openDatabase, type Database } from '../open-database.ts'
import { postgresStore } from '../store.ts'
import { testDatabase } from '../test-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const silent = (): void => {}
const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const refused = (pool: Pool, statement: string): Promise<void> =>
  assert.rejects(pool.query(statement), /permission denied|must be owner/, statement)

describe('a backup restored on a PostgreSQL of somebody else, who gave one database and one plain role', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-other-'))
  const file = join(folder, 'all.backup')
  const authorities: string[] = []
  let server: Server
  let url = ''
  let opened: Database

  const asAdministrator = async (...statements: readonly string[]): Promise<void> => {
    const { host, port } = server
    const client = new Client({ host, port, user: 'postgres', database: 'postgres' })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }

  before(async () => {
    chmodSync(folder, 0o755)
    const source = await testDatabase()
    const store = postgresStore(source.pool)
    for (const family of ['Reed', 'Lowe']) {
      const { id } = await anAuthority(store)
      authorities.push(id)
      const one = await aCase(store, id, family)
      await store.change(id, ({ append }) => append(one.id, [anEvent('visit.held')]))
    }
    await writeBackup(source.owner, file, silent)
    server = await startServer({ folder: join(folder, 'postgres'), settings: quick })
    await asAdministrator('create role council login', 'create database families owner council')
    url = `postgresql://council@/families?host=${encodeURIComponent(server.host)}&port=${server.port}`
  })
  after(async () => {
    await opened?.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says what its administrator has to do where the role of the service is not there', async () => {
    await assert.rejects(
      restoreBackup({ connectionString: url }, file, silent),
      /As an administrator of the database: create role alongside_app; grant alongside_app to council;/,
    )
  })

  it('is there again, and each authority sees its own', async () => {
    await asAdministrator('create role alongside_app', 'grant alongside_app to council')
    await restoreBackup({ connectionString: url }, file, silent)
    opened = await openDatabase({ url, folder, lost: silent })
    assert.deepEqual(opened.migrated, [])
    const store = postgresStore(opened.pool)
    const listed = async (id: string): Promise<readonly string[]> => {
      const all = { reach: 'all', open: true, limit: 10, offset: 0 } as const
      return (await store.look(id, ({ cases }) => cases(all))).map(({ family }) => family)
    }
    const [one = '', other = ''] = authorities
    assert.deepEqual(await listed(one), ['Reed'])
    assert.deepEqual(await listed(other), ['Lowe'])
  })

  it('keeps row security and the rights of the service’s role', async () => {
    const { pool } = opened
    for (const table of ['cases', 'events', 'users', 'audit_tail'])
      assert.equal((await pool.query(`select from ${table}`)).rowCount, 0, table)
    await refused(pool, 'delete from events')
    await refused(pool, 'alter table events disable trigger user')
    await refused(pool, 'alter table events disable row level security')
    await refused(pool, 'drop table drafts')
  })
})
