import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CaseRecord } from '#casework/case-record.ts'
import type { Authority, Store } from '#casework/ports.ts'
import type { Deps } from '#casework/deps.ts'
import { moment } from '#casework/fixtures/small-authority.ts'
import type { Message } from '#casework/message.ts'
import type { PostDeps } from '#casework/messages/post.ts'
import { aCase, allMessages, aMessage, anAuthority, anObligation } from '#casework/store-contract/given.ts'
import { smtpPost } from '#post/smtp-post.ts'
import { startMailServer } from '#post/testing/mail-server.ts'
import type { MailServer } from '#post/testing/mail-server.ts'
import { postgresStore } from '#storage/store.ts'
import { testDatabase, type TestDatabase } from '#storage/test-database.ts'
import { installedPacks } from './installed-packs.ts'
import { startWorker } from './worker.ts'
import type { Worker } from './worker.ts'

const links = { myWork: 'https://alongside.example.org/my-work', family: (id: string) => id }
const from = 'Alongside <alongside@example.org>'

/** Waits until something is so; a test that waits in vain is ended by its own limit. */
const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await isSo())) await sleep(10)
}

describe('workers on one database', { timeout: 60_000 }, () => {
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
    startWorker({ ...deps(), ...more }, { digestAt: 480, rest: 20, failed })
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
    const back = await startMailServer(away.port)
    now = moment('2026-03-06T07:20')
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

  it('try again when the database was away', async () => {
    const one = await authority()
    await send(one, 1)
    let away = true
    const failures: string[] = []
    const gone: Store = {
      ...store,
      authorities: () => (away ? Promise.reject(new Error('away')) : store.authorities()),
    }
    const worker = start({ store: gone }, (kind) => void failures.push(kind))
    await until(() => failures.length > 0)
    away = false
    await until(allAre(one, 'sent'))
    await worker.stop()
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
    /** Two workers, until each has looked three times at what there is to do. */
    const workAt = async (time: string): Promise<void> => {
      now = moment(time)
      const rounds = [0, 0]
      const workers = [0, 1].map((n) => {
        const withMessages: Store['withMessages'] = (by) => {
          rounds[n] = (rounds[n] ?? 0) + 1
          return store.withMessages(by)
        }
        return start({ post: null, store: { ...store, withMessages } })
      })
      await until(() => rounds.every((looked) => looked >= 3))
      await Promise.all(workers.map((worker) => worker.stop()))
    }
    const made = async (one: Authority): Promise<number> =>
      (await messages(one)).filter(({ kind }) => kind === 'digest').length

    it('are made once a working day from their time on, though many work and all are started anew', async () => {
      const one = await withWork()
      const counts: number[] = []
      for (const time of [
        '2026-03-06T07:59',
        '2026-03-06T08:00',
        '2026-03-06T08:00',
        '2026-03-06T17:00',
        '2026-03-07T09:00',
        '2026-03-08T09:00',
        '2026-03-09T08:01',
      ]) {
        await workAt(time)
        counts.push(await made(one))
      }
      assert.deepEqual(counts, [0, 1, 1, 1, 1, 1, 2])
      assert.ok(await allAre(one, 'shown')())
    })

    it('are not made from Good Friday to Easter Monday', async () => {
      const one = await withWork()
      const counts: number[] = []
      for (const time of ['2026-04-03T09:00', '2026-04-04T09:00', '2026-04-06T09:00', '2026-04-07T08:00']) {
        await workAt(time)
        counts.push(await made(one))
      }
      assert.deepEqual(counts, [0, 0, 0, 1])
    })
  })
})
