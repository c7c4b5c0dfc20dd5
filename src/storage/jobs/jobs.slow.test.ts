import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { Authority, Store } from '#casework/ports.ts'
import { aCase, allMessages, aMessage, anAuthority } from '#casework/store-contract/given.ts'
import { postgresStore } from '../store.ts'
import { testDatabase, type TestDatabase } from '../test-database.ts'
import { giveLostJobs } from './lost-jobs.ts'
import { bossOn, startJobs } from './start-jobs.ts'
import type { Jobs, JobWork } from './start-jobs.ts'

const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await isSo())) await sleep(20)
}

type JobRow = { readonly name: string; readonly data: unknown; readonly state: string }

describe('jobs', { timeout: 60_000 }, () => {
  let database: TestDatabase
  let store: Store
  let boss: PgBoss
  const errors: unknown[] = []
  before(async () => {
    database = await testDatabase()
    store = postgresStore(database.pool)
    boss = bossOn(database.app)
    boss.on('error', (error) => errors.push(error))
    await boss.start()
  })
  after(() => boss.stop())

  const send = ({ id }: Pick<Authority, 'id'>, count = 1): Promise<void> =>
    store.change(id, async (inside) => {
      for (let n = 0; n < count; n += 1)
        await inside.send(aMessage({ to: { kind: 'email', email: 'a@example.org' } }))
    })
  const messagesOf = ({ id }: Authority) =>
    store.look(id, ({ messages }) => messages({ ...allMessages, limit: 1000 }))
  const jobsOf = async ({ id }: Authority): Promise<readonly JobRow[]> =>
    (
      await database.ownerPool.query<JobRow>(
        "select name, data, state from jobs.job where data->>'authority' = $1 order by (data->>'message')::integer, created_on",
        [id],
      )
    ).rows
  const aReal = (slug: string): Promise<Authority> =>
    store.addAuthority({ slug, name: slug, pack: 'nine-steps', closures: [], demonstration: false })
  const nothing: JobWork = {
    deliver: async () => true,
    giveUp: async () => {},
    catchUp: async () => true,
    makeDigests: async () => true,
    tidy: async () => {},
  }
  const start = (work: Partial<JobWork>, digestAt = 480): Promise<Jobs> =>
    startJobs(
      database.app,
      { ...nothing, ...work },
      { mail: true, digestAt, rest: 0.5, failed: (kind) => errors.push(kind) },
    )

  it('are kept in tables that are as pg-boss wants them, and belong to the owner', async () => {
    const { ok, ...drift } = await boss.detectSchemaDrift()
    assert.ok(ok, JSON.stringify(drift))
    const { rows } = await database.ownerPool.query(
      "select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'jobs'::regnamespace",
    )
    assert.deepEqual(rows, [{ owner: 'alongside_owner' }])
    for (const statement of ['create table jobs.more ()', 'drop table jobs.job', 'create schema more'])
      await assert.rejects(database.pool.query(statement), /permission denied|must be owner/)
  })

  it('are of each message that waits, with its authority and number and nothing else', async () => {
    const [shown, real] = [await anAuthority(store), await aReal('north-sands')]
    for (const one of [shown, real]) {
      await send(one, 2)
      const numbers = (await messagesOf(one)).map(({ id }) => id).toReversed()
      const name = one === real ? 'messages' : 'demonstration-messages'
      assert.deepEqual(
        await jobsOf(one),
        numbers.map((message) => ({ name, data: { authority: one.id, message }, state: 'created' })),
      )
    }
  })

  it('come with the transaction that queues a message, or not at all', async () => {
    const one = await anAuthority(store)
    const broken = store.change(one.id, async (inside) => {
      await inside.send(aMessage({ to: { kind: 'email', email: 'a@example.org' } }))
      throw new Error('broken off')
    })
    await assert.rejects(broken, /broken off/)
    assert.deepEqual(await jobsOf(one), [])
  })

  it('are given to a message that is sent again, and not to one that waits on', async () => {
    const one = await anAuthority(store)
    await send(one)
    const settle = (state: 'waiting' | 'failed') =>
      store.change(one.id, async (inside) => {
        const [message] = await inside.messages(allMessages)
        const taken = await inside.takeMessage(message?.id ?? '')
        assert.ok(taken)
        await inside.settleMessage(taken, { state, at: taken.at, why: 'Busy' })
        return taken.id
      })
    await settle('waiting')
    assert.equal((await jobsOf(one)).length, 1)
    const id = await settle('failed')
    assert.equal((await jobsOf(one)).length, 1)
    await store.change(one.id, (inside) => inside.retryMessage(id))
    assert.equal((await jobsOf(one)).length, 2)
  })

  it('are one for all cases of an authority that closure days put out of date', async () => {
    const one = await anAuthority(store)
    for (const family of ['Reed', 'Shaw']) await aCase(store, one.id, family)
    for (const count of [1, 1]) {
      await store.change(one.id, (inside) => inside.outdateSchedules())
      assert.deepEqual(
        await jobsOf(one),
        Array.from({ length: count }, () => ({
          name: 'schedules',
          data: { authority: one.id },
          state: 'created',
        })),
      )
    }
  })

  it('are given to what lost them, each one, by many at once', async () => {
    const one = await aReal('west-sands')
    await aCase(store, one.id, 'Reed')
    await send(one, 400)
    await store.change(one.id, async (inside) => {
      await inside.outdateSchedules()
      const [message] = await inside.messages(allMessages)
      const taken = await inside.takeMessage(message?.id ?? '')
      if (taken !== null) await inside.settleMessage(taken, { state: 'sent', at: taken.at })
    })
    await database.ownerPool.query("delete from jobs.job where data->>'authority' = $1", [one.id])
    await Promise.all(Array.from({ length: 4 }, () => giveLostJobs(database.pool)))
    const all = await jobsOf(one)
    const ofMessages = all.filter(({ name }) => name === 'messages')
    assert.deepEqual([ofMessages.length, all.length - ofMessages.length], [399, 1])
    await giveLostJobs(database.pool)
    assert.deepEqual(await jobsOf(one), all)
  })

  it('of a worker that was killed are another’s after its heartbeat has stopped', async () => {
    const one = await aReal('east-sands')
    await boss.deleteQueuedJobs('messages')
    await send(one)
    const [taken] = await boss.fetch('messages')
    assert.ok(taken)
    await boss.supervise('messages')
    assert.deepEqual(
      (await jobsOf(one)).map(({ state }) => state),
      ['active'],
    )
    // As if half a minute had passed without a sign of it, and then the pause before the next try.
    await database.ownerPool.query(
      "update jobs.job set heartbeat_on = now() - interval '31 seconds' where id = $1",
      [taken.id],
    )
    await database.ownerPool.query(
      "update jobs.queue set monitor_claim_on = null, monitor_on = null where name = 'messages'",
    )
    await boss.supervise('messages')
    assert.deepEqual(
      (await jobsOf(one)).map(({ state }) => state),
      ['retry'],
    )
    await database.ownerPool.query('update jobs.job set start_after = now() where id = $1', [taken.id])
    const delivered: string[] = []
    const jobs = await start({
      deliver: async (authority) => {
        if (authority === one.id) delivered.push(authority)
        return true
      },
    })
    await until(() => delivered.length > 0)
    await jobs.stop(5000)
    assert.equal(delivered.length, 1)
    // Whoever was only thought dead settles nothing: the job has had another turn.
    assert.deepEqual(
      (await jobsOf(one)).map(({ state }) => state),
      ['completed'],
    )
  })

  it('are tried half a minute later, then later and later up to a quarter of an hour, for about three days', async () => {
    const { rows } = await database.ownerPool.query(
      `select retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds, dead_letter
        from jobs.queue where name = 'messages'`,
    )
    assert.deepEqual(rows, [
      {
        retry_limit: 300,
        retry_delay: 30,
        retry_backoff: true,
        retry_delay_max: 900,
        expire_seconds: 300,
        heartbeat_seconds: 30,
        dead_letter: 'undelivered',
      },
    ])
  })

  it('keep nothing of what an error says', async () => {
    const one = await anAuthority(store)
    await send(one)
    const jobs = await start({
      deliver: async (authority) => {
        if (authority === one.id) throw new TypeError('Ana Reed, 1 Harbour Row')
        return true
      },
    })
    await until(async () => (await jobsOf(one)).some(({ state }) => state === 'retry'))
    await jobs.stop(5000)
    assert.ok(errors.includes('TypeError'))
    const { rows } = await database.ownerPool.query(
      'select output::text from jobs.job where output is not null',
    )
    assert.doesNotMatch(JSON.stringify(rows), /Reed|Harbour/)
  })

  it('have their times of day on London’s clocks, before and after these change', async () => {
    await (await start({})).stop(5000)
    const [digests, tidying] = (await boss.getSchedules()).toSorted((a, b) => a.name.localeCompare(b.name))
    assert.deepEqual(
      [digests?.name, digests?.cron, digests?.timezone],
      ['digests', '0 8 * * *', 'Europe/London'],
    )
    assert.deepEqual(
      [tidying?.name, tidying?.cron, tidying?.timezone],
      ['tidying', '0 3 * * *', 'Europe/London'],
    )
    const next = (from: string): readonly string[] =>
      boss
        .previewSchedule(digests?.cron ?? '', {
          tz: digests?.timezone ?? '',
          count: 2,
          from: new Date(from),
        })
        .map((moment) => moment.toISOString())
    assert.deepEqual(next('2026-03-28T00:00:00Z'), ['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z'])
    assert.deepEqual(next('2026-10-24T00:00:00Z'), ['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z'])
    await (await start({}, 450)).stop(5000)
    assert.equal((await boss.getSchedule('digests'))?.cron, '30 7 * * *')
  })
})
