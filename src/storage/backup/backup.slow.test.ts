import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client, type ClientConfig } from 'pg'
import {
  aCase,
  aMessage,
  anAuthority,
  anEvent,
  anObligation,
  aPerson,
  at,
} from '#casework/store-contract/given.ts'
import { sealAudit, verifyAudit } from '../audit.ts'
import { makeDatabase, type Connections } from '../embedded/make-database.ts'
import { giveLostJobs } from '../jobs/lost-jobs.ts'
import { migrate } from '../migrate.ts'
import { openPool } from '../open-pool.ts'
import { postgresStore } from '../store.ts'
import { testDatabase, testServer, type TestDatabase } from '../test-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { tablesInOrder } from './tables-in-order.ts'
import { writeBackup } from './write-backup.ts'

const silent = (): void => {}
/** Characters that COPY writes in a way of its own, and some that take several bytes. */
const odd = 'Tab\t, line\nfeed, return\r, back\\slash, \\N, “quotes”, é, 😀'

async function withClient<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, and how the sequences stand. */
const contents = (owner: ClientConfig): Promise<Readonly<Record<string, readonly string[]>>> =>
  withClient(owner, async (client) => {
    const all: Record<string, readonly string[]> = {}
    for (const { name } of await tablesInOrder(client)) {
      const { rows } = await client.query<{ readonly row: string }>(
        `select ${name}::text as row from ${name} order by 1`,
      )
      all[name] = rows.map(({ row }) => row)
    }
    const { rows } = await client.query<{ readonly row: string }>(
      "select sequencename || ' ' || coalesce(last_value::text, '') as row from pg_sequences where schemaname = 'public' order by 1",
    )
    return { ...all, sequences: rows.map(({ row }) => row) }
  })

const isEmpty = async (owner: ClientConfig): Promise<boolean> =>
  Object.entries(await contents(owner)).every(([name, rows]) => name === 'sequences' || rows.length === 0)

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-backup-'))
  const file = join(folder, 'all.backup')
  let source: TestDatabase
  let authority = ''
  let caseId = ''
  let made = 0

  /** A database with nothing in it, not even tables. */
  const emptyDatabase = async (): Promise<Connections> => {
    made += 1
    return makeDatabase(await testServer(), `restored_${made}`)
  }

  before(async () => {
    source = await testDatabase()
    const store = postgresStore(source.pool)
    authority = (await anAuthority(store)).id
    const one = await aCase(store, authority, odd, [
      aPerson('al', 'Al Reed', { address: odd, phone: '01632 960002' }),
    ])
    caseId = one.id
    await store.change(authority, async (inside) => {
      const team = await inside.addTeam('Harbour')
      const { user } = await inside.addUser({
        name: odd,
        email: 'ana@example.org',
        memberships: [{ role: 'manager', team: team.id }],
      })
      await inside.append(
        one.id,
        Array.from({ length: 3000 }, (_, n) => ({
          ...anEvent('visit.held'),
          data: { account: `${odd} ${n}`, filler: 'x'.repeat(600) },
        })),
      )
      await inside.writeSchedule(one.id, [anObligation('a', { overdueFrom: null })], {
        version: '2026-01-01',
        lastEvent: 1,
      })
      await inside.audit({
        at: at('2026-03-02T10:00:00.123'),
        user,
        act: odd,
        caseId: one.id,
        detail: { odd },
      })
      await inside.keepResult('key', 'result')
      await inside.saveDraft({
        user,
        form: 'f',
        values: { odd },
        savedAt: at('2026-03-02T10:00'),
        revision: null,
      })
    })
    await sealAudit(source.pool)
    await store.change(authority, async ({ audit, send }) => {
      await audit({ at: at('2026-03-02T10:01'), user: null, act: 'not sealed yet', caseId: null, detail: {} })
      await send(aMessage({ caseId }))
    })
    await writeBackup(source.owner, file, silent)
  })
  after(() => rmSync(folder, { recursive: true }))

  it('is restored row for row, with its sequences, its audit whole, and goes on from there', async () => {
    const { owner, app } = await emptyDatabase()
    const told: string[] = []
    await restoreBackup(owner, file, (table, rows) => void told.push(`${table} ${rows}`))
    const all = await contents(source.owner)
    assert.equal(all['events']?.length, 3000)
    assert.ok(all['audit']?.length === 1 && all['audit_tail']?.length === 1)
    assert.ok(all['person_versions']?.length === 1)
    assert.deepEqual(await contents(owner), all)
    assert.ok(told.includes('events 3000'))

    const pool = openPool(app, silent)
    const store = postgresStore(pool)
    assert.equal((await verifyAudit(pool, authority)).brokenAt, null)
    const next = await aCase(store, authority, 'Next')
    assert.match(next.reference, /-0002$/)
    await store.change(authority, ({ audit }) =>
      audit({ at: at('2026-03-03T10:00'), user: null, act: 'saw', caseId: next.id, detail: {} }),
    )
    await sealAudit(pool)
    const { entries, brokenAt, waiting } = await verifyAudit(pool, authority)
    assert.deepEqual({ entries, brokenAt, waiting }, { entries: 3, brokenAt: null, waiting: 0 })
    const jobs = "select data->>'authority' as authority from jobs.job"
    assert.deepEqual((await pool.query(jobs)).rows, [], 'a backup holds no jobs')
    await giveLostJobs(pool)
    assert.deepEqual(
      (await pool.query(jobs)).rows,
      [{ authority }],
      'what waits has its job from the first worker',
    )
    await pool.end()
    await assert.rejects(
      withClient(owner, (client) => client.query("update events set type = 'nothing'")),
      /never changed/,
      'what keeps the events as they are is switched on again',
    )
  })

  it('is a file that only its owner may read, and overwrites none', async () => {
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(existsSync(`${file}.part`), false)
    await assert.rejects(writeBackup(source.owner, file, silent), /is there already/)
  })

  it('holds one moment, whatever is recorded while it is made', async () => {
    const store = postgresStore(source.pool)
    const other = join(folder, 'meanwhile.backup')
    const all = await contents(source.owner)
    let written: Promise<unknown> | undefined
    await writeBackup(source.owner, other, () => {
      written ??= store.change(authority, ({ append }) => append(caseId, [anEvent('visit.held')]))
    })
    await written
    const { owner } = await emptyDatabase()
    await restoreBackup(owner, other, silent)
    const { sequences: _, ...rows } = await contents(owner)
    const { sequences: __, ...rowsBefore } = all
    assert.deepEqual(rows, rowsBefore)
  })

  it('is not restored over anything', async () => {
    const all = await contents(source.owner)
    await assert.rejects(restoreBackup(source.owner, file, silent), /holds something already/)
    assert.deepEqual(await contents(source.owner), all)
  })

  it('is restored into a database that has its tables and nothing in them', async () => {
    const { owner } = await emptyDatabase()
    await migrate(owner)
    await restoreBackup(owner, file, silent)
    assert.equal((await contents(owner))['events']?.length, 3000)
  })

  const tar = (): Buffer => gunzipSync(readFileSync(file))
  const damage: Readonly<Record<string, readonly [() => Buffer, RegExp]>> = {
    'cut off': [() => readFileSync(file).subarray(0, 5000), /is damaged or no backup/],
    'cut off between two entries': [
      () =>
        gzipSync(
          Buffer.concat([tar().subarray(0, tar().indexOf('tables/users/000001')), Buffer.alloc(1024)]),
        ),
      /its end is missing/,
    ],
    'changed in its rows': [
      () => {
        const bytes = tar()
        const place = bytes.indexOf('xxxxxxxx')
        bytes.write('y', place)
        return gzipSync(bytes)
      },
      /the rows of events are not those that were written/,
    ],
    'changed on the disk': [
      () => {
        const bytes = readFileSync(file)
        const place = Math.floor(bytes.length / 2)
        bytes[place] = (bytes[place] ?? 0) ^ 0xff
        return bytes
      },
      /is damaged/,
    ],
    'something else': [() => Buffer.from('Dear Sir or Madam'), /is damaged or no backup/],
    'made by a newer format': [
      () => gzipSync(Buffer.from(tar().toString('latin1').replace('"version": 1', '"version": 2'), 'latin1')),
      /newer version of Alongside/,
    ],
  }
  for (const [what, [bytes, words]] of Object.entries(damage))
    it(`is refused where it is ${what}, and nothing of it stands`, async () => {
      const broken = join(folder, `${what.replaceAll(' ', '-')}.backup`)
      writeFileSync(broken, bytes())
      const { owner } = await emptyDatabase()
      await assert.rejects(restoreBackup(owner, broken, silent), words)
      assert.equal(await isEmpty(owner), true)
      await restoreBackup(owner, file, silent)
    })

  it('is refused where a newer program has made it', async () => {
    const newer = await testDatabase()
    await newer.ownerPool.query(
      "insert into migrations (number, name, digest) select max(number) + 1, '9999-later.sql', 'x' from migrations",
    )
    const path = join(folder, 'newer.backup')
    await writeBackup(newer.owner, path, silent)
    const { owner } = await emptyDatabase()
    await assert.rejects(
      restoreBackup(owner, path, silent),
      /newer version of Alongside: it has 9999-later\.sql/,
    )
    assert.deepEqual(await contents(owner), { sequences: [] })
  })

  it('says that there is no such file', async () => {
    const { owner } = await emptyDatabase()
    await assert.rejects(restoreBackup(owner, join(folder, 'nowhere'), silent), /There is no file .*nowhere/)
  })

  it('that is being restored when the process is killed has left nothing, and is restored again', async () => {
    const { owner } = await emptyDatabase()
    const program = `
      import { restoreBackup } from ${JSON.stringify(new URL('restore-backup.ts', import.meta.url).href)}
      const [owner, file] = process.argv.slice(1)
      await restoreBackup(JSON.parse(owner), file, (table) => {
        process.stdout.write(table + '\\n')
        if (table === 'events') process.kill(process.pid, 'SIGKILL')
      })`
    const child = spawn(
      process.execPath,
      ['--input-type=module', '--eval', program, JSON.stringify(owner), file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
    const [, signal] = (await once(child, 'close')) as [unknown, string]
    assert.equal(signal, 'SIGKILL')
    assert.match(said, /cases\n[^]*events\n/)
    assert.equal(await isEmpty(owner), true)
    await restoreBackup(owner, file, silent)
    assert.equal((await contents(owner))['events']?.length, 3000)
  })
})
