import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checked, goodPassword, realService } from '../../testing/real-service.ts'
import { smallService } from '../../testing/small-service.ts'
import { visitor } from '../../testing/visitor.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const email = 'ana.reed@example.org'
const fresh = 'seven boats in a row'

const change = async (who: Visitor, current: string, password: string, again = password) => {
  await who.get('/account/password')
  return who.send('/account/password', { current, password, again })
}

const service = async () => {
  const made = await realService()
  const { who, secret } = await made.settled(email)
  made.set('2026-03-02T10:05')
  /** Signs in once more, in another browser, with a password. */
  const enter = async (password: string) => {
    const other = visitor(made.server)
    await other.get('/sign-in')
    return { other, answer: await other.send('/sign-in/password', { email, password }) }
  }
  return { ...made, who, secret, enter }
}

describe('how one signs in', () => {
  it('is shown by one’s name, with what can be changed', async () => {
    const { who } = await service()
    assert.match(
      (await who.get('/procedure')).body,
      /<a class="govuk-link app-signed-in__name" href="\/account">User 1</,
    )
    const page = await checked(who.get('/account'))
    assert.match(
      words(page.body),
      /How you sign in Email address ana\.reed@example\.org Password Chosen by you Change your password Recovery codes 3 codes left/,
    )
    assert.doesNotMatch(page.body, /<title>[^<]*ana/i)
  })

  it('is nothing to change with a work account', async () => {
    const claims = { issuer: 'https://id.example.org', subject: '17', email }
    const provider = {
      label: 'Sign in',
      begin: async () => ({
        url: 'https://id.example.org/',
        asked: { state: 's', nonce: 'n', verifier: 'v' },
      }),
      finish: async () => ({ kind: 'known', claims }) as const,
    }
    const { server, invite } = await realService(['South Sands'], { provider })
    await invite(email)
    const who = visitor(server)
    await who.get('/sign-in/provider?authority=south-sands')
    await who.get('/sign-in/provider/back?code=c')
    const page = await checked(who.get('/account'))
    assert.match(words(page.body), /You sign in with your work account/)
    assert.doesNotMatch(page.body, /href="\/account\//)
    assert.equal((await who.get('/account/password')).statusCode, 404)
    assert.equal((await who.get('/account/recovery-codes')).statusCode, 404)
  })

  it('is no page in a demonstration', async () => {
    const { as } = await smallService()
    const who = await as('manager')
    assert.doesNotMatch((await who.get('/procedure')).body, /href="\/account"/)
    assert.equal((await who.get('/account')).statusCode, 404)
  })
})

describe('changing one’s password', () => {
  it('is kept in no draft, also where the session ended before it was sent', async () => {
    const { who, set, store, authorities } = await service()
    const { body: page } = await who.get('/account/password')
    set('2026-08-02T10:05')
    const secrets = { current: goodPassword, password: fresh, again: fresh }
    const sent = await who.send('/account/password', { ...secrets, _page: '/account/password' }, page)
    assert.match(String(sent.headers.location), /^\/sign-in\?why=idle/)
    const drafts = await store.look(authorities[0]?.id ?? '', async (all) =>
      (await Promise.all((await all.users()).map(({ user }) => all.draftsOf(user)))).flat(),
    )
    assert.deepEqual(drafts, [])
  })

  it('ends every other session, and this one goes on', async () => {
    const { who, secret, code, enter, audit } = await service()
    const { other } = await enter(goodPassword)
    await other.get('/sign-in/code')
    await other.send('/sign-in/code', { code: code(secret) })
    assert.equal((await other.get('/account')).statusCode, 200)
    await checked(who.get('/account/password'))
    const changed = await change(who, goodPassword, fresh)
    assert.equal(changed.headers.location, '/account')
    assert.match((await checked(who.get('/account'))).body, /You are signed out everywhere else/)
    assert.equal((await other.get('/account')).headers.location, '/sign-in?why=signed-out&next=%2Faccount')
    assert.equal((await enter(goodPassword)).answer.statusCode, 422)
    assert.equal((await enter(fresh)).answer.statusCode, 303)
    assert.ok(audit().some(({ act }) => act === 'password changed'))
  })

  for (const [current, password, again, why] of [
    ['', fresh, fresh, 'Enter the password that you have'],
    ['not mine at all', fresh, fresh, 'This is not the password that you have'],
    [goodPassword, 'short', 'short', 'at least 12 characters'],
    [goodPassword, fresh, 'seven boats in a line', 'The two passwords are not the same'],
  ] as const) {
    it(`is refused in words: ${why}`, async () => {
      const { who, enter } = await service()
      const answer = await checked(change(who, current, password, again))
      assert.equal(answer.statusCode, 422)
      assert.ok(words(answer.body).includes(why), words(answer.body))
      for (const typed of [current, password, again])
        if (typed !== '') assert.equal(answer.body.includes(`value="${typed}"`), false)
      assert.equal((await enter(goodPassword)).answer.statusCode, 303)
    })
  }

  it('is guessed at five times, from a browser that somebody left', async () => {
    const { who, set } = await service()
    for (let i = 0; i < 5; i += 1) await change(who, 'a guess of mine', fresh)
    const refused = await change(who, goodPassword, fresh)
    assert.match(words(refused.body), /There were too many wrong passwords\. Wait until 10:20am/)
    set('2026-03-02T10:20')
    assert.equal((await change(who, goodPassword, fresh)).statusCode, 303)
  })

  it('is put on no page when the records cannot be reached', async () => {
    const { who, deps } = await service()
    await who.get('/account/password')
    const whole = deps.store.change
    const failing = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
    Object.assign(deps.store, { change: () => Promise.reject(failing) })
    const answer = await who.send('/account/password', {
      current: goodPassword,
      password: fresh,
      again: fresh,
    })
    Object.assign(deps.store, { change: whole })
    assert.equal(answer.statusCode, 503)
    assert.doesNotMatch(answer.body, /lantern|boats/)
  })
})

describe('new recovery codes', () => {
  it('are shown for a code of the app, and those before stop working', async () => {
    const { who, secret, code, enter, audit, store, authorities } = await service()
    await checked(who.get('/account/recovery-codes'))
    const wrong = await checked(who.send('/account/recovery-codes', { code: '000000' }))
    assert.match(words(wrong.body), /The code is wrong/)
    const { id = '' } = authorities[0] ?? {}
    const user = (await store.look(id, (all) => all.userOfEmail(email))) ?? ''
    await store.change(id, (all) => all.setRecoveryCodes(user, ['digest of OLD']))
    const done = await checked(who.send('/account/recovery-codes', { code: code(secret) }))
    assert.match(
      words(done.body),
      /Those that you had before no longer work\. .*AAAA-1111 BBBB-2222 CCCC-3333/,
    )
    assert.match((await who.get('/account')).body, /3 codes left/)
    assert.ok(audit().some(({ act }) => act === 'recovery codes renewed'))
    const { other } = await enter(goodPassword)
    await other.get('/sign-in/recovery-code')
    assert.equal((await other.send('/sign-in/recovery-code', { code: 'OLD' })).statusCode, 422)
    assert.equal((await other.send('/sign-in/recovery-code', { code: 'BBBB-2222' })).statusCode, 303)
  })

  it('are not made twice for one code', async () => {
    const { who, secret, code } = await service()
    await who.get('/account/recovery-codes')
    await who.send('/account/recovery-codes', { code: code(secret) })
    await who.get('/account/recovery-codes')
    const again = await who.send('/account/recovery-codes', { code: code(secret) })
    assert.match(words(again.body), /This code has been used/)
  })
})
