import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aCase, anAuthority } from '#casework/store-contract/given.ts'
import { postgresStore } from './store.ts'
import { testDatabase } from './test-database.ts'
import { weighTables } from './weigh-tables.ts'

describe('a database after a large filling', () => {
  it('knows how much there is once its tables are weighed', async () => {
    const database = await testDatabase()
    const store = postgresStore(database.pool)
    const { id } = await anAuthority(store)
    for (const family of ['Quill', 'Reed', 'Stone']) await aCase(store, id, family)
    const known = async (): Promise<unknown> =>
      (await database.ownerPool.query("select reltuples as rows from pg_class where relname = 'cases'")).rows
    assert.deepEqual(await known(), [{ rows: -1 }])
    await weighTables(database.owner)
    assert.deepEqual(await known(), [{ rows: 3 }])
  })
})
