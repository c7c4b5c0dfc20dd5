import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inviteAgain } from '#casework/administration/invite-user.ts'
import type { Claims, Finished, IdentityProvider } from '#casework/sign-in/identity-provider.ts'
import { checked, realService } from '../../testing/real-service.ts'
import { visitor } from '../../testing/visitor.ts'
import type { Visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const email = 'ana.reed@example.org'
const ana: Claims = { issuer: 'https://id.example.org', subject: '17', email }
const asked = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1' }

/** A provider that says what a test wants; the real one is tried in the app. */
const providerOf = (finish: IdentityProvider['finish']): IdentityProvider => ({
  label: 'Sign in with your council account',
  begin: async () => ({ url: 'https://id.example.org/authorise', asked }),
  finish,
})

const saying = (finished: Finished): IdentityProvider => providerOf(async () => finished)

const thereAndBack = async (who: Visitor, authority = 'south-sands') => {
  const out = await who.get(`/sign-in/provider?authority=${authority}&next=%2Fprocedure`)
  assert.equal(out.headers.location, 'https://id.example.org/authorise')
  return who.get('/sign-in/provider/back?code=c&state=state-1')
}

describe('a work account', () => {
  it('is offered first, before a password', async () => {
    const { server } = await realService(['South Sands'], {
      provider: saying({ kind: 'known', claims: ana }),
    })
    const page = await checked(visitor(server).get('/sign-in?next=/procedure'))
    assert.match(
      words(page.body),
      /Sign in Sign in with your council account Sign in with an Alongside password Email address/,
    )
    assert.ok(page.body.includes('href="/sign-in/provider?authority=south-sands&amp;next=%2Fprocedure"'))
  })

  it('is offered by authority where there are several', async () => {
    const names = ['South Sands', 'West Sands']
    const service = await realService(names, { provider: saying({ kind: 'known', claims: ana }) })
    await service.invite(email, 'manager', 1)
    const who = visitor(service.server)
    const page = await checked(who.get('/sign-in'))
    assert.match(words(page.body), /Sign in with your council account South Sands West Sands/)
    assert.equal((await thereAndBack(who, 'south-sands')).statusCode, 403)
    assert.equal((await thereAndBack(who, 'west-sands')).statusCode, 303)
    assert.match((await who.get('/procedure')).body, /West Sands/)
    for (const wrong of ['north-sands', 'nowhere', ''])
      assert.equal((await who.get(`/sign-in/provider?authority=${wrong}`)).statusCode, 404)
  })

  it('hands the provider’s answer over with what was asked, and keeps that from the browser', async () => {
    const seen: unknown[] = []
    const provider = providerOf(async (...given) => {
      seen.push(given)
      return { kind: 'known', claims: ana }
    })
    const { server, invite } = await realService(['South Sands'], { provider })
    await invite(email)
    const who = visitor(server)
    const answer = await thereAndBack(who)
    assert.equal(answer.headers.location, '/procedure')
    assert.deepEqual(seen, [['?code=c&state=state-1', asked]])
    assert.equal(who.cookies.has('alongside-provider'), false)
    const again = await checked(who.get('/sign-in/provider/back?code=c&state=state-1'))
    assert.equal(again.statusCode, 400)
    assert.equal(seen.length, 1)
  })

  it('that is not known here leads to a plain page, and to no session', async () => {
    const stranger = { ...ana, email: 'stranger@example.org' }
    const { server, audit, lines } = await realService(['South Sands'], {
      provider: saying({ kind: 'known', claims: stranger }),
    })
    const who = visitor(server)
    const answer = await checked(thereAndBack(who))
    assert.equal(answer.statusCode, 403)
    assert.match(
      words(answer.body),
      /You have no access to Alongside .*nobody at South Sands has given you access/,
    )
    assert.equal((await who.get('/procedure')).statusCode, 303)
    assert.deepEqual(
      audit().map(({ act, user, detail }) => [act, user, detail]),
      [['sign-in refused', null, { why: 'not a user here' }]],
    )
    assert.equal(lines.join('').includes('stranger'), false)
  })

  it('whose answer does not hold, leads to no session, and the log says why', async () => {
    const { server, invite, lines } = await realService(['South Sands'], {
      provider: saying({ kind: 'refused', why: 'access_denied' }),
    })
    await invite(email)
    const who = visitor(server)
    const answer = await checked(thereAndBack(who))
    assert.equal(answer.statusCode, 400)
    assert.match(words(answer.body), /You are not signed in/)
    assert.ok(lines.some((line) => line.includes('"why":"access_denied"')))
  })

  it('that cannot be checked is said to be so, there and back', async () => {
    const fails = (): Promise<never> => Promise.reject(new TypeError('fetch failed'))
    const service = await realService(['South Sands'], {
      provider: { ...saying({ kind: 'refused', why: '' }), begin: fails },
    })
    const there = await checked(visitor(service.server).get('/sign-in/provider?authority=south-sands'))
    assert.equal(there.statusCode, 503)
    assert.match(words(there.body), /Alongside cannot reach the service that knows your work account/)
    const other = await realService(['South Sands'], { provider: providerOf(fails) })
    const who = visitor(other.server)
    assert.equal((await checked(thereAndBack(who))).statusCode, 503)
    assert.equal((await who.get('/procedure')).statusCode, 303)
  })

  it('that is linked stays its user’s, whatever address it has later', async () => {
    let claims = ana
    const provider = providerOf(async () => ({ kind: 'known', claims }))
    const { server, invite, authorities, store, deps } = await realService(['South Sands'], { provider })
    await invite(email)
    await invite('ben@example.org')
    await thereAndBack(visitor(server))
    claims = { ...ana, email: 'ben@example.org' }
    const renamed = visitor(server)
    await thereAndBack(renamed)
    assert.match((await renamed.get('/procedure')).body, /User 1/)
    claims = { ...ana, subject: '18' }
    assert.equal((await thereAndBack(visitor(server))).statusCode, 403)
    const { id = '' } = authorities[0] ?? {}
    const user = (await store.look(id, (all) => all.userOfEmail(email))) ?? ''
    await inviteAgain(deps, { authority: id, user: null }, user)
    assert.equal((await thereAndBack(visitor(server))).statusCode, 303)
  })
})
