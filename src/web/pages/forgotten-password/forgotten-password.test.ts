import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checked, goodPassword, pathOf, realService } from '../../testing/real-service.ts'
import type { RealService } from '../../testing/real-service.ts'
import { visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const email = 'ana.reed@example.org'
const fresh = 'seven boats in a row'

const ask = async ({ server }: Pick<RealService, 'server'>, address = email) => {
  const who = visitor(server)
  await who.get('/sign-in/forgotten-password')
  return who.send('/sign-in/forgotten-password', { email: address })
}

const enter = async ({ server }: Pick<RealService, 'server'>, password: string) => {
  const who = visitor(server)
  await who.get('/sign-in')
  return who.send('/sign-in/password', { email, password })
}

/** The link of the letter about a password that was sent last. */
const linkSent = async ({ letters }: Pick<RealService, 'letters'>): Promise<string> => {
  const body = (await letters()).find(({ subject }) => subject.startsWith('A new password'))?.body ?? ''
  return pathOf(/https:\S+/.exec(body)?.[0] ?? 'https://no.letter/')
}

const count = async ({ letters }: Pick<RealService, 'letters'>): Promise<number> =>
  (await letters()).filter(({ subject }) => subject.startsWith('A new password')).length

describe('a forgotten password', () => {
  it('gets the same answer, after as long, whether or not the address is anybody’s', async () => {
    const service = await realService()
    await service.settled(email)
    await service.invite('invited@example.org')
    await checked(service.server.inject('/sign-in/forgotten-password'))
    const bodies = new Set<string>()
    for (const address of [email, 'nobody@example.org', 'invited@example.org']) {
      const began = performance.now()
      const answer = await ask(service, address)
      assert.ok(performance.now() - began > 240)
      assert.equal(answer.statusCode, 200)
      bodies.add((await checked(answer)).body)
    }
    assert.equal(bodies.size, 1)
    assert.match(words([...bodies].join('')), /Check your email/)
    const [letter, ...others] = (await service.letters()).filter(({ subject }) => subject.startsWith('A new'))
    assert.deepEqual(others, [])
    assert.match(
      letter?.body ?? '',
      /^Dear User 1,\n\nSomebody asked for a new password for you at South Sands/,
    )
    assert.equal(letter?.kind, 'account')
  })

  it('is replaced once by the link, which ends every session', async () => {
    const service = await realService()
    const { who, secret } = await service.settled(email)
    await ask(service)
    const path = await linkSent(service)
    const ana = visitor(service.server)
    const page = await checked(ana.get(path))
    assert.match(words(page.body), /Choose a new password for Alongside at South Sands/)
    const weak = await ana.send(path, { password: 'short', again: 'short' })
    assert.equal(weak.statusCode, 422)
    assert.equal((await who.get('/procedure')).statusCode, 200)
    const changed = await ana.send(path, { password: fresh, again: fresh })
    assert.equal(changed.headers.location, '/sign-in?why=changed')
    assert.match((await ana.get('/sign-in?why=changed')).body, /you are signed out everywhere/)
    assert.equal((await who.get('/procedure')).statusCode, 303)
    assert.equal((await ana.get(path)).statusCode, 404)
    assert.equal(
      (await ana.send(path, { password: goodPassword, again: goodPassword }, page.body)).statusCode,
      404,
    )
    assert.equal((await enter(service, goodPassword)).statusCode, 422)
    assert.equal((await enter(service, fresh)).headers.location, '/sign-in/code')
    assert.notEqual(secret, '')
    assert.deepEqual(
      service.audit().map(({ act }) => act),
      ['invited', 'invitation accepted', 'new password asked for', 'password changed', 'sign-in refused'],
    )
  })

  it('does not do away with the code', async () => {
    const service = await realService()
    await service.settled(email)
    await ask(service)
    const path = await linkSent(service)
    const thief = visitor(service.server)
    await thief.get(path)
    await thief.send(path, { password: fresh, again: fresh })
    assert.equal((await thief.get('/procedure')).statusCode, 303)
    assert.equal((await thief.get(`${path}/codes`)).statusCode, 404)
  })

  it('has an hour, and the latest link counts', async () => {
    const service = await realService()
    await service.settled(email)
    await ask(service)
    const first = await linkSent(service)
    await ask(service)
    const second = await linkSent(service)
    assert.notEqual(first, second)
    assert.equal((await service.server.inject(first)).statusCode, 404)
    service.set('2026-03-02T10:59')
    assert.equal((await service.server.inject(second)).statusCode, 200)
    service.set('2026-03-02T11:00')
    assert.equal((await service.server.inject(second)).statusCode, 404)
  })

  it('lets somebody in again who had to wait', async () => {
    const service = await realService()
    await service.settled(email)
    for (let i = 0; i < 6; i += 1) await enter(service, 'wrong')
    assert.match(words((await enter(service, goodPassword)).body), /too many/)
    await ask(service)
    const path = await linkSent(service)
    const ana = visitor(service.server)
    await ana.get(path)
    await ana.send(path, { password: fresh, again: fresh })
    assert.equal((await enter(service, fresh)).statusCode, 303)
  })

  it('is sent three letters about in an hour, and says no more of it', async () => {
    const service = await realService()
    await service.settled(email)
    const bodies = new Set<string>()
    for (let i = 0; i < 5; i += 1) bodies.add((await ask(service)).body)
    assert.equal(bodies.size, 1)
    assert.equal(await count(service), 3)
    service.set('2026-03-02T11:00')
    await ask(service)
    assert.equal(await count(service), 4)
  })

  it('is for whoever invites where no letters are sent', async () => {
    const { server } = await realService(['South Sands'], { letters: false })
    const page = await checked(server.inject('/sign-in/forgotten-password'))
    assert.match(words(page.body), /sends no mail here.* Ask whoever looks after Alongside/)
    const who = visitor(server)
    const token = /name="_csrf" value="([^"]*)"/.exec((await who.get('/sign-in')).body)?.[1] ?? ''
    assert.equal((await who.post('/sign-in/forgotten-password', { _csrf: token, email })).statusCode, 404)
  })

  it('is asked for from one place twenty times an hour', async () => {
    const service = await realService()
    await Promise.all(Array.from({ length: 20 }, (_, i) => ask(service, `guess-${i}@example.org`)))
    const refused = await checked(ask(service))
    assert.equal(refused.statusCode, 422)
    assert.match(words(refused.body), /There were too many requests\. Wait until 11am, then try again/)
  })
})
