import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '#casework/ports.ts'
import { anAuthority, at } from '#casework/store-contract/given.ts'
import { postgresStore } from '../store.ts'
import { testDatabase, type TestDatabase } from '../test-database.ts'
import { postgresSessions } from './sessions.ts'

describe('sessions', () => {
  let database: TestDatabase
  let store: Store
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
  })

  it('are opened, used and closed, and found by their id alone', async () => {
    const authority = await anAuthority(store)
    const { id } = authority
    const memberships = [{ role: 'manager', team: null }] as const
    const { user } = await store.change(id, ({ addUser }) =>
      addUser({ name: 'Ana', email: 'ana@example.org', memberships }),
    )
    const sessions = postgresSessions(database.pool)
    const opened = at('2026-03-02T09:00')
    const key = await sessions.open({ authority: id, user }, opened)
    assert.match(key, /^[A-Za-z0-9_-]{75}$/)
    const { closures: _, ...shown } = authority
    const session = {
      actor: { authority: id, user, name: 'Ana', memberships },
      authority: shown,
      opened,
      seen: opened,
      ended: null,
    }
    assert.deepEqual(await sessions.find(key), session)

    await sessions.touch(key, at('2026-03-02T09:20'))
    await sessions.touch(key, at('2026-03-02T09:10'))
    assert.deepEqual(await sessions.find(key), { ...session, seen: at('2026-03-02T09:20') })

    await sessions.close(key, at('2026-03-02T09:30'))
    await sessions.touch(key, at('2026-03-02T09:40'))
    const ended = { ...session, seen: at('2026-03-02T09:20'), ended: at('2026-03-02T09:30') }
    assert.deepEqual(await sessions.find(key), ended)
    assert.notEqual(await sessions.open({ authority: id, user }, opened), key)

    const { rows } = await database.ownerPool.query<{ readonly all: string }>(
      'select sessions::text as all from sessions',
    )
    assert.ok(rows.every(({ all }) => !all.includes(key)))
    await database.ownerPool.query('update users set active = false where id = $1', [user])
    assert.equal(await sessions.find(key), null)
  })

  it('of one person all end at once, and those of others go on', async () => {
    const { id } = await anAuthority(store)
    const sessions = postgresSessions(database.pool)
    const add = (name: string) =>
      store.change(id, ({ addUser }) => addUser({ name, email: `${name}@example.org`, memberships: [] }))
    const [{ user: ana }, { user: ben }] = [await add('ana'), await add('ben')]
    const opened = at('2026-03-02T09:00')
    const open = (user: string) => sessions.open({ authority: id, user }, opened)
    const [first, second, his] = [await open(ana), await open(ana), await open(ben)]
    await sessions.close(first, at('2026-03-02T09:10'))
    await sessions.closeAll({ authority: id, user: ana }, at('2026-03-02T09:20'))
    const ended = async (key: string) => (await sessions.find(key))?.ended
    assert.equal(await ended(first), at('2026-03-02T09:10'))
    assert.equal(await ended(second), at('2026-03-02T09:20'))
    assert.equal(await ended(his), null)
  })

  it('are not found by anything else', async () => {
    const sessions = postgresSessions(database.pool)
    const { id } = await anAuthority(store)
    for (const key of [
      '',
      id,
      `${id.replaceAll('-', '')}${'A'.repeat(43)}`,
      `${'0'.repeat(32)}${'A'.repeat(43)}`,
    ]) {
      assert.equal(await sessions.find(key), null)
      await sessions.touch(key, at('2026-03-02T09:10'))
      await sessions.close(key, at('2026-03-02T09:10'))
    }
  })
})
