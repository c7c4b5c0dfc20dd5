import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { Pool } from 'pg'
import type { Store } from '#casework/ports.ts'
import {
  aCase,
  aDocument,
  aMessage,
  anAuthority,
  anEvent,
  anObligation,
  aPerson,
  at,
  day,
} from '#casework/store-contract/given.ts'
import { sealAudit } from './audit.ts'
import { checkRowSecurity, openPool } from './open-pool.ts'
import { postgresStore } from './store.ts'
import { testDatabase, type TestDatabase } from './test-database.ts'

/** Of the runner of the migrations, which belongs to no authority. */
const withoutAuthority = ['migrations']

describe('the rows of an authority', () => {
  let database: TestDatabase
  let store: Store
  let tables: readonly string[]
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
    const { rows } = await database.ownerPool.query<{ readonly name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
    )
    tables = rows.map(({ name }) => name).filter((name) => !withoutAuthority.includes(name))
  })

  it('are in tables that begin their key with it, have a policy, and are not the application’s own', async () => {
    assert.ok(tables.length >= 18, tables.join())
    for (const table of tables) {
      const { rows } = await database.ownerPool.query<{ readonly [name: string]: unknown }>(
        `select relrowsecurity as secured, pg_get_userbyid(relowner) as owner,
          (select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
            where indrelid = pg_class.oid and indisprimary) as first,
          (select string_agg(pg_get_expr(polqual, polrelid), ' or ') from pg_policy where polrelid = pg_class.oid) as policy
        from pg_class where oid = $1::regclass`,
        [table],
      )
      assert.deepEqual(
        rows,
        [
          {
            secured: true,
            owner: 'alongside_owner',
            first: 'authority_id',
            policy: '(authority_id = current_authority())',
          },
        ],
        table,
      )
    }
  })

  it('are shown to no statement that forgets to say which authority', async () => {
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Reed', [
      aPerson('al', 'Al Reed', { address: '1 Quay', phone: '01632 960002' }),
    ])
    await store.change(id, ({ audit }) =>
      audit({ at: at('2026-03-02T09:00'), user: null, act: 'saw', caseId: one.id, detail: {} }),
    )
    await sealAudit(database.pool)
    await store.change(id, async (inside) => {
      const team = await inside.addTeam('Harbour')
      const memberships = [{ role: 'manager', team: team.id }] as const
      const { user } = await inside.addUser({ name: 'Ana', email: 'ana@example.org', memberships })
      await inside.append(one.id, [anEvent('visit.held')])
      await inside.keepDocument(one.id, aDocument(user))
      await inside.writeSchedule(one.id, [anObligation('a')], { version: '2026-01-01', lastEvent: 1 })
      await inside.audit({ at: at('2026-03-02T10:00'), user, act: 'saw', caseId: one.id, detail: {} })
      await inside.send(aMessage({ caseId: one.id }))
      const opening = { user, at: at('2026-03-02T10:00'), until: at('2026-03-03T10:00'), reason: 'On call' }
      await inside.openRestricted(one.id, opening)
      await inside.noteLook({ caseId: one.id, user, page: 'p', at: opening.at, since: opening.at })
      await inside.keepResult('key', 'result')
      const now = at('2026-03-02T10:00')
      await inside.setCredential({ user, passwordHash: 'h', sealedCodeSecret: 's', lastStep: null })
      await inside.setDuty(day('2026-03-02'), user)
      await inside.setServiceDetails({ name: 'Early Help', phone: null, email: null, address: null })
      await inside.outdateSchedules()
      await inside.setRecoveryCodes(user, ['digest'])
      await inside.keepLink({ digest: 'digest', user, kind: 'invitation', until: now }, now)
      await inside.countAttempt('whom', now, 1000)
      await inside.linkSubject(user, { issuer: 'https://id.example.org', subject: '17' })
      await inside.saveDraft({ user, form: 'f', values: {}, savedAt: at('2026-03-02T10:00'), revision: null })
      const personId = one.people[0]?.personId ?? ''
      await inside.relate({ person: personId, kind: 'self', other: personId, from: null, until: null })
    })
    for (const table of tables) {
      const { rows: all } = await database.ownerPool.query(`select from ${table}`)
      assert.ok(all.length > 0 || table === 'sessions', `${table} has rows to be hidden`)
      const { rows } = await database.pool.query(`select from ${table}`)
      assert.deepEqual(rows, [], table)
    }
    const { rows } = await database.pool.query("select from search_cases('Reed', 10, null, true, '{}', true)")
    assert.deepEqual(rows, [])
  })

  it('cannot be written for another authority', async () => {
    const [ours, theirs] = [await anAuthority(store), await anAuthority(store)]
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query("select set_config('alongside.authority', $1, true)", [ours.id])
    const insert = client.query("insert into teams (authority_id, name) values ($1, 'Theirs')", [theirs.id])
    await assert.rejects(insert, /row-level security policy/)
    await client.query('rollback')
    client.release()
  })

  it('are not left open by a transaction for the next one on its connection', async () => {
    const { id } = await anAuthority(store)
    await aCase(store, id, 'Shaw')
    const one = openPool({ ...database.app, max: 1 }, () => {})
    await postgresStore(one).look(id, ({ cases }) => cases({ reach: 'all', open: true, limit: 5, offset: 0 }))
    assert.deepEqual((await one.query('select from cases')).rows, [])
    await one.end()
  })

  it('are held apart also where the application signs in as the owner or the administrator', async () => {
    for (const user of ['alongside_owner', 'postgres']) {
      const pool = openPool({ ...database.app, user }, () => {})
      await checkRowSecurity(pool)
      assert.deepEqual((await pool.query('select from cases')).rows, [])
      await pool.end()
    }
    const seesAll = new Pool({ ...database.app, user: 'postgres' })
    await assert.rejects(checkRowSecurity(seesAll), /sees every authority's rows/)
    await seesAll.end()
  })
})

describe('what is only ever added to', () => {
  let database: TestDatabase
  before(async () => {
    database = await testDatabase()
    const store = postgresStore(database.pool)
    const { id } = await anAuthority(store)
    const one = await aCase(store, id, 'Tate', [aPerson('al', 'Al Tate')])
    await store.change(id, async ({ addUser, append, audit, keepDocument }) => {
      const { user } = await addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] })
      await append(one.id, [anEvent('visit.held')])
      await keepDocument(one.id, aDocument(user))
      await audit({ at: at('2026-03-02T10:00'), user: null, act: 'saw', caseId: one.id, detail: {} })
    })
  })

  const changes = {
    events: "update events set type = 'nothing'",
    audit: "update audit set act = 'nothing'",
    documents: "update documents set title = 'nothing'",
    person_versions: "update person_versions set name = 'Nobody'",
  }
  for (const [table, update] of Object.entries(changes)) {
    it(`${table}: is not changed or taken away by the application, nor by the owner`, async () => {
      for (const statement of [update, `delete from ${table}`, `truncate ${table} cascade`]) {
        await assert.rejects(database.pool.query(statement), /permission denied/)
        await assert.rejects(database.ownerPool.query(statement), /never changed or taken away/)
      }
    })
  }

  it('audit: the application says neither which entry it is nor what its hash is', async () => {
    const insert =
      "insert into audit (authority_id, entry, at, act, detail, hash) values (null, 1, now(), 'x', '{}', '')"
    await assert.rejects(database.pool.query(insert), /permission denied/)
    await assert.rejects(database.pool.query('update audit_heads set entries = 0'), /permission denied/)
  })
})
