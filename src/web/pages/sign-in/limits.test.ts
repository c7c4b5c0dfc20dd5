import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checked, goodPassword, realService } from '../../testing/real-service.ts'
import { visitor } from '../../testing/visitor.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const email = 'ana.reed@example.org'

const enter = async (who: Visitor, password: string, address = email) => {
  await who.get('/sign-in')
  return who.send('/sign-in/password', { email: address, password })
}

describe('after five wrong passwords', () => {
  for (const address of [email, 'nobody@example.org']) {
    it(`${address} has to wait a quarter of an hour, also for the right one`, async () => {
      const service = await realService()
      await service.settled(email)
      service.set('2026-03-02T10:30:20')
      const who = visitor(service.server)
      for (let i = 0; i < 5; i += 1)
        assert.match(words((await enter(who, 'wrong', address)).body), /the password is wrong/)
      const refused = await checked(enter(visitor(service.server), goodPassword, address))
      assert.equal(refused.statusCode, 422)
      assert.match(
        words(refused.body),
        /There were too many wrong passwords\. Wait until 10:46am, then try again/,
      )
      service.set('2026-03-02T10:45:19')
      assert.match(words((await enter(who, goodPassword, address)).body), /too many wrong passwords/)
      service.set('2026-03-02T10:46')
      const answer = await enter(who, goodPassword, address)
      assert.equal(answer.statusCode, address === email ? 303 : 422)
      assert.doesNotMatch(words(answer.body), /too many/)
    })
  }

  it('another process refuses as well', async () => {
    const service = await realService()
    await service.settled(email)
    for (let i = 0; i < 5; i += 1) await enter(visitor(service.server), 'wrong')
    const restarted = await service.restart()
    assert.match(words((await enter(visitor(restarted), goodPassword)).body), /too many wrong passwords/)
  })

  it('others sign in as before, and five that come at once are five', async () => {
    const service = await realService()
    await service.settled(email)
    await service.settled('ben@example.org')
    const guesses = Array.from({ length: 12 }, () => enter(visitor(service.server), 'wrong'))
    const answers = (await Promise.all(guesses)).map(({ body }) => words(body))
    assert.equal(answers.filter((said) => said.includes('too many')).length, 7)
    assert.equal((await enter(visitor(service.server), goodPassword, 'ben@example.org')).statusCode, 303)
  })

  it('and four, the right one makes them forgotten', async () => {
    const service = await realService()
    await service.settled(email)
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await enter(visitor(service.server), 'wrong')
      assert.equal((await enter(visitor(service.server), goodPassword)).statusCode, 303)
    }
  })
})

describe('from one place', () => {
  it('fifty wrong attempts are the most, whomever they are for', async () => {
    const service = await realService()
    await service.settled(email)
    const who = visitor(service.server)
    for (let i = 0; i < 50; i += 1) await enter(who, 'wrong', `guess-${i}@example.org`)
    assert.match(words((await enter(who, goodPassword)).body), /There were too many wrong passwords/)
    const elsewhere = { cookie: '', 'content-type': 'application/x-www-form-urlencoded' }
    const page = await service.server.inject({ url: '/sign-in', remoteAddress: '192.0.2.7' })
    const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const cookie = page.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const answer = await service.server.inject({
      method: 'POST',
      url: '/sign-in/password',
      remoteAddress: '192.0.2.7',
      headers: { ...elsewhere, cookie },
      payload: new URLSearchParams({ _csrf: token, email, password: goodPassword }).toString(),
    })
    assert.equal(answer.statusCode, 303)
  })

  it('a great many right ones are none too many', async () => {
    const service = await realService()
    await service.settled(email)
    for (let i = 0; i < 60; i += 1)
      assert.equal((await enter(visitor(service.server), goodPassword)).statusCode, 303)
  })
})

describe('after five wrong codes', () => {
  it('the right one is refused too, whatever is begun anew', async () => {
    const service = await realService()
    const { secret } = await service.settled(email)
    service.set('2026-03-02T10:30')
    const who = visitor(service.server)
    await enter(who, goodPassword)
    await who.get('/sign-in/code')
    for (let i = 0; i < 4; i += 1) await who.send('/sign-in/code', { code: '000000' })
    await who.get('/sign-in/recovery-code')
    await who.send('/sign-in/recovery-code', { code: 'XXXX-0000' })
    const fresh = visitor(service.server)
    await enter(fresh, goodPassword)
    await fresh.get('/sign-in/code')
    const refused = await checked(fresh.send('/sign-in/code', { code: service.code(secret) }))
    assert.match(words(refused.body), /There were too many wrong codes\. Wait until 10:45am, then try again/)
    await fresh.get('/sign-in/recovery-code')
    assert.match(
      words((await fresh.send('/sign-in/recovery-code', { code: 'AAAA-1111' })).body),
      /too many wrong codes/,
    )
    service.set('2026-03-02T10:45')
    const later = visitor(service.server)
    await enter(later, goodPassword)
    await later.get('/sign-in/code')
    assert.equal((await later.send('/sign-in/code', { code: service.code(secret) })).statusCode, 303)
  })
})
