import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CaseRecord } from '#casework/case/case-record.ts'
import type { Authority, Store } from '#casework/ports.ts'
import type { Deps } from '#casework/deps.ts'
import { moment } from '#casework/fixtures/small-authority.ts'
import type { Message } from '#casework/messages/message.ts'
import type { PostDeps } from '#casework/messages/post.ts'
import { aCase, allMessages, aMessage, anAuthority, anObligation } from '#casework/store-contract/given.ts'
import { smtpPost } from '#post/smtp-post.ts'
import { startMailServer } from '#post/testing/mail-server.ts'
import type { MailServer } from '#post/testing/mail-server.ts'
import { postgresStore } from '#storage/store.ts'
import { testDatabase, type TestDatabase } from '#storage/test-database.ts'
import { installedPacks } from './installed-packs.ts'
import { digestsOfToday, startWorker } from './worker.ts'
import type { Worker } from './worker.ts'

const links = { myWork: 'https://alongside.example.org/my-work', family: (id: string) => id }
const from = 'Alongside <alongside@example.org>'

/** Waits until something is so; a test that waits in vain is ended by its own limit. */
const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await isSo())) await sleep(10)
}

describe('workers on one database', { timeout: 120_000 }, () => {
  const shelf = installedPacks()
  let database: TestDatabase
  let store: Store
  let server: MailServer
  // A Friday.
  let now = moment('2026-03-06T07:00')

  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
    server = await startMailServer()
  })
  after(() => server.stop())

  const deps = (url: string | null = server.url): PostDeps => {
    const clock: Deps['clock'] = { now: () => now }
    return { store, shelf, clock, links, post: url === null ? null : smtpPost({ url, from }) }
  }
  const start = (more: Partial<PostDeps> = {}, failed: (kind: string) => void = () => {}): Worker =>
    startWorker({ ...deps(), ...more }, database, { digestAt: 480, rest: 0.5, failed, tidied: () => {} })
  const authority = async (): Promise<Authority> => anAuthority(store)
  const send = ({ id }: Authority, count: number, to = 'ana'): Promise<void> =>
    store.change(id, async (inside) => {
      for (let n = 0; n < count; n += 1)
        await inside.send(
          aMessage({ to: { kind: 'email', email: `${to}@example.org` }, subject: `${id} ${n}` }),
        )
    })
  const messages = ({ id }: Authority): Promise<readonly Message[]> =>
    store.look(id, (inside) => inside.messages({ ...allMessages, limit: 1000 }))
  const allAre = (one: Authority, state: Message['state']) => async (): Promise<boolean> =>
    (await messages(one)).every((message) => message.state === state)
  /** As if the pause before the next try were over. */
  const hasten = () =>
    database.ownerPool.query("update jobs.job set start_after = now() where state in ('created', 'retry')")
  const subjects = (taken: MailServer['taken']): readonly string[] =>
    taken.map(({ letter }) => /^Subject: (.*)\r$/m.exec(letter)?.[1] ?? '')

  it('work out again what is due once the closure days are others, whichever of them gets to it', async () => {
    const { id } = await authority()
    const cases: CaseRecord[] = []
    for (let n = 0; n < 45; n += 1) cases.push(await aCase(store, id, `Family ${n}`))
    const stamp = { version: '2025-01-01', lastEvent: 0 }
    await store.change(id, async (inside) => {
      for (const one of cases) await inside.writeSchedule(one.id, [anObligation('out of date')], stamp)
      await inside.setClosures([])
      await inside.outdateSchedules()
    })
    const kinds: string[] = []
    const workers = [start({}, (kind) => kinds.push(kind)), start({}, (kind) => kinds.push(kind))]
    await until(async () => (await store.look(id, (inside) => inside.outdated(1))).length === 0)
    await Promise.all(workers.map((worker) => worker.stop()))
    assert.deepEqual(kinds, [])
    for (const one of cases)
      assert.deepEqual(await store.look(id, (inside) => inside.obligationsOf(one.id)), [], one.family)
  })

  it('deliver what several authorities have queued, each message once', async () => {
    const [one, other] = [await authority(), await authority()]
    await send(one, 40)
    await send(other, 25)
    const workers = [start(), start(), start()]
    await until(allAre(one, 'sent'))
    await until(allAre(other, 'sent'))
    await Promise.all(workers.map((worker) => worker.stop()))
    const ours = subjects(server.taken).filter((subject) => subject.startsWith(one.id))
    const theirs = subjects(server.taken).filter((subject) => subject.startsWith(other.id))
    assert.deepEqual([ours.length, new Set(ours).size], [40, 40])
    assert.deepEqual([theirs.length, new Set(theirs).size], [25, 25])
    assert.ok((await messages(one)).every(({ tries }) => tries === 1))
  })

  it('keep what cannot be delivered while the mail server is away, and deliver it when it is back', async () => {
    const away = await startMailServer()
    await away.stop()
    const one = await authority()
    await send(one, 6)
    const worker = start({ post: smtpPost({ url: away.url, from }) })
    await until(async () => (await messages(one)).some(({ why }) => why !== null))
    const waiting = await messages(one)
    assert.ok(waiting.every(({ state }) => state === 'waiting'))
    const tried = waiting.find(({ why }) => why !== null)
    assert.equal(tried?.why, 'The mail server could not be reached (ECONNREFUSED).')
    await until(async () => (await messages(one)).every(({ why }) => why !== null))
    const { rows } = await database.ownerPool.query(
      `select bool_and(start_after between now() + interval '20 seconds' and now() + interval '61 seconds') as later
        from jobs.job where state = 'retry' and data->>'authority' = $1`,
      [one.id],
    )
    assert.deepEqual(rows, [{ later: true }], 'they are tried again half a minute to a minute later')
    const back = await startMailServer(away.port)
    await hasten()
    await until(allAre(one, 'sent'))
    await worker.stop()
    assert.deepEqual(
      subjects(back.taken).toSorted(),
      Array.from({ length: 6 }, (_, n) => `${one.id} ${n}`),
    )
    await back.stop()
  })

  it('end the letter that they have begun when they are stopped, and begin no other', async () => {
    const one = await authority()
    await send(one, 9, 'slow')
    const had = server.taken.length
    const worker = start()
    await until(() => server.taken.length > had)
    await worker.stop()
    const settled = (await messages(one)).filter(({ state }) => state === 'sent')
    const begun = (await messages(one)).filter(({ tries }) => tries > 0)
    assert.ok(settled.length > 0 && settled.length <= 4, `${settled.length} were under way`)
    assert.deepEqual(begun, settled)
    assert.equal(server.taken.length - had, settled.length)
  })

  it('go on for all others where something is wrong with one authority', async () => {
    const [broken, well] = [await authority(), await authority()]
    await send(broken, 1)
    await send(well, 1)
    const failures: string[] = []
    const worker = start(
      {
        store: {
          ...store,
          change: (id, work) =>
            id === broken.id ? Promise.reject(new TypeError('broken')) : store.change(id, work),
        },
      },
      (kind) => void failures.push(kind),
    )
    await until(allAre(well, 'sent'))
    await worker.stop()
    assert.ok(failures.includes('TypeError'))
    assert.ok(await allAre(broken, 'waiting')())
  })

  it('try again when the database was away as they started', async () => {
    const one = await authority()
    await send(one, 1)
    let away = true
    const failures: string[] = []
    const gone = new Proxy(database.pool, {
      get: (pool, name) =>
        name === 'query' && away
          ? () => Promise.reject(new RangeError('away'))
          : (Reflect.get(pool, name) as unknown),
    })
    const settings = { digestAt: 480, rest: 0.5, tidied: () => {} }
    const worker = startWorker(
      deps(),
      { pool: gone, app: database.app },
      { ...settings, failed: (kind) => failures.push(kind) },
    )
    await until(() => failures.length > 0)
    away = false
    await until(allAre(one, 'sent'))
    await worker.stop()
    assert.deepEqual([...new Set(failures)], ['RangeError'])
  })

  it('give up what has had all its turns, and say why', async () => {
    const one = await authority()
    await send(one, 1)
    await database.ownerPool.query(
      "update jobs.job set retry_count = retry_limit where state = 'created' and data->>'authority' = $1",
      [one.id],
    )
    const worker = start({ post: smtpPost({ url: 'smtp://127.0.0.1:9', from }) })
    await until(allAre(one, 'failed'))
    await worker.stop()
    const [message] = await messages(one)
    assert.equal(message?.why, 'The mail server could not be reached (ECONNREFUSED).')
  })

  it('leave what needs a mail server to those that have one', async () => {
    const one = await store.addAuthority({
      slug: 'south-sands',
      name: 'South Sands',
      pack: 'nine-steps',
      closures: [],
      demonstration: false,
    })
    const shown = await authority()
    await send(one, 1)
    await send(shown, 1)
    const without = start({ post: null })
    await until(allAre(shown, 'shown'))
    assert.deepEqual(
      (await messages(one)).map(({ state, tries }) => [state, tries]),
      [['waiting', 0]],
    )
    const having = start()
    await until(allAre(one, 'sent'))
    await Promise.all([without.stop(), having.stop()])
  })

  describe('and the digests', () => {
    const withWork = async (): Promise<Authority> => {
      const one = await authority()
      const worker = await store.change(one.id, async (inside) => {
        const { id: team } = await inside.addTeam('Harbour')
        return inside.addUser({
          name: 'Ana Reyes',
          email: `${one.id}@example.org`,
          memberships: [{ role: 'practitioner', team }],
        })
      })
      const family = await aCase(store, one.id, 'Quill')
      await store.change(one.id, async (inside) => {
        await inside.setCase(family.id, { worker: worker.user })
        await inside.writeSchedule(
          family.id,
          [
            anObligation('a', {
              opensAt: moment('2026-03-02T10:00'),
              due: '2026-03-03',
              overdueFrom: moment('2026-03-04T00:00'),
            }),
          ],
          { version: '2026-01-01', lastEvent: 1 },
        )
      })
      return one
    }
    const made = async (one: Authority): Promise<number> =>
      (await messages(one)).filter(({ kind }) => kind === 'digest').length
    /** Two workers at once have the job of the digests. */
    const countsAt = async (one: Authority, times: readonly string[]): Promise<readonly number[]> => {
      const counts: number[] = []
      for (const time of times) {
        now = moment(time)
        const both = [1, 2].map(() => digestsOfToday(deps(null), 480, (error) => assert.fail(String(error))))
        assert.deepEqual(await Promise.all(both), [true, true])
        counts.push(await made(one))
      }
      return counts
    }

    it('are made once a working day from their time on, though many work and all are started anew', async () => {
      const one = await withWork()
      const times = [
        '2026-03-06T07:59',
        '2026-03-06T08:00',
        '2026-03-06T17:00',
        '2026-03-07T09:00',
        '2026-03-08T09:00',
        '2026-03-09T08:01',
      ]
      assert.deepEqual(await countsAt(one, times), [0, 1, 1, 1, 1, 2])
    })

    it('are not made from Good Friday to Easter Monday', async () => {
      const one = await withWork()
      const times = ['2026-04-03T09:00', '2026-04-04T09:00', '2026-04-06T09:00', '2026-04-07T08:00']
      assert.deepEqual(await countsAt(one, times), [0, 0, 0, 1])
    })

    it('are tried again where they failed for one authority, and made for all others', async () => {
      const [broken, well] = [await withWork(), await withWork()]
      now = moment('2026-03-10T08:00')
      const failures: unknown[] = []
      const failing: Store = {
        ...store,
        change: (id, work) =>
          id === broken.id ? Promise.reject(new TypeError('broken')) : store.change(id, work),
      }
      const all = () =>
        digestsOfToday({ ...deps(null), store: failing }, 480, (error) => failures.push(error))
      assert.equal(await all(), false)
      assert.equal(failures.length, 1)
      assert.deepEqual([await made(broken), await made(well)], [0, 1])
      assert.deepEqual(await countsAt(broken, ['2026-03-10T08:01']), [1])
    })

    it('are made by a worker that comes after nobody worked when it was time', async () => {
      const one = await withWork()
      const first = start({ post: null })
      await until(async () => {
        const { rowCount } = await database.ownerPool.query(
          "select from jobs.schedule where name = 'digests'",
        )
        return rowCount === 1
      })
      await first.stop()
      // As if the last look at the timetable were two days ago, and the timetable older.
      await database.ownerPool.query(
        "update jobs.schedule set created_on = now() - interval '9 days'; update jobs.version set cron_on = now() - interval '2 days'",
      )
      now = moment('2026-03-11T09:10')
      const next = start({ post: null })
      await until(async () => (await made(one)) > 0)
      await next.stop()
      assert.equal(await made(one), 1)
    })
  })
})
