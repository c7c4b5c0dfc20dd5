import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { keepServer, type KeptServer } from './keep-server.ts'
import { runningServer } from './running-server.ts'
import { startServer } from './start-server.ts'

async function answers({ host }: KeptServer): Promise<boolean> {
  const client = new Client({ host, port: 5432, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function untilItAnswers(server: KeptServer): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(server)) return
    await sleep(100)
  }
  assert.fail('It was not started again within 20 seconds.')
}

describe('a server that is kept', () => {
  let folder = ''
  let where = { folder: '', settings: { fsync: 'off' } }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'alongside-kept-'))
    chmodSync(folder, 0o755)
    where = { ...where, folder: join(folder, 'postgres') }
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('is started again after it was killed, as often as that happens, and ends when it is stopped', async () => {
    const told: string[] = []
    const server = await keepServer(where, ({ message }) => void told.push(message))
    for (let times = 0; times < 2; times += 1) {
      process.kill(runningServer(where.folder)?.pid ?? 0, 'SIGKILL')
      await sleep(200)
      await untilItAnswers(server)
    }
    assert.deepEqual(told, Array(2).fill('The database has ended. It is started again.'))
    await server.stop()
    await sleep(200)
    assert.equal(await answers(server), false)
    assert.equal(runningServer(where.folder), null)
  })

  it('is started though the one before was told to stop and does not', async () => {
    const program = `
      import { startServer } from ${JSON.stringify(new URL('start-server.ts', import.meta.url).href)}
      const { pid } = await startServer(JSON.parse(process.argv[1]))
      process.stdout.write(String(pid))
      setInterval(() => {}, 1000)`
    const holder = spawn(
      process.execPath,
      ['--input-type=module', '--eval', program, JSON.stringify(where)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [said] = (await once(holder.stdout, 'data')) as [Buffer]
    process.kill(Number(said.toString()), 'SIGSTOP')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const server = await keepServer(where, () => {})
    assert.equal(await answers(server), true)
    assert.notEqual(runningServer(where.folder)?.pid, Number(said.toString()))
    await server.stop()
  })

  it('is taken over from whoever had started it', async () => {
    const first = await startServer(where)
    const kept = await keepServer(where, () => {})
    assert.equal(await answers(kept), true)
    await first.stop()
    await untilItAnswers(kept)
    await kept.stop()
    assert.equal(runningServer(where.folder), null)
  })
})
