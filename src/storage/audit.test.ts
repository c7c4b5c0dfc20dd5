import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Store } from '#casework/ports.ts'
import { anAuthority, at } from '#casework/store-contract/given.ts'
import { verifyAudit } from './audit.ts'
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
    return id
  }

  /** As somebody who has the owner's password, and knows of the trigger. */
  async function tamper(statement: string, authority: string): Promise<void> {
    await database.ownerPool.query('alter table audit disable trigger never_changed')
    await database.ownerPool.query('alter table audit disable trigger chain_audit')
    await database.ownerPool.query(statement, [authority])
    await database.ownerPool.query('alter table audit enable trigger never_changed')
    await database.ownerPool.query('alter table audit enable trigger chain_audit')
  }

  it('holds for what was written, one authority beside another and many at once', async () => {
    const [ours, theirs] = [await fiveEntries(), await fiveEntries()]
    const write = (act: string): Promise<void> =>
      store.change(ours, async ({ audit }) => {
        await audit({ at: at('2026-03-02T10:00'), user: null, act, caseId: null, detail: {} })
      })
    await Promise.all(['a', 'b', 'c', 'd'].map(write))
    const check = await verifyAudit(database.pool, ours)
    assert.equal(check.entries, 9)
    assert.equal(check.brokenAt, null)
    assert.match(check.hash, /^[0-9a-f]{64}$/)
    assert.deepEqual((await verifyAudit(database.pool, theirs)).entries, 5)
    const nobody = await anAuthority(store)
    assert.deepEqual(await verifyAudit(database.pool, nobody.id), { entries: 0, hash: '', brokenAt: null })
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
