import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDatabase } from '#storage/embedded/make-database.ts'
import { startServer } from '#storage/embedded/start-server.ts'
import type { Server } from '#storage/embedded/start-server.ts'
import { browser, hiddenIn } from './testing/browser.ts'
import type { Browser } from './testing/browser.ts'
import { addressOf, start } from './testing/running-program.ts'
import type { Running } from './testing/running-program.ts'
import { familiesOf, peopleAt, signIn } from './testing/signed-in.ts'

/** A database that somebody else looks after, and that is away for a while. */
describe('the service while its database is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-away-'))
  chmodSync(folder, 0o755)
  const where = { folder: join(folder, 'postgres'), settings: { fsync: 'off' } }
  let database: Server
  let service: Running
  let address = ''
  let go: Browser
  let path = ''
  let form: Readonly<Record<string, string>> = {}

  before(async () => {
    database = await startServer(where)
    await makeDatabase(database, 'alongside')
    service = start(['serve', '--families', '10'], {
      DATABASE_URL: `postgresql://alongside_owner@/alongside?host=${encodeURIComponent(database.host)}`,
      SECRET: 'a secret of more than thirty-two characters',
      DATA: join(folder, 'data'),
      PORT: '0',
      LOG: 'none',
    })
    address = await addressOf(service)
    let families: readonly string[] = []
    for (const somebody of await peopleAt(address)) {
      if (families.length > 0) break
      go = browser(address)
      await signIn(go, somebody)
      families = await familiesOf(go)
    }
    path = `/cases/${families[0]}/record/note.recorded`
    const opened = await go(path)
    assert.equal(opened.status, 200)
    const page = await opened.text()
    const box = (name: string): readonly [string, string] => [
      name,
      new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(page)?.[1] ?? '',
    ]
    form = {
      ...hiddenIn(page),
      ...Object.fromEntries(['at-day', 'at-month', 'at-year', 'at-time'].map(box)),
      'f-kind': 'telephone',
      'f-account': 'She said “wait” & <waited>',
    }
    await database.stop()
  })
  after(async () => {
    service.child.kill('SIGTERM')
    await service.ended
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says so on every page, in plain words, and when to try again', async () => {
    for (const at of ['/', '/my-work', '/sign-in', path]) {
      const answer = await go(at)
      const page = await answer.text()
      assert.equal(answer.status, 503, at)
      assert.equal(answer.headers.get('retry-after'), '60')
      assert.match(page, /<h1[^>]*>The service is not available<\/h1>/)
      assert.doesNotMatch(page, /ENOENT|ECONN|postgres|\.ts:/i)
    }
  })

  it('lives, and is not ready', async () => {
    assert.equal((await fetch(`${address}/health`)).status, 200)
    assert.equal((await fetch(`${address}/ready`)).status, 503)
  })

  it('hands back what was typed, and records it once when the database is there again', async () => {
    const refused = await go(path, form)
    assert.equal(refused.status, 503)
    const page = await refused.text()
    assert.match(page, /What you typed is kept on this page/)
    const again = hiddenIn(page)
    assert.equal(again['f-account'], 'She said “wait” & <waited>')
    assert.equal(again['_key'], form['_key'])

    database = await startServer(where)
    for (let tries = 0; (await fetch(`${address}/ready`)).status !== 200; tries += 1) {
      assert.ok(tries < 100, 'It was not ready within 10 seconds.')
      await sleep(100)
    }
    const [first, second] = await Promise.all([go(path, again), go(path, again)])
    assert.deepEqual([first.status, second.status], [303, 303])
    const timeline = await (await go(path.replace('/record/note.recorded', '/timeline'))).text()
    assert.equal(timeline.match(/She said “wait”/g)?.length, 1)
  })
})
