import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { browser } from './testing/browser.ts'
import { addressOf, program, start } from './testing/running-program.ts'
import type { Running } from './testing/running-program.ts'

const escaped = /&#39;/g

describe('the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-serve-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  let service: Running
  let address = ''

  before(async () => {
    service = start(['serve', '--families', '20'], { DATA: data, PORT: '0' })
    address = await addressOf(service)
  })
  after(async () => {
    service.child.kill('SIGKILL')
    await service.ended
    rmSync(folder, { recursive: true, force: true })
  })

  it('says where it is, whom one can be, and how to stop it', () => {
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/)
    assert.match(service.said(), /20 of 20 families/)
    assert.match(service.said(), /choose whom to be, for example:\n {2}[A-Z]\w+ \w+, Practitioner, /)
    assert.match(service.said(), /To stop: Ctrl-C/)
  })

  it('is well, and ready for work', async () => {
    for (const path of ['/health', '/ready']) {
      const answer = await fetch(`${address}${path}`)
      assert.equal(answer.status, 200)
      assert.deepEqual(await answer.json(), { status: 'ok' })
    }
  })

  it('lets one sign in by picking a name, and shows what that person has to do', async () => {
    const go = browser(address)
    const first = await go('/my-work')
    assert.equal(first.status, 303)
    assert.equal(first.headers.get('location'), '/sign-in?next=%2Fmy-work')
    const page = await (await go('/sign-in')).text()
    const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const [, person = '', name = ''] =
      /name="person" value="([^"]+)"><span class="app-person__name">([^<]+)</.exec(page) ?? []
    assert.notEqual(name, '')

    const forged = await go('/sign-in', { person })
    assert.equal(forged.status, 403, 'without the token of the form nobody is signed in')
    const signedIn = await go('/sign-in', { person, _csrf: token, next: '/my-work' })
    assert.equal(signedIn.status, 303)
    assert.equal(signedIn.headers.get('location'), '/my-work')

    const work = await go('/my-work')
    assert.equal(work.status, 200)
    const words = (await work.text()).replaceAll(escaped, '’')
    assert.match(words, /<h1[^>]*>My work<\/h1>/)
    assert.ok(words.includes(name))
    assert.match(words, /The people are not real/)
    assert.match(words, /BH-000\d/)
  })

  it('says in plain words that its port is taken, and what to do', async () => {
    const port = new URL(address).port
    const second = start(['serve'], { DATA: data, PORT: port })
    assert.equal(await second.ended, 2)
    assert.match(
      second.said(),
      new RegExp(`Port ${port} is taken by another program, or Alongside is running`),
    )
    assert.match(second.said(), /choose another port: PORT=\d+ npm start/)
  })

  it('is checked by the commands while it runs', async () => {
    const rebuilt = start(['rebuild'], { DATA: data })
    assert.equal(await rebuilt.ended, 0)
    assert.equal(rebuilt.said().match(/: 4 cases worked out again/g)?.length, 5)
    const verified = start(['verify-audit'], { DATA: data })
    assert.equal(await verified.ended, 0)
    assert.equal(verified.said().match(/\n/g)?.length, 5)
  })

  it('writes a line of its log for each request, for its owner only, with nobody’s name', () => {
    const path = join(data, 'alongside.log')
    assert.equal(statSync(path).mode & 0o777, 0o600)
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    const parsed = lines.map(
      (line) => JSON.parse(line) as { readonly route?: string; readonly status?: number },
    )
    assert.ok(parsed.some(({ route, status }) => route === '/my-work' && status === 200))
    assert.doesNotMatch(lines.join(), /BH-|Council|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}.*\/sign-in\?/)
  })

  it('stops when asked, with its database, and has everything when it starts again', async () => {
    service.child.kill('SIGINT')
    service.child.kill('SIGINT')
    assert.equal(await service.ended, 0)
    assert.match(service.said(), /Stopping/)
    assert.equal(existsSync(join(data, 'postgres', 'postmaster.pid')), false)
    service = start(['serve'], { DATA: data, PORT: '0' })
    address = await addressOf(service)
    assert.doesNotMatch(service.said(), /Filling/)
    service.child.kill('SIGTERM')
    assert.equal(await service.ended, 0)
  })
})

describe('a service with wrong settings', () => {
  it('names all of them, starts nothing and leaves with 2', async () => {
    const started = start(['serve'], { PORT: 'http', DATABASE_URL: 'somewhere', DATA: '/nowhere/at/all' })
    assert.equal(await started.ended, 2)
    for (const name of ['PORT', 'DATABASE_URL', 'SECRET'])
      assert.match(started.said(), new RegExp(`- ${name} is`))
    assert.equal(existsSync('/nowhere'), false)
  })

  it('says that its data folder cannot be written', async () => {
    const started = start(['serve'], { DATA: join(program, 'data'), PORT: '0' })
    assert.equal(await started.ended, 2)
    assert.match(
      started.said(),
      /alongside\.log cannot be written \(ENOTDIR\)\. Name another file with LOG or another data/,
    )
    const unlogged = start(['serve'], { DATA: join(program, 'data'), PORT: '0', LOG: 'none' })
    assert.equal(await unlogged.ended, 2)
    assert.match(unlogged.said(), /The data folder .* cannot be written \(ENOTDIR\)\. Name another with DATA/)
  })

  it('says that a database cannot be reached', async () => {
    const settings = {
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/alongside',
      SECRET: 'a secret of more than thirty-two characters',
      PORT: '0',
      LOG: 'none',
    }
    const started = start(['serve'], settings)
    assert.equal(await started.ended, 2)
    assert.match(started.said(), /The database that DATABASE_URL names cannot be used/)
  })
})
