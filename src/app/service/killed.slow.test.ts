import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { ClientConfig } from 'pg'
import { chanceFrom } from '#engine/plausible/chance.ts'
import { sealAudit, verifyAudit } from '#storage/audit.ts'
import { openDatabase } from '#storage/open-database.ts'
import type { Database } from '#storage/open-database.ts'
import { postgresStore } from '#storage/store.ts'
import { installedPacks } from './installed-packs.ts'
import { rebuildSchedules } from './rebuild-schedules.ts'
import { browser } from './testing/browser.ts'
import { recorder } from './testing/recorder.ts'
import type { Recorder } from './testing/recorder.ts'
import { addressOf, start } from './testing/running-program.ts'
import type { Running } from './testing/running-program.ts'
import { familiesOf, peopleAt, signIn } from './testing/signed-in.ts'

const recordings = 500
const inEachAuthority = 2
const recording = /worker|practitioner|manager/i
const draftEvery = 5
/** A machine that does other things as well takes its time. */
const longest = 420_000
/** What is killed, one after the other: a connection of the database ends all others of it as well. */
const kills = ['service', 'database', 'connection', 'both', 'service', 'database', 'both'] as const

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

type Person = {
  readonly who: Recorder
  readonly authority: string
  readonly user: string
  readonly families: readonly string[]
}

/** The service, killed and started again while people record; gives everything that they were told is recorded. */
const recordWhileKilling = async (data: string) => {
  const over = new AbortController()
  const patience = setTimeout(() => over.abort(), longest).unref()
  const chance = chanceFrom(seed)
  let service = start(['serve', '--families', '40'], { DATA: data, PORT: '0' })
  const address = await addressOf(service)
  const serveAgain = async (): Promise<Running> => {
    const again = start(['serve'], { DATA: data, PORT: new URL(address).port })
    await addressOf(again)
    return again
  }

  const people: Person[] = []
  for (const somebody of await peopleAt(address)) {
    const [authority = '', user = ''] = somebody.value.split('/')
    const colleagues = people.filter((one) => one.authority === authority)
    if (colleagues.length === inEachAuthority || !recording.test(somebody.role)) continue
    const go = browser(address)
    await signIn(go, somebody)
    const who = recorder(go, over.signal)
    const families: string[] = []
    // A gate of the procedure may keep some of them shut.
    for (const family of (await familiesOf(go)).slice(0, 4))
      if (await who.note(family, 'A trial')) families.push(family)
    who.strange.length = 0
    if (families.length > 0) people.push({ who, authority, user, families })
  }

  const acknowledged: string[] = []
  const drafts = new Map<string, number>()
  let next = 0
  const work = async ({ who, user, families }: Person): Promise<void> => {
    while (next < recordings) {
      const n = (next += 1)
      const family = families[n % families.length] ?? ''
      if (await who.note(family, `Note ${n} of the test`)) acknowledged.push(`Note ${n} of the test`)
      if (n % draftEvery === 0) {
        await who.draft(family, `${n}`)
        drafts.set(`${user} ${family}`, n)
      }
    }
  }

  const pidOfDatabase = (): number =>
    Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const killOneConnection = async (): Promise<void> => {
    const client = new Client({ host: join(data, 'postgres'), user: 'postgres', database: 'alongside' })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ readonly pid: number }>(
      "select pid from pg_stat_activity where datname = 'alongside' and pid <> pg_backend_pid() limit 1",
    )
    for (const { pid } of rows) process.kill(pid, 'SIGKILL')
    await client.end().catch(() => {})
  }
  const done: string[] = []
  const kill = async (what: (typeof kills)[number]): Promise<void> => {
    if (what === 'connection') await killOneConnection()
    if (what === 'database' || what === 'both') process.kill(pidOfDatabase(), 'SIGKILL')
    if (what === 'service' || what === 'both') {
      service.child.kill('SIGKILL')
      await service.ended
      service = await serveAgain()
    }
    done.push(what)
  }
  const disturb = async (): Promise<void> => {
    const stretch = Math.floor(recordings / (kills.length + 1))
    for (const [i, what] of kills.entries()) {
      const from = stretch * (i + 1) - chance.whole(0, stretch - 1)
      while (acknowledged.length < from && !over.signal.aborted) await sleep(5)
      await sleep(chance.whole(0, 200))
      await kill(what)
    }
  }
  const stop = (error: unknown): never => {
    over.abort(error)
    service.child.kill('SIGKILL')
    throw new Error(`${acknowledged.length} were acknowledged, and ${done.join(', ')} killed.`, {
      cause: error,
    })
  }
  await Promise.all([disturb(), ...people.map(work)]).catch(stop)
  clearTimeout(patience)
  service.child.kill('SIGTERM')
  const status = await service.ended
  return { people, acknowledged, drafts, done, status }
}

type Outcome = Awaited<ReturnType<typeof recordWhileKilling>>

const rowsOf = async <Row extends object>(owner: ClientConfig, sql: string): Promise<readonly Row[]> => {
  const client = new Client(owner)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

describe(`500 recordings while the service and its database are killed (SEED=${seed})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-killed-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  let outcome: Outcome
  let database: Database
  let opened: Database | undefined

  before(async () => {
    const began = Date.now()
    outcome = await recordWhileKilling(data)
    const again = outcome.people.reduce((sum, { who }) => sum + who.again(), 0)
    process.stdout.write(
      `killed ${outcome.done.join(', ')} with SEED=${seed}; ${again} requests were sent again; ${Math.round((Date.now() - began) / 1000)} s\n`,
    )
    opened = await openDatabase({ folder: data, lost: () => {} })
    database = opened
  })
  after(async () => {
    await opened?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are all acknowledged in the end, and nobody is told anything but that the service is away', () => {
    assert.equal(outcome.people.length, 5 * inEachAuthority)
    assert.deepEqual([...outcome.done], [...kills])
    assert.deepEqual(
      outcome.people.flatMap(({ who }) => who.strange),
      [],
    )
    assert.equal(new Set(outcome.acknowledged).size, recordings)
    assert.ok(outcome.people.some(({ who }) => who.again() > 0))
    assert.equal(outcome.status, 0)
  })

  it('are all there, none twice, numbered without a gap', async () => {
    const written = await rowsOf<{ readonly account: string }>(
      database.owner,
      `select data->>'account' as account from events where data->>'account' like 'Note % of the test'`,
    )
    assert.deepEqual(written.map(({ account }) => account).toSorted(), outcome.acknowledged.toSorted())
    const gaps = await rowsOf(
      database.owner,
      `select id from cases left join events on events.authority_id = cases.authority_id and case_id = id
        group by cases.authority_id, id, last_event having count(number) <> last_event or max(number) <> last_event`,
    )
    assert.deepEqual(gaps, [])
  })

  it('stand in the audit once each, and its chain is whole', async () => {
    await sealAudit(database.pool)
    const audited = await rowsOf<{ readonly times: string }>(
      database.owner,
      `select count(*) as times
        from (select authority_id, case_id, act, detail from audit
          union all select authority_id, case_id, act, detail from audit_tail) as entries
        join events on events.authority_id = entries.authority_id
          and events.case_id = entries.case_id and 'e' || events.number = entries.detail->>'event'
        where events.data->>'account' like 'Note % of the test' and act = 'recorded'`,
    )
    assert.deepEqual(audited, [{ times: `${recordings}` }])
    for (const { id } of await postgresStore(database.pool).authorities()) {
      const { entries, brokenAt } = await verifyAudit(database.pool, id)
      assert.ok(entries > 0)
      assert.equal(brokenAt, null)
    }
  })

  it('left lists that say what working them out again says', async () => {
    const kept = () => rowsOf(database.owner, 'select * from obligations order by authority_id, case_id, key')
    const first = await kept()
    const store = postgresStore(database.pool)
    const deps = { store, clock: { now: () => 0 as never }, shelf: installedPacks() }
    for (const authority of await store.authorities())
      await rebuildSchedules({ pool: database.pool, deps }, authority, () => {})
    assert.ok(first.length > 100)
    assert.deepEqual(await kept(), first)
  })

  it('left every draft that was said to be saved, as it was saved last', async () => {
    const rows = await rowsOf<{ readonly place: string; readonly account: string }>(
      database.owner,
      `select user_id || ' ' || split_part(form, ':', 2) as place, "values"->>'f-account' as account
        from drafts where form like '%visit_made'`,
    )
    const kept = new Map(rows.map(({ place, account }) => [place, Number(account)]))
    assert.ok(outcome.drafts.size > 5)
    assert.deepEqual(kept, outcome.drafts)
  })

  it('are in a backup and, where that is restored, with the audit whole', async () => {
    const file = join(folder, 'all.backup')
    const backup = start(['backup', file], { DATA: data })
    assert.equal(await backup.ended, 0, backup.said())
    assert.match(
      backup.said(),
      /\d+ rows of \d+ tables in .*all\.backup\nIt holds everything about every family/,
    )
    const elsewhere = { DATA: join(folder, 'restored') }
    const restore = start(['restore', file], elsewhere)
    assert.equal(await restore.ended, 0, restore.said())
    assert.equal(restore.said().match(/\d+ entries, each in its place/g)?.length, 5)
    const again = start(['restore', file], elsewhere)
    assert.equal(await again.ended, 2)
    assert.match(again.said(), /^Nothing was restored\. The database holds something already/)
    const restored = await openDatabase({ folder: elsewhere.DATA, lost: () => {} })
    const count = "select count(*) as notes from events where data->>'account' like 'Note % of the test'"
    assert.deepEqual(await rowsOf(restored.owner, count), [{ notes: `${recordings}` }])
    await restored.close()
  })
})
