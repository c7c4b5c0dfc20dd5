import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '#casework/ports.ts'
import { aCase, anAuthority, at } from '#casework/store-contract/given.ts'
import { sealAudit, verifyAudit } from './audit.ts'
import { postgresStore } from './store.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

describe('the chain of the audit', () => {
  let database: TestDatabase
  let store: Store
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
  })

  async function fiveEntries(): Promise<string> {
    const { id } = await anAuthority(store)
    const write = (act: string): Promise<void> =>
      store.change(id, async ({ audit }) => {
        const detail = { why: 'asked', times: 2, alone: true, none: null }
        await audit({ at: at('2026-03-02T10:00:00.123'), user: null, act, caseId: null, detail })
      })
    for (const act of ['first', 'second', 'third', 'fourth', 'fifth']) await write(act)
    await sealAudit(database.pool)
    return id
  }

  /** As somebody who has the owner's password, and knows of the trigger. */
  async function tamper(statement: string, authority: string): Promise<void> {
    await database.ownerPool.query('alter table audit disable trigger never_changed')
    await database.ownerPool.query(statement, [authority])
    await database.ownerPool.query('alter table audit enable trigger never_changed')
  }

  it('holds for what was written, one authority beside another and many at once', async () => {
    const [ours, theirs] = [await fiveEntries(), await fiveEntries()]
    const write = (act: string): Promise<void> =>
      store.change(ours, async ({ audit }) => {
        await audit({ at: at('2026-03-02T10:00'), user: null, act, caseId: null, detail: {} })
      })
    await Promise.all(['a', 'b', 'c', 'd'].map(write))
    assert.equal(await sealAudit(database.pool), 4)
    const check = await verifyAudit(database.pool, ours)
    assert.equal(check.entries, 9)
    assert.equal(check.brokenAt, null)
    assert.match(check.hash, /^[0-9a-f]{64}$/)
    assert.deepEqual((await verifyAudit(database.pool, theirs)).entries, 5)
    const nobody = await anAuthority(store)
    assert.deepEqual(await verifyAudit(database.pool, nobody.id), {
      entries: 0,
      hash: '',
      brokenAt: null,
      waiting: 0,
      waitingSince: null,
    })
  })

  it('says what is not sealed yet, and seals it in the order of writing', async () => {
    const id = await fiveEntries()
    const begun = Date.now()
    for (const act of ['sixth', 'seventh'])
      await store.change(id, ({ audit }) =>
        audit({ at: at('2026-03-02T10:00'), user: null, act, caseId: null, detail: {} }),
      )
    const open = await verifyAudit(database.pool, id)
    assert.deepEqual([open.entries, open.brokenAt, open.waiting], [5, null, 2])
    assert.ok((open.waitingSince ?? 0) >= begun - 1000 && (open.waitingSince ?? 0) <= Date.now() + 1000)
    assert.equal(await sealAudit(database.pool), 2)
    const closed = await verifyAudit(database.pool, id)
    assert.deepEqual([closed.entries, closed.waiting, closed.waitingSince], [7, 0, null])
    const { rows } = await database.ownerPool.query<{ readonly act: string }>(
      'select act from audit where authority_id = $1 order by entry desc limit 2',
      [id],
    )
    assert.deepEqual(
      rows.map(({ act }) => act),
      ['seventh', 'sixth'],
    )
  })

  it('is sealed once, however many seal at once', async () => {
    const id = await fiveEntries()
    const write = (): Promise<void> =>
      store.change(id, async ({ audit }) => {
        for (const act of ['a', 'b', 'c'])
          await audit({ at: at('2026-03-02T10:00'), user: null, act, caseId: null, detail: {} })
      })
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => (n % 3 === 2 ? sealAudit(database.pool) : write())),
    )
    await sealAudit(database.pool)
    const check = await verifyAudit(database.pool, id)
    assert.deepEqual([check.entries, check.brokenAt, check.waiting], [5 + 8 * 3, null, 0])
  })

  it('shows a case what is sealed and what is not as one list, the latest first', async () => {
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Reeve')
    const write = (act: string): Promise<void> =>
      store.change(id, ({ audit }) =>
        audit({ at: at('2026-03-02T10:00'), user: null, act, caseId: one.id, detail: {} }),
      )
    await write('first')
    await write('second')
    await sealAudit(database.pool)
    await write('third')
    const acts = async (limit: number): Promise<readonly string[]> =>
      (await store.look(id, ({ auditOf }) => auditOf(one.id, limit))).map(({ act }) => act)
    assert.deepEqual(await acts(5), ['third', 'second', 'first'])
    assert.deepEqual(await acts(2), ['third', 'second'])
  })

  it('has one way out of its tail, which is to be sealed', async () => {
    const { id } = await anAuthority(store)
    await store.change(id, ({ audit }) =>
      audit({ at: at('2026-03-02T10:00'), user: null, act: 'first', caseId: null, detail: {} }),
    )
    for (const statement of [
      "update audit_tail set act = 'x'",
      'delete from audit_tail',
      'truncate audit_tail',
    ]) {
      await assert.rejects(database.pool.query(statement), /permission denied/)
      await assert.rejects(database.ownerPool.query(statement), /never changed or taken away/)
    }
    assert.equal((await verifyAudit(database.pool, id)).waiting, 1)
  })

  const tampering: readonly (readonly [string, string, number])[] = [
    ['changed', "update audit set act = 'nothing' where authority_id = $1 and entry = 3", 3],
    ['a time moved', "update audit set at = at + '1 ms' where authority_id = $1 and entry = 2", 2],
    ['taken out', 'delete from audit where authority_id = $1 and entry = 2', 2],
    ['cut off at the end', 'delete from audit where authority_id = $1 and entry >= 4', 4],
    ['cut off altogether', 'delete from audit where authority_id = $1', 1],
    [
      'changed, with a hash that fits it',
      `update audit set act = 'nothing', hash = audit_hash(
        (select hash from audit as before where before.authority_id = audit.authority_id and before.entry = 2),
        jsonb_populate_record(audit, '{"act": "nothing"}'))
       where authority_id = $1 and entry = 3`,
      4,
    ],
    [
      'the last one changed, with a hash that fits it',
      `update audit set act = 'nothing', hash = audit_hash(
        (select hash from audit as before where before.authority_id = audit.authority_id and before.entry = 4),
        jsonb_populate_record(audit, '{"act": "nothing"}'))
       where authority_id = $1 and entry = 5`,
      5,
    ],
    [
      'put in',
      `insert into audit select authority_id, 6, at, user_id, 'more', case_id, detail, hash from audit
       where authority_id = $1 and entry = 5`,
      6,
    ],
  ]
  for (const [name, statement, brokenAt] of tampering) {
    it(`breaks where an entry was ${name}`, async () => {
      const id = await fiveEntries()
      await tamper(statement, id)
      assert.equal((await verifyAudit(database.pool, id)).brokenAt, brokenAt)
    })
  }
})
