import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfiguration } from './configuration.ts'
import type { SignInSettings } from './sign-in-settings.ts'

type Environment = Readonly<Record<string, string>>

const read = (env: Environment): SignInSettings => {
  const result = readConfiguration(env)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.configuration.signIn
}

const problemsOf = (env: Environment): string => {
  const result = readConfiguration(env)
  return result.ok ? '' : result.problems.join('\n')
}

const all = {
  BASE_URL: 'https://alongside.example.org',
  OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
  OIDC_CLIENT_ID: 'alongside',
  OIDC_CLIENT_SECRET: 'hidden-word',
}

const without = (name: keyof typeof all): Environment =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name))

describe('the settings of signing in', () => {
  it('are passwords alone where nothing is said', () =>
    assert.deepEqual(read({}), { passwords: true, provider: null }))

  it('name an identity provider, beside passwords or in their place', () => {
    const provider = {
      issuer: 'https://login.example.org/tenant/v2.0',
      clientId: 'alongside',
      clientSecret: 'hidden-word',
      label: 'Sign in with your work account',
      trustsEmail: false,
    }
    assert.deepEqual(read(all), { passwords: true, provider })
    assert.deepEqual(
      read({ ...all, PASSWORDS: 'no', OIDC_LABEL: 'Sign in with North Sands', OIDC_TRUST_EMAIL: 'Yes' }),
      { passwords: false, provider: { ...provider, label: 'Sign in with North Sands', trustsEmail: true } },
    )
  })

  for (const [name, remedy] of [
    ['OIDC_ISSUER', /^OIDC_ISSUER is missing\. Give the address of your identity provider, or leave out/],
    ['OIDC_CLIENT_ID', /^OIDC_CLIENT_ID is missing\. Give the id/],
    ['OIDC_CLIENT_SECRET', /^OIDC_CLIENT_SECRET is missing\. Give the secret/],
    ['BASE_URL', /^BASE_URL is missing\. .*\/sign-in\/provider\/back under it/],
  ] as const)
    it(`belong together: without ${name} it says so`, () => assert.match(problemsOf(without(name)), remedy))

  for (const issuer of ['login.example.org', 'http://login.example.org', 'ftp://login.example.org'])
    it(`take no issuer such as ${issuer}`, () =>
      assert.match(problemsOf({ ...all, OIDC_ISSUER: issuer }), /^OIDC_ISSUER is .* begin with https/))

  it('take one on the same machine without https, to try it out', () =>
    assert.equal(problemsOf({ ...all, OIDC_ISSUER: 'http://127.0.0.1:4000' }), ''))

  it('leave somebody a way in', () =>
    assert.match(problemsOf({ PASSWORDS: 'no' }), /^PASSWORDS is no, and there is no OIDC_ISSUER/))

  it('are yes or no where that is the question', () => {
    assert.match(problemsOf({ PASSWORDS: 'off' }), /^PASSWORDS is "off"\. Give yes or no/)
    assert.match(problemsOf({ ...all, OIDC_TRUST_EMAIL: '1' }), /^OIDC_TRUST_EMAIL is "1"\. Give yes or no/)
  })

  it('repeat no secret', () => {
    const wrong = { ...all, OIDC_ISSUER: 'x', PASSWORDS: 'x', OLD_SECRETS: 'short-and-hidden' }
    assert.doesNotMatch(problemsOf(wrong), /hidden/)
    assert.match(problemsOf(wrong), /OLD_SECRETS holds one with fewer than 32 characters/)
  })

  it('count the proxies', () => {
    assert.match(problemsOf({ PROXIES: 'two' }), /^PROXIES is "two"\. Give how many/)
    const result = readConfiguration({ ...all, PROXIES: '2' })
    assert.equal(result.ok && result.configuration.proxies, 2)
  })
})
