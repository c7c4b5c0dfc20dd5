import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Asked, IdentityProvider } from '#casework/sign-in/identity-provider.ts'
import { realService } from '#web/testing/real-service.ts'
import { visitor } from '#web/testing/visitor.ts'
import type { Visitor } from '#web/testing/visitor.ts'
import { words } from '#web/testing/words.ts'
import { openidProvider } from './openid-provider.ts'
import { clientId, clientSecret, localProvider } from '../testing/local-provider.ts'
import type { LocalProvider } from '../testing/local-provider.ts'

const back = 'https://alongside.example.org/sign-in/provider/back'
const email = 'ana.reed@example.org'

const accounts = {
  ana: { email, email_verified: true },
  'ana unverified': { email, email_verified: false },
  'ana again': { email, email_verified: true },
  stranger: { email: 'stranger@example.org', email_verified: true },
  'no address': {},
}

const queryOf = (address: string): string => new URL(address).search

describe('OpenID Connect, with a real provider', () => {
  let there: LocalProvider
  let provider: IdentityProvider
  const settings = () => ({
    issuer: there.issuer,
    clientId,
    clientSecret,
    label: 'Sign in with your work account',
    trustsEmail: false,
  })
  before(async () => {
    there = await localProvider(accounts, back)
    provider = openidProvider(settings(), back)
  })
  after(() => there.close())

  it('asks with PKCE, a state and a nonce, each time others', async () => {
    const [one, other] = [await provider.begin(), await provider.begin()]
    const asked = new URL(one.url).searchParams
    assert.equal(asked.get('response_type'), 'code')
    assert.equal(asked.get('code_challenge_method'), 'S256')
    assert.equal(asked.get('state'), one.asked.state)
    assert.equal(asked.get('nonce'), one.asked.nonce)
    assert.equal(asked.get('redirect_uri'), back)
    assert.equal(one.url.includes(one.asked.verifier), false)
    for (const part of ['state', 'nonce', 'verifier'] as const)
      assert.notEqual(one.asked[part], other.asked[part])
  })

  const said = async (account: string, change: Partial<Asked> = {}, from = provider) => {
    const { url, asked } = await from.begin()
    return from.finish(queryOf(await there.signIn(url, account)), { ...asked, ...change })
  }

  it('says who has signed in', async () => {
    const claims = { issuer: there.issuer, subject: 'ana', email }
    assert.deepEqual(await said('ana'), { kind: 'known', claims })
  })

  it('takes an address only where the provider vouches for it', async () => {
    const claims = { issuer: there.issuer, subject: 'ana unverified', email: null }
    assert.deepEqual(await said('ana unverified'), { kind: 'known', claims })
    const trusting = openidProvider({ ...settings(), trustsEmail: true }, back)
    assert.deepEqual(await said('ana unverified', {}, trusting), {
      kind: 'known',
      claims: { ...claims, email },
    })
    assert.deepEqual(await said('no address', {}, trusting), {
      kind: 'known',
      claims: { ...claims, subject: 'no address' },
    })
  })

  for (const part of ['state', 'nonce', 'verifier'] as const) {
    it(`refuses an answer with another ${part}`, async () => {
      const answer = await said('ana', { [part]: 'x'.repeat(43) })
      assert.equal(answer.kind, 'refused')
    })
  }

  it('refuses an answer twice, one without a code, and one of somebody who gave up', async () => {
    const { url, asked } = await provider.begin()
    const query = queryOf(await there.signIn(url, 'ana'))
    assert.equal((await provider.finish(query, asked)).kind, 'known')
    assert.deepEqual(await provider.finish(query, asked), { kind: 'refused', why: 'invalid_grant' })
    assert.equal((await provider.finish(`?state=${asked.state}`, asked)).kind, 'refused')
    assert.deepEqual(await said('refuse'), { kind: 'refused', why: 'access_denied' })
  })

  it('refuses with a wrong secret of our own', async () => {
    const wrong = openidProvider({ ...settings(), clientSecret: 'wrong' }, back)
    assert.deepEqual(await said('ana', {}, wrong), { kind: 'refused', why: 'invalid_client' })
  })

  it('fails where it cannot be reached, and works once it can', async () => {
    const gone = openidProvider({ ...settings(), issuer: 'http://127.0.0.1:9' }, back)
    await assert.rejects(gone.begin())
    await assert.rejects(gone.begin())
  })

  const service = () => realService(['South Sands'], { provider })

  /** From the page of the service to the provider and back. */
  const throughBrowser = async (who: Visitor, account: string) => {
    const page = await who.get('/sign-in?next=/procedure')
    const href = /<a href="([^"]*)" role="button"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const out = await who.get(href)
    assert.equal(out.statusCode, 303)
    const returned = await there.signIn(out.headers.location ?? '', account)
    return who.get(`${new URL(returned).pathname}${queryOf(returned)}`)
  }

  it('signs somebody in to the page that they asked for, and links the two accounts', async () => {
    const { server, invite, audit, lines } = await service()
    await invite(email)
    const ana = visitor(server)
    const answer = await throughBrowser(ana, 'ana')
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/procedure')
    assert.match((await ana.get('/procedure')).body, /User 1/)
    assert.deepEqual(
      audit().map(({ act }) => act),
      ['invited', 'provider account linked', 'signed in'],
    )
    assert.equal((await throughBrowser(visitor(server), 'ana')).headers.location, '/procedure')
    assert.equal(lines.join('').includes('code='), false)
  })

  it('does not take another account with the same address for somebody who is linked', async () => {
    const { server, invite } = await service()
    await invite(email)
    await throughBrowser(visitor(server), 'ana')
    const other = await throughBrowser(visitor(server), 'ana again')
    assert.equal(other.statusCode, 403)
  })

  it('tells a stranger in plain words that they have no access', async () => {
    const { server, invite } = await service()
    await invite(email)
    for (const account of ['stranger', 'ana unverified', 'no address']) {
      const who = visitor(server)
      const answer = await throughBrowser(who, account)
      assert.equal(answer.statusCode, 403, account)
      assert.match(words(answer.body), /nobody at South Sands has given you access to Alongside/)
      assert.equal((await who.get('/procedure')).statusCode, 303)
    }
  })

  it('takes no answer in a browser that did not ask', async () => {
    const { server, invite } = await service()
    await invite(email)
    const [ana, victim] = [visitor(server), visitor(server)]
    await victim.get('/sign-in')
    const out = await ana.get('/sign-in/provider?authority=south-sands')
    const returned = await there.signIn(out.headers.location ?? '', 'ana')
    const path = `${new URL(returned).pathname}${queryOf(returned)}`
    assert.equal((await victim.get(path)).statusCode, 400)
    await victim.get('/sign-in/provider?authority=south-sands')
    const forged = await victim.get(path)
    assert.equal(forged.statusCode, 400)
    assert.match(words(forged.body), /You are not signed in/)
    assert.equal((await victim.get('/procedure')).statusCode, 303)
  })
})
