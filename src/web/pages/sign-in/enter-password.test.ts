import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeServer } from '../../server.ts'
import { checked, goodPassword, realService } from '../../testing/real-service.ts'
import type { RealService } from '../../testing/real-service.ts'
import { visitor } from '../../testing/visitor.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const email = 'ana.reed@example.org'

const enter = async (who: Visitor, password: string, address = email, more = {}) => {
  await who.get('/sign-in?next=/procedure')
  return who.send('/sign-in/password', { email: address, password, ...more })
}

/** Somebody with the right password, before the code. */
const halfWay = async ({ server }: Pick<RealService, 'server'>): Promise<Visitor> => {
  const who = visitor(server)
  const answer = await enter(who, goodPassword)
  assert.equal(answer.headers.location, '/sign-in/code?next=%2Fprocedure')
  await who.get(answer.headers.location ?? '')
  return who
}

describe('signing in with a password', () => {
  it('takes a code as well, and leads to the page that was asked for', async () => {
    const service = await realService()
    const { secret } = await service.settled(email, 'manager')
    service.set('2026-03-02T10:05')
    const ana = visitor(service.server)
    assert.equal((await ana.get('/procedure')).headers.location, '/sign-in?next=%2Fprocedure')
    const page = await checked(ana.get('/sign-in?next=%2Fprocedure'))
    assert.match(words(page.body), /Sign in Email address Password Continue I have forgotten my password/)
    assert.doesNotMatch(page.body, /Where do you work|demonstration|work account/i)
    const first = await ana.send('/sign-in/password', {
      email: ' ANA.reed@example.org',
      password: goodPassword,
    })
    assert.equal(first.headers.location, '/sign-in/code?next=%2Fprocedure')
    assert.equal((await ana.get('/procedure')).statusCode, 303)
    await checked(ana.get('/sign-in/code?next=%2Fprocedure'))
    const second = await ana.send('/sign-in/code', { code: service.code(secret) })
    assert.equal(second.headers.location, '/procedure')
    assert.equal((await ana.get('/procedure')).statusCode, 200)
    assert.deepEqual(service.audit().at(-1)?.detail, { way: 'code' })
  })

  it('gives the same answer for a wrong password and for nobody', async () => {
    const service = await realService()
    await service.settled(email)
    await service.invite('invited@example.org')
    const bodies: string[] = []
    for (const address of [email, 'nobody@example.org', 'invited@example.org']) {
      const answer = await checked(enter(visitor(service.server), 'wrong', address))
      assert.equal(answer.statusCode, 422)
      assert.match(words(answer.body), /The email address or the password is wrong/)
      bodies.push(words(answer.body))
      assert.equal(answer.body.includes('value="wrong"'), false)
    }
    assert.equal(new Set(bodies).size, 1)
  })

  it('asks for what is missing', async () => {
    const { server } = await realService()
    const answer = await checked(enter(visitor(server), '', ''))
    assert.match(words(answer.body), /Enter your email address Enter your password/)
  })

  it('takes each code once', async () => {
    const service = await realService()
    const { secret } = await service.settled(email)
    service.set('2026-03-02T10:05')
    const code = service.code(secret)
    const [ana, thief] = [await halfWay(service), await halfWay(service)]
    assert.equal((await ana.send('/sign-in/code', { code })).statusCode, 303)
    const replayed = await checked(thief.send('/sign-in/code', { code }))
    assert.equal(replayed.statusCode, 422)
    assert.match(words(replayed.body), /This code has been used/)
    assert.equal((await thief.get('/procedure')).statusCode, 303)
    service.set('2026-03-02T10:05:30')
    assert.equal((await thief.send('/sign-in/code', { code: service.code(secret) })).statusCode, 303)
  })

  it('does not take the code with which the app was set up', async () => {
    const service = await realService()
    const { secret } = await service.settled(email)
    const ana = await halfWay(service)
    assert.match(
      words((await ana.send('/sign-in/code', { code: service.code(secret) })).body),
      /This code has been used/,
    )
  })

  it('is over after ten minutes, and after it is done', async () => {
    const service = await realService()
    const { secret } = await service.settled(email)
    service.set('2026-03-02T10:05')
    const [late, twice] = [await halfWay(service), await halfWay(service)]
    const [form, cookies] = [await twice.get('/sign-in/code'), new Map(twice.cookies)]
    await twice.send('/sign-in/code', { code: service.code(secret) })
    for (const [name, value] of cookies) twice.cookies.set(name, value)
    const again = await twice.send('/sign-in/code', { code: service.code(secret) }, form.body)
    assert.equal(again.headers.location, '/sign-in?why=over')
    service.set('2026-03-02T10:15')
    const tooLate = await late.send('/sign-in/code', { code: service.code(secret) })
    assert.equal(tooLate.headers.location, '/sign-in?why=over&next=%2Fprocedure')
    assert.match((await late.get('/sign-in?why=over')).body, /Signing in took too long/)
    assert.equal((await visitor(service.server).get('/sign-in/code')).headers.location, '/sign-in?why=over')
  })

  it('takes a recovery code once, and says how many are left', async () => {
    const service = await realService()
    await service.settled(email)
    const ana = await halfWay(service)
    await checked(ana.get('/sign-in/recovery-code'))
    const wrong = await checked(ana.send('/sign-in/recovery-code', { code: 'AAAA-2222' }))
    assert.match(words(wrong.body), /not one of your recovery codes/)
    const right = await ana.send('/sign-in/recovery-code', { code: ' aaaa 1111' })
    assert.equal(right.headers.location, '/')
    assert.match(
      (await ana.get('/procedure')).body,
      /You have 2 recovery codes left\. Choose your name above to make new ones/,
    )
    const other = await halfWay(service)
    await other.get('/sign-in/recovery-code')
    assert.equal((await other.send('/sign-in/recovery-code', { code: 'AAAA-1111' })).statusCode, 422)
    assert.deepEqual(
      service
        .audit()
        .map(({ act, detail }) => `${act} ${detail['way'] ?? detail['why'] ?? ''}`)
        .slice(2),
      ['sign-in refused recovery code', 'signed in recovery code', 'sign-in refused recovery code'],
    )
  })

  it('is nothing for somebody who may no longer sign in', async () => {
    const service = await realService()
    const { id = '' } = service.authorities[0] ?? {}
    await service.settled(email)
    const user = (await service.store.look(id, (all) => all.userOfEmail(email))) ?? ''
    const gone = { ...service.store }
    gone.change = (authority, work) =>
      service.store.change(authority, (all) =>
        work({
          ...all,
          user: async (one) => {
            const found = await all.user(one)
            return found === null ? null : { ...found, active: found.user !== user }
          },
        }),
      )
    const server = await makeServer({ ...service.deps, store: gone })
    assert.equal((await enter(visitor(server), goodPassword)).statusCode, 422)
  })

  it('is for one authority, which is asked for where there are two', async () => {
    const service = await realService(['South Sands', 'West Sands'])
    await service.settled(email)
    const ana = visitor(service.server)
    const page = await checked(ana.get('/sign-in?authority=west-sands'))
    assert.match(words(page.body), /Where do you work\? Choose South Sands West Sands/)
    assert.match(page.body, /<option value="west-sands" selected>/)
    const unsaid = await ana.send('/sign-in/password', { email, password: goodPassword })
    assert.match(words(unsaid.body), /Choose where you work/)
    const there = await ana.send('/sign-in/password', {
      email,
      password: goodPassword,
      authority: 'west-sands',
    })
    assert.match(words(there.body), /The email address or the password is wrong/)
    const here = await ana.send('/sign-in/password', {
      email,
      password: goodPassword,
      authority: 'south-sands',
    })
    assert.equal(here.statusCode, 303)
  })

  it('is not offered, and not accepted, where people sign in by work accounts alone', async () => {
    const service = await realService(['South Sands'], { passwords: false })
    const path = await service.invite(email)
    assert.equal(path, '/sign-in')
    const ana = visitor(service.server)
    const page = await ana.get('/sign-in')
    assert.doesNotMatch(page.body, /Password/)
    const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    assert.equal(token, '')
    assert.equal((await ana.get('/sign-in/forgotten-password')).statusCode, 404)
  })
})

describe('an authority that is none of a demonstration, beside one', () => {
  it('has its form first, and the page does not say that nothing is real', async () => {
    const person = { authority: 'a1', user: 'u1', name: 'Worker One', role: 'practitioner' } as const
    const people = [{ ...person, roleName: 'Practitioner', team: null }]
    const toTry = { id: 'a1', name: 'First Council', procedure: 'Nine steps', people }
    const service = await realService(['South Sands'], { people: async () => [toTry] })
    const page = await checked(visitor(service.server).get('/sign-in'))
    assert.match(words(page.body), /Sign in Email address .* Or look at the demonstration .*First Council/)
    assert.doesNotMatch(words(page.body), /The people are not real/)
  })
})

describe('whoever signs out', () => {
  it('is on record, and their session ends', async () => {
    const service = await realService()
    const { who } = await service.settled(email)
    await who.get('/procedure')
    await who.send('/sign-out')
    assert.equal((await who.get('/procedure')).statusCode, 303)
    assert.equal(service.audit().at(-1)?.act, 'signed out')
  })
})

describe('the log', () => {
  it('has nobody in it, no password, no code and no link', async () => {
    const service = await realService()
    const path = await service.invite('someone.else@example.org')
    await service.settled(email)
    const ana = await halfWay(service)
    await ana.send('/sign-in/code', { code: '123456' })
    await ana.get(path)
    await enter(visitor(service.server), 'wrong password of mine')
    const log = service.lines.join('')
    assert.ok(service.lines.length > 8)
    for (const word of [
      'ana',
      'example.org',
      'lantern',
      '123456',
      'wrong password',
      path.slice(-43),
      'User 1',
    ])
      assert.equal(log.includes(word), false, word)
    const audited = JSON.stringify(service.audit())
    for (const word of ['ana', 'example.org', 'User 1', '127.0.0.1'])
      assert.equal(audited.includes(word), false, word)
  })
})
