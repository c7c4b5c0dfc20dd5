import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Client } from 'pg'
import { aCase, anAuthority } from '#casework/store-contract/given.ts'
import { makeDatabase } from './embedded/make-database.ts'
import { openDatabase } from './open-database.ts'
import { postgresStore } from './store.ts'
import { testServer } from './test-database.ts'

const lost = (error: Error): void => {
  throw error
}

describe('a database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-data-'))
  chmodSync(folder, 0o755)
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('of its own is made, filled, closed, and there again', async () => {
    const first = await openDatabase({ folder, lost })
    assert.equal(first.migrated[0], '0001-authorities-and-users.sql')
    const store = postgresStore(first.pool)
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Adair')
    await first.close()

    const second = await openDatabase({ folder, lost })
    assert.deepEqual(second.migrated, [])
    assert.deepEqual(await postgresStore(second.pool).look(id, ({ caseById }) => caseById(one.id)), one)
    await second.close()
  })

  it('of somebody else’s is used by its address, with the rows of each authority held apart', async () => {
    const { host, port } = await testServer()
    await makeDatabase(await testServer(), 'elsewhere')
    const url = `postgresql://alongside_owner@/elsewhere?host=${encodeURIComponent(host)}&port=${port}`
    const database = await openDatabase({ url, folder, lost })
    const { id } = await anAuthority(postgresStore(database.pool))
    assert.equal((await postgresStore(database.pool).authorities())[0]?.id, id)
    assert.equal((await database.pool.query('select from authorities')).rowCount, 0)
    const owner = new Client(database.owner)
    await owner.connect()
    assert.equal((await owner.query('select from authorities')).rowCount, 1)
    await owner.end()
    await database.close()
  })

  it('that cannot be reached is said to be so', async () => {
    const url = 'postgresql://nobody@127.0.0.1:1/none'
    await assert.rejects(openDatabase({ url, folder, lost }), /ECONNREFUSED|cannot be reached/)
  })
})
