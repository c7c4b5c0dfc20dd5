import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { runningServer } from './running-server.ts'
import { startServer, type Server } from './start-server.ts'

const quick = { fsync: 'off' }
const folders: string[] = []

/** A folder that only its owner may enter, as a home folder is, or that anybody may. */
function emptyFolder(mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-server-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Data that several tests start their server over, one after the other: making it takes a second. */
const made = join(emptyFolder(0o755), 'data', 'postgres')

async function ask(server: Pick<Server, 'host'>, sql: string): Promise<unknown> {
  const client = new Client({ host: server.host, port: 5432, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    const { rows } = await client.query<{ readonly answer: unknown }>(sql)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

/** A program that starts the server of a folder, says so, and waits to be ended. */
const holds = `
  import { startServer } from ${JSON.stringify(new URL('start-server.ts', import.meta.url).href)}
  const { host, pid, ours } = await startServer({ folder: process.argv[1], settings: { fsync: 'off' } })
  process.stdout.write(JSON.stringify({ host, pid, ours }))
  setInterval(() => {}, 1000)
`

/** Starts a server from another process; gives what that process said. */
async function heldElsewhere(folder: string): Promise<{
  readonly process: ChildProcess
  readonly said: { readonly host: string; readonly pid: number; readonly ours: boolean }
}> {
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', holds, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(holder.stdout, 'data')) as [Buffer]
  return {
    process: holder,
    said: JSON.parse(line.toString()) as { host: string; pid: number; ours: boolean },
  }
}

async function untilGone(folder: string): Promise<void> {
  for (let tries = 0; tries < 500 && runningServer(folder) !== null; tries += 1) await sleep(20)
}

async function hasEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 250 && existsSync(`/proc/${pid}/exe`); tries += 1) await sleep(20)
  return !existsSync(`/proc/${pid}/exe`)
}

describe('the PostgreSQL that comes with the install', () => {
  for (const [who, mode] of [
    ['that anybody may enter', 0o755],
    ['that only its owner may enter', 0o700],
  ] as const) {
    it(`starts in a folder ${who}, keeps what it was given, and stops`, async () => {
      const folder = mode === 0o755 ? made : join(emptyFolder(mode), 'data', 'postgres')
      const first = await startServer({ folder, settings: quick })
      assert.equal(first.ours, true)
      await ask(first, "create table kept as select 'Friday' as answer")
      await first.stop()
      assert.equal(runningServer(folder), null)
      assert.equal(statSync(folder).mode & 0o077, 0, 'nobody else may enter the data')
      assert.equal(statSync(`${folder}.log`).mode & 0o077, 0, 'nor read what it says of failures')

      const second = await startServer({ folder, settings: quick })
      assert.equal(await ask(second, 'select answer from kept'), 'Friday')
      await second.stop()
    })
  }

  it('waits for the disk before it acknowledges, listens on no network, and sorts names as people do', async () => {
    const server = await startServer({ folder: made })
    assert.equal(await ask(server, "select current_setting('fsync') as answer"), 'on')
    assert.equal(await ask(server, "select current_setting('synchronous_commit') as answer"), 'on')
    assert.equal(await ask(server, "select current_setting('listen_addresses') as answer"), '')
    const sorted = `select string_agg(name, ' ' order by name collate "en-GB-x-icu") as answer
      from unnest(array['Zoe', 'émile', 'Evans', 'Ãke', 'evans']) as name`
    assert.equal(await ask(server, sorted), 'Ãke émile evans Evans Zoe')
    await server.stop()
  })

  it('is found by a second process, which leaves it running', async () => {
    const folder = made
    const server = await startServer({ folder, settings: quick })
    const other = await heldElsewhere(folder)
    assert.deepEqual(other.said, { host: server.host, pid: server.pid, ours: false })
    other.process.kill('SIGKILL')
    await once(other.process, 'exit')
    assert.equal(await ask(server, "select 'still here' as answer"), 'still here')
    await server.stop()
  })

  it('is started once by two that start it at the same time', async () => {
    const folder = join(emptyFolder(0o755), 'postgres')
    const both = await Promise.all([heldElsewhere(folder), heldElsewhere(folder)])
    assert.equal(both.filter(({ said }) => said.ours).length, 1)
    assert.equal(new Set(both.map(({ said }) => said.pid)).size, 1)
    for (const { process: holder } of both) holder.kill('SIGKILL')
    await untilGone(folder)
  })

  it('ends with the process that started it, even one that is killed', async () => {
    const folder = made
    const holder = await heldElsewhere(folder)
    assert.equal(await ask(holder.said, "select 'here' as answer"), 'here')
    holder.process.kill('SIGKILL')
    await once(holder.process, 'exit')
    await untilGone(folder)
    assert.equal(runningServer(folder), null)
    assert.equal(await hasEnded(holder.said.pid), true)
  })

  it('starts again after it was killed in the middle, with everything it had acknowledged', async () => {
    const folder = made
    const first = await startServer({ folder })
    await ask(first, "create table acknowledged as select 'written' as answer")
    process.kill(first.pid, 'SIGKILL')
    assert.equal(await hasEnded(first.pid), true)
    const second = await startServer({ folder })
    assert.equal(await ask(second, 'select answer from acknowledged'), 'written')
    await second.stop()
  })

  it('starts though a crash has left a note with a number that is now some other program or server', async () => {
    const folder = made
    await (await startServer({ folder, settings: quick })).stop()
    const elsewhere = await startServer({ folder: join(emptyFolder(0o755), 'postgres'), settings: quick })
    const other = spawn('sleep', ['60'])
    for (const pid of [other.pid, elsewhere.pid]) {
      writeFileSync(join(folder, 'postmaster.pid'), `${pid}\n${folder}\n1\n5432\n${folder}\n\n0\nready\n`)
      const server = await startServer({ folder, settings: quick })
      assert.equal(server.ours, true)
      assert.equal(await ask(server, "select 'here' as answer"), 'here')
      await server.stop()
    }
    assert.equal(await ask(elsewhere, "select 'here' as answer"), 'here')
    await elsewhere.stop()
    other.kill()
  })

  it('has its socket in a shorter place where the path of the data is too long for one', async () => {
    const deep = join(emptyFolder(0o755), 'a'.repeat(60), 'b'.repeat(60))
    const folder = join(deep, 'postgres')
    mkdirSync(deep, { recursive: true })
    renameSync(made, folder)
    const server = await startServer({ folder, settings: quick })
    assert.match(server.host, /^\/tmp\/alongside-[0-9a-f]{16}$/)
    assert.equal(statSync(server.host).mode & 0o077, 0)
    assert.equal(await ask(server, "select 'here' as answer"), 'here')
    await server.stop()
    rmSync(server.host, { recursive: true })
  })

  it('says what is wrong with a folder that holds something else, and leaves it as it is', async () => {
    const folder = emptyFolder(0o755)
    writeFileSync(join(folder, 'letter.txt'), 'Dear Sir or Madam')
    await assert.rejects(startServer({ folder }), /holds something other than a database/)
    assert.equal(readFileSync(join(folder, 'letter.txt'), 'utf8'), 'Dear Sir or Madam')
    writeFileSync(join(folder, 'PG_VERSION'), '15\n')
    await assert.rejects(startServer({ folder }), /is of PostgreSQL 15, and this is 18/)
    assert.equal(existsSync(join(folder, 'base')), false)
  })
})
