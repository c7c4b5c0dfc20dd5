import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '#casework/ports.ts'
import { anAuthority, at } from '#casework/store-contract/given.ts'
import { postgresSessions } from './people/sessions.ts'
import { postgresStore } from './store.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'
import { tidy } from './tidy.ts'

const now = at('2026-06-15T09:00')

describe('tidying', () => {
  let database: TestDatabase
  let store: Store
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
  })

  const keysOf = async (): Promise<readonly string[]> =>
    (
      await database.ownerPool.query<{ readonly key: string }>('select key from request_keys order by key')
    ).rows.map(({ key }) => key)

  it('takes away what requests led to 30 days ago, and neither later ones nor how far the demonstration is', async () => {
    for (const { id } of [await anAuthority(store), await anAuthority(store)]) {
      for (const key of ['old', 'recent', 'demonstration: filled'])
        await store.change(id, ({ keepResult }) => keepResult(`${key} ${id}`, 'result'))
      await database.ownerPool.query(
        `update request_keys set at = case when key like 'recent%' then '2026-05-17T09:00+01'::timestamptz
          else '2026-05-16T07:00+01'::timestamptz end where authority_id = $1`,
        [id],
      )
    }
    assert.equal((await keysOf()).length, 6)
    assert.equal((await tidy(database.pool, now)).requests, 2)
    assert.deepEqual(
      (await keysOf()).map((key) => key.split(' ')[0]),
      ['demonstration:', 'demonstration:', 'recent', 'recent'],
    )
    assert.equal((await tidy(database.pool, now)).requests, 0)
  })

  it('takes away sessions that nobody has used for 30 days, and leaves drafts', async () => {
    const { id } = await anAuthority(store)
    const { user } = await store.change(id, ({ addUser }) =>
      addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
    )
    const sessions = postgresSessions(database.pool)
    const old = await sessions.open({ authority: id, user }, at('2026-05-01T09:00'))
    const used = await sessions.open({ authority: id, user }, at('2026-05-01T09:00'))
    await sessions.touch(used, at('2026-05-20T09:00'))
    const draft = { user, form: 'f', values: {}, savedAt: at('2025-05-01T09:00'), revision: null }
    await store.change(id, ({ saveDraft }) => saveDraft(draft))
    assert.equal((await tidy(database.pool, now)).sessions, 1)
    assert.equal(await sessions.find(old), null)
    assert.notEqual(await sessions.find(used), null)
    assert.equal((await store.look(id, ({ draftsOf }) => draftsOf(user))).length, 1)
  })
})
