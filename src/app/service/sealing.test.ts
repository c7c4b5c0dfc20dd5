import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '#calendar/instant.ts'
import type { Store } from '#casework/ports.ts'
import { verifyAudit } from '#storage/audit.ts'
import { postgresStore } from '#storage/store.ts'
import { testDatabase, type TestDatabase } from '#storage/test-database.ts'
import { startSealing } from './sealing.ts'

describe('sealing the audit while the service runs', () => {
  let database: TestDatabase
  let store: Store
  let authority: string
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
    const given = { slug: 'one', name: 'One', pack: 'nine-steps', closures: [], demonstration: true }
    authority = (await store.addAuthority(given)).id
  })
  const write = (act: string): Promise<void> =>
    store.change(authority, ({ audit }) =>
      audit({ at: 0 as Instant, user: null, act, caseId: null, detail: {} }),
    )

  it('takes up by itself what is written, and at the end what is left', async () => {
    const lines: string[] = []
    const sealing = startSealing(database.pool, { write: (line) => void lines.push(line) }, 5)
    await write('first')
    const begun = Date.now()
    for (;;) {
      if ((await verifyAudit(database.pool, authority)).entries === 1) break
      assert.ok(Date.now() - begun < 10_000, 'the first entry was never sealed')
      await sleep(5)
    }
    const [written] = await Promise.all([write('second'), sleep(1)])
    assert.equal(written, undefined)
    await sealing.stop()
    const check = await verifyAudit(database.pool, authority)
    assert.deepEqual([check.entries, check.waiting, check.brokenAt], [2, 0, null])
    assert.deepEqual(lines, [])
  })

  it('says in the log what it could not do, without a word of the entries', async () => {
    const lines: string[] = []
    const away = postgresPoolThatFails()
    const sealing = startSealing(away, { write: (line) => void lines.push(line) }, 5)
    await sealing.stop()
    assert.ok(lines.length >= 1)
    assert.deepEqual((JSON.parse(lines[0] ?? '{}') as { readonly failure: unknown }).failure, {
      kind: 'Error',
      what: 'the audit could not be sealed',
    })
  })
})

const postgresPoolThatFails = (): TestDatabase['pool'] =>
  ({
    query: () => Promise.reject(new Error('Quill was seen by Ana')),
  }) as unknown as TestDatabase['pool']
