import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { makeDatabase, type Connections } from './embedded/make-database.ts'
import { migrate } from './migrate.ts'
import { testServer } from './test-database.ts'

describe('migrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-migrations-'))
  const write = (file: string, sql: string): void => writeFileSync(join(folder, file), sql)
  let database: Connections
  before(async () => {
    database = await makeDatabase(await testServer(), 'migrated')
    write('0001-first.sql', 'create table first (one integer);')
    write('0002-second.sql', 'create table second (one integer);')
  })
  after(() => rmSync(folder, { recursive: true }))

  async function tables(): Promise<readonly string[]> {
    const client = new Client(database.owner)
    await client.connect()
    const { rows } = await client.query<{ readonly tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    )
    await client.end()
    return rows.map(({ tablename }) => tablename)
  }

  it('are carried out once each, in order, also by two that start at once', async () => {
    const both = await Promise.all([migrate(database.owner, folder), migrate(database.owner, folder)])
    assert.deepEqual(both.flat(), ['0001-first.sql', '0002-second.sql'])
    assert.deepEqual(await migrate(database.owner, folder), [])
    assert.deepEqual(await tables(), ['first', 'migrations', 'second'])
  })

  it('leave nothing behind where one fails, and say which', async () => {
    write('0003-third.sql', 'create table third (one integer); select nothing_like_it();')
    await assert.rejects(migrate(database.owner, folder), /0003-third.sql could not be carried out/)
    assert.deepEqual(await tables(), ['first', 'migrations', 'second'])
    write('0003-third.sql', 'create table third (one integer);')
    assert.deepEqual(await migrate(database.owner, folder), ['0003-third.sql'])
  })

  it('are refused where one that has run was changed, or a number is left out', async () => {
    write('0002-second.sql', 'create table another (one integer);')
    await assert.rejects(migrate(database.owner, folder), /0002-second.sql has been changed since it ran/)
    write('0002-second.sql', 'create table second (one integer);')
    write('0005-fifth.sql', 'create table fifth (one integer);')
    await assert.rejects(
      migrate(database.owner, folder),
      /0005-fifth.sql: the next migration has the number 4/,
    )
    rmSync(join(folder, '0005-fifth.sql'))
  })

  it('are refused on a database newer than the code', async () => {
    rmSync(join(folder, '0003-third.sql'))
    await assert.rejects(
      migrate(database.owner, folder),
      /newer than this version of Alongside.*0003-third.sql/,
    )
  })
})

describe('the migrations of the service', () => {
  it('can each be carried out by itself, as where one is brought up to date that runs already', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-one-by-one-'))
    const own = join(import.meta.dirname, 'migrations')
    const { owner } = await makeDatabase(await testServer(), 'one-by-one')
    // The first nine make the extensions and what stands on them, and are for a database that is new.
    const files = readdirSync(own).toSorted()
    for (const batch of [files.slice(0, 9), ...files.slice(9).map((file) => [file])]) {
      for (const file of batch) copyFileSync(join(own, file), join(folder, file))
      assert.deepEqual(await migrate(owner, folder), batch)
    }
    rmSync(folder, { recursive: true })
  })
})
