import assert from 'node:assert/strict'
import type { Writable } from 'node:stream'
import { before, describe, it } from 'node:test'
import type { PoolClient } from 'pg'
import { together } from '#casework/recording/together.ts'
import { aCase, aMessage, anAuthority, anEvent, anObligation, at } from '#casework/store-contract/given.ts'
import { postgresStore } from './store.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

type Inside = { readonly connection: { readonly stream: Writable } }

/** By which a stream hands on one piece, or several together. */
const handing = ['_write', '_writev'] as const

/** How often a connection hands something to the system while work is done with it. */
const writesIn = async (client: PoolClient, work: () => Promise<unknown>): Promise<number> => {
  const { stream } = (client as unknown as Inside).connection
  let writes = 0
  for (const name of handing) {
    const hand = Reflect.get(stream, name) as (...given: readonly unknown[]) => void
    Reflect.set(stream, name, (...given: readonly unknown[]) => {
      writes += 1
      Reflect.apply(hand, stream, given)
    })
  }
  await work()
  for (const name of handing) Reflect.deleteProperty(stream, name)
  return writes
}

describe('what is asked of a connection', () => {
  let database: TestDatabase
  before(async () => {
    database = await testDatabase()
  })

  it('goes out in one write where it is asked in one go, and in two where one waits for the other', async () => {
    const client = await database.pool.connect()
    const ask = (n: number) => client.query({ name: `number ${n}`, text: 'select $1::int as n', values: [n] })
    const atOnce = await writesIn(client, async () => {
      const found = await Promise.all([client.query('begin'), ask(1), ask(2), client.query('commit')])
      assert.deepEqual(
        found.map(({ rows }) => (rows as readonly { readonly n: number }[])[0]?.n),
        [undefined, 1, 2, undefined],
      )
    })
    const apart = await writesIn(client, async () => {
      await ask(3)
      await ask(4)
    })
    client.release()
    assert.deepEqual([atOnce, apart], [1, 2])
  })

  it('is two writes for a recording: one to hold the case and read it, one with all that is written and the end', async () => {
    const store = postgresStore(database.pool)
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Inskip')
    const client = await database.pool.connect()
    client.release()
    const writes = await writesIn(client, () =>
      store.change(id, async (inside) => {
        await together(inside.lockCase(one.id), inside.resultOf('page 1'), inside.authority())
        const lists = { rows: [anObligation('a')], stamp: { version: '2026-01-01', lastEvent: 1 } }
        await together(
          inside.recordIn(one.id, 0, [anEvent('visit.held')], { ...lists, step: 'plan', closed: null }),
          inside.audit({ at: at('2026-03-02T10:00'), user: null, act: 'x', caseId: one.id, detail: {} }),
          inside.send(aMessage({ caseId: one.id })),
          inside.dropDraft(id, 'visit'),
          inside.keepResult('page 1', 'done'),
        )
      }),
    )
    assert.equal(writes, 2)
    const events = (await store.look(id, ({ caseById }) => caseById(one.id)))?.events
    assert.equal(events?.length, 1)
  })
})
