import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inviteAgain } from '#casework/administration/invite-user.ts'
import { checked, goodPassword, realService, secretOn } from '../../testing/real-service.ts'
import { visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const email = 'ana.reed@example.org'

describe('an invitation', () => {
  it('leads to a password, an app, recovery codes and the first page', async () => {
    const { server, invite, code, audit } = await realService()
    const path = await invite(email)
    const ana = visitor(server)
    const first = await checked(ana.get(path))
    assert.equal(first.statusCode, 200)
    assert.match(
      words(first.body),
      /Welcome to Alongside at South Sands\. .*You sign in as ana\.reed@example\.org/,
    )
    const chosen = await ana.send(path, { password: goodPassword, again: goodPassword })
    assert.equal(chosen.headers.location, `${path}/codes`)

    const codes = await checked(ana.get(`${path}/codes`))
    const secret = secretOn(codes.body)
    assert.match(secret, /^SECRET\d+$/)
    assert.match(
      codes.body,
      /<svg class="app-qr-code"[^>]* role="img" aria-label="The square for the app\.[^"]*"/,
    )
    assert.ok(
      codes.body.includes(`otpauth://totp/Alongside%20South%20Sands:ana.reed%40example.org?secret=${secret}`),
    )
    assert.doesNotMatch(codes.body, /<title>[^<]*ana/i)

    const wrong = await checked(ana.send(`${path}/codes`, { code: '000000' }))
    assert.equal(wrong.statusCode, 422)
    assert.match(words(wrong.body), /The code is wrong/)
    assert.equal(secretOn(wrong.body), secret)

    const right = code(secret)
    const done = await checked(ana.send(`${path}/codes`, { code: `${right.slice(0, 3)} ${right.slice(3)}` }))
    assert.equal(done.statusCode, 200)
    assert.match(words(done.body), /AAAA-1111 BBBB-2222 CCCC-3333/)
    assert.match(words(done.body), /shown now and never again/)
    const home = await ana.get('/procedure')
    assert.equal(home.statusCode, 200)
    assert.match(home.body, /User 1/)
    assert.doesNotMatch(home.body, /This is a demonstration/)
    assert.deepEqual(
      audit().map(({ act }) => act),
      ['invited', 'invitation accepted'],
    )
  })

  it('works once, and says no more to whoever comes later', async () => {
    const { server, invite, code } = await realService()
    const path = await invite(email)
    const [ana, other] = [visitor(server), visitor(server)]
    await ana.get(path)
    await ana.send(path, { password: goodPassword, again: goodPassword })
    const codes = await ana.get(`${path}/codes`)
    const secret = secretOn(codes.body)
    await ana.send(`${path}/codes`, { code: code(secret) })
    for (const at of [path, `${path}/codes`]) {
      const dead = await checked(other.get(at))
      assert.equal(dead.statusCode, 404)
      assert.match(words(dead.body), /This link does not work/)
      assert.doesNotMatch(dead.body, /South Sands|ana\.reed|User 1/)
    }
    const again = await ana.send(`${path}/codes`, { code: code(secret) }, codes.body)
    assert.equal(again.statusCode, 404)
    assert.doesNotMatch(again.body, /AAAA-1111/)
  })

  it('ends after a week', async () => {
    const { server, invite, set } = await realService()
    const path = await invite(email)
    set('2026-03-09T09:59')
    assert.equal((await visitor(server).get(path)).statusCode, 200)
    set('2026-03-09T10:00')
    assert.equal((await visitor(server).get(path)).statusCode, 404)
  })

  it('is not used up by being opened, and goes on where it was left', async () => {
    const { server, invite, code } = await realService()
    const path = await invite(email)
    await visitor(server).get(path)
    await visitor(server).get(`${path}/codes`)
    const ana = visitor(server)
    assert.equal((await ana.get(`${path}/codes`)).headers.location, path)
    await ana.get(path)
    await ana.send(path, { password: goodPassword, again: goodPassword })
    const onPhone = visitor(server)
    const codes = await onPhone.get(`${path}/codes`)
    const done = await onPhone.send(`${path}/codes`, { code: code(secretOn(codes.body)) })
    assert.match(done.body, /AAAA-1111/)
  })

  for (const [password, again, why] of [
    ['', '', 'Enter a new password'],
    [goodPassword, 'lantern otter 8 quarry', 'The two passwords are not the same'],
    ['short words', 'short words', 'at least 12 characters'],
    ['seven Reeds in a row', 'seven Reeds in a row', 'must not contain your name or email'],
    ['seven boats in a row', 'seven boats in a row', null],
    ['ana.reed and words', 'ana.reed and words', 'must not contain your name or email'],
    ['my password is long', 'my password is long', 'would be guessed soon'],
  ] as const) {
    it(`takes ${why === null ? '' : 'no '}password such as "${password}"`, async () => {
      const { server, invite } = await realService()
      const path = await invite(email)
      const ana = visitor(server)
      await ana.get(path)
      const answer = await ana.send(path, { password, again })
      if (why === null) {
        assert.equal(answer.statusCode, 303)
        return
      }
      await checked(answer)
      assert.equal(answer.statusCode, 422)
      assert.ok(words(answer.body).includes(why), words(answer.body))
      if (password !== '') assert.equal(answer.body.includes(password), false)
    })
  }

  it('made up by somebody leads nowhere', async () => {
    const { server, authorities } = await realService()
    const authority = authorities[0]?.id.replaceAll('-', '') ?? ''
    for (const token of [
      'x',
      authority,
      `${authority}${'a'.repeat(43)}`,
      `${'0'.repeat(32)}${'a'.repeat(43)}`,
    ])
      assert.equal((await server.inject(`/sign-in/link/${token}`)).statusCode, 404, token)
  })

  it('again replaces what somebody had, and ends their sessions', async () => {
    const service = await realService()
    const { server, deps, store, authorities, code } = service
    const { who, secret } = await service.settled(email)
    assert.equal((await who.get('/procedure')).statusCode, 200)
    const { id = '' } = authorities[0] ?? {}
    const user = (await store.look(id, (all) => all.userOfEmail(email))) ?? ''
    const again = await inviteAgain(deps, { authority: id, user: null }, user)
    const link = again?.kind === 'invited' ? (again.invitation?.link ?? '') : ''
    const path = new URL(link).pathname
    const phone = visitor(server)
    await phone.get(path)
    await phone.send(path, { password: 'another three words', again: 'another three words' })
    assert.equal((await who.get('/procedure')).statusCode, 200)
    const fresh = secretOn((await phone.get(`${path}/codes`)).body)
    assert.notEqual(fresh, secret)
    await phone.send(`${path}/codes`, { code: code(fresh) })
    assert.equal((await phone.get('/procedure')).statusCode, 200)
    assert.equal((await who.get('/procedure')).headers.location, '/sign-in?why=signed-out&next=%2Fprocedure')
  })
})
