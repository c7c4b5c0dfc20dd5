import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Authority } from '#casework/ports.ts'
import { allMessages, aMessage, anAuthority } from '#casework/store-contract/given.ts'
import { startMailServer } from '#post/testing/mail-server.ts'
import type { MailServer } from '#post/testing/mail-server.ts'
import { bossOn } from '#storage/jobs/start-jobs.ts'
import { openDatabase, type Database } from '#storage/open-database.ts'
import { postgresStore } from '#storage/store.ts'
import { start } from './testing/running-program.ts'
import type { Running } from './testing/running-program.ts'

const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await isSo())) await sleep(20)
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

describe('alongside work', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-work-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  let database: Database
  let server: MailServer
  let authority: Authority

  before(async () => {
    database = await openDatabase({ folder: data, lost: () => {} })
    server = await startMailServer()
    authority = await anAuthority(postgresStore(database.pool))
  })
  after(async () => {
    await server.stop()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const settings = () => ({
    DATA: data,
    MAIL: server.url,
    MAIL_FROM: 'Alongside <alongside@north-sands.example>',
    BASE_URL: 'https://alongside.example.org',
    LOG: 'none',
  })
  const send = (to: string): Promise<void> =>
    postgresStore(database.pool).change(authority.id, (inside) =>
      inside.send(aMessage({ to: { kind: 'email', email: to } })),
    )
  const latest = async () => {
    const [message] = await postgresStore(database.pool).look(authority.id, ({ messages }) =>
      messages(allMessages),
    )
    return message
  }
  const isSent = async (): Promise<boolean> => (await latest())?.state === 'sent'
  const stop = async ({ child, ended }: Running): Promise<number | null> => {
    child.kill('SIGTERM')
    return ended
  }

  it('delivers what is queued, says what it does, and stops when asked', async () => {
    await send('ana@example.org')
    const working = start(['work'], settings())
    await until(isSent)
    assert.equal(await stop(working), 0)
    assert.match(working.said(), /Working for 1 authority: messages and daily digests\. To stop: Ctrl-C\./)
    assert.deepEqual(
      server.taken.map(({ to }) => to),
      ['ana@example.org'],
    )
  })

  it('killed after the letter was taken and before that was noted, leaves it to be sent again', async () => {
    await send('slow@example.org')
    const had = server.taken.length
    const killed = start(['work'], settings())
    await until(() => server.taken.length > had)
    killed.child.kill('SIGKILL')
    await killed.ended
    const left = await latest()
    assert.deepEqual([left?.state, left?.tries], ['waiting', 1])
    // As if half a minute had passed without a sign of the worker, and then the pause before the next try.
    const boss = bossOn(database.app)
    const owner = new Client(database.owner)
    await Promise.all([boss.start(), owner.connect()])
    const killedJobs = await owner.query(
      "update jobs.job set heartbeat_on = now() - interval '31 seconds' where state = 'active'",
    )
    assert.equal(killedJobs.rowCount, 1)
    await boss.supervise()
    await owner.query("update jobs.job set start_after = now() where state = 'retry'")
    await Promise.all([boss.stop(), owner.end()])
    const next = start(['work'], settings())
    await until(isSent)
    await stop(next)
    const ids = server.taken.slice(had).map(({ letter }) => /^Message-ID: .*$/m.exec(letter)?.[0])
    assert.equal(ids.length, 2)
    assert.equal(new Set(ids).size, 1)
  })

  it('serves as ever, and is ready, while the mail server is away', async () => {
    await send('ana@example.org')
    const port = await freePort()
    const serving = start(['serve', '--no-demonstration'], {
      ...settings(),
      MAIL: 'smtp://127.0.0.1:9',
      PORT: `${port}`,
    })
    await until(async () => (await latest())?.why !== null)
    const message = await latest()
    assert.deepEqual(
      [message?.state, message?.why],
      ['waiting', 'The mail server could not be reached (ECONNREFUSED).'],
    )
    for (const path of ['/health', '/ready'])
      assert.equal((await fetch(`http://127.0.0.1:${port}${path}`)).status, 200)
    assert.equal(await stop(serving), 0)
  })

  it('does not start where messages could only wait', async () => {
    const store = postgresStore(database.pool)
    const { MAIL, MAIL_FROM, ...others } = settings()
    void [MAIL, MAIL_FROM]
    const real = {
      slug: 'south-sands',
      name: 'South Sands',
      pack: 'nine-steps',
      closures: [],
      demonstration: false,
    }
    await store.addAuthority(real)
    const started = start(['work'], others)
    assert.equal(await started.ended, 2)
    assert.match(started.said(), /MAIL is missing: messages of South Sands wait until it is given\./)
  })
})
