import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { generateSync } from 'otplib'
import type { Instant } from '#calendar/instant.ts'
import { inviteUser } from '#casework/administration/invite-user.ts'
import { postgresSessions } from '#storage/people/sessions.ts'
import { postgresStore } from '#storage/store.ts'
import { testDatabase } from '#storage/test-database.ts'
import { makeServer } from '#web/server.ts'
import { goodPassword, pathOf, secretOn } from '#web/testing/real-service.ts'
import { visitor } from '#web/testing/visitor.ts'
import type { WebDeps } from '#web/web-deps.ts'
import { readConfiguration } from '../service/configuration.ts'
import { waysIn } from '../service/ways-in.ts'

const email = 'ana.reed@example.org'
const secret = 'hLBcDkRk4QvTq0m8cZx7yWf2sN5uJ9aEoPiGtXbV'

const configurationWith = (env: Readonly<Record<string, string>>) => {
  const read = readConfiguration({ MAIL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@example.org', ...env })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.configuration
}

/** The whole of it: PostgreSQL, argon2 and real codes, as the service puts them together. */
describe('signing in to the service as it runs', () => {
  const base = { BASE_URL: 'http://alongside.example.org' }
  // The code with which the app is set up is used up, and the next one comes half a minute later.
  let now = Date.now()
  let server: FastifyInstance
  let serverWith: (env: Readonly<Record<string, string>>) => Promise<FastifyInstance>
  let path = ''
  let codeSecret = ''
  let recoveryCode = ''

  const code = (): string => generateSync({ secret: codeSecret, epoch: Math.floor(now / 1000) })

  before(async () => {
    const { pool } = await testDatabase()
    const deps = {
      store: postgresStore(pool),
      clock: { now: () => now as Instant },
      shelf: { pack: () => undefined },
    }
    const depsWith = (env: Readonly<Record<string, string>>): WebDeps => ({
      ...deps,
      ...waysIn(deps, configurationWith({ ...base, ...env }), () => base.BASE_URL),
      sessions: postgresSessions(pool),
      settings: {
        cookieSecrets: [secret],
        https: false,
        proxies: 0,
        idleMinutes: 30,
        longestHours: 12,
        requestsPerMinute: 1000,
        signInsPerMinute: 1000,
        searchesPerMinute: 1000,
      },
      log: null,
      isReady: async () => true,
    })
    serverWith = (env) => makeServer(depsWith(env))
    server = await serverWith({ SECRET: secret })
    const { id } = await deps.store.addAuthority({
      slug: 'south-sands',
      name: 'South Sands',
      pack: 'nine-steps',
      closures: [],
      demonstration: false,
    })
    const given = { key: 'one', name: 'Ana Reed', email, memberships: [] }
    const invited = await inviteUser(depsWith({ SECRET: secret }), { authority: id, user: null }, given)
    path = pathOf(invited.kind === 'invited' ? (invited.invitation?.link ?? '') : '')
  })
  after(() => server.close())

  const enter = async (at: FastifyInstance, password = goodPassword) => {
    const who = visitor(at)
    await who.get('/sign-in?next=/session')
    const answer = await who.send('/sign-in/password', { email, password })
    if (answer.statusCode === 303) await who.get(answer.headers.location ?? '')
    return { who, answer }
  }

  it('begins with the link of an invitation', async () => {
    const ana = visitor(server)
    await ana.get(path)
    await ana.send(path, { password: goodPassword, again: goodPassword })
    codeSecret = secretOn((await ana.get(`${path}/codes`)).body)
    assert.match(codeSecret, /^[A-Z2-7]{32}$/)
    const done = await ana.send(`${path}/codes`, { code: code() })
    recoveryCode = /class="app-secret">([0-9A-Z-]{19})</.exec(done.body)?.[1] ?? ''
    assert.notEqual(recoveryCode, '')
    assert.equal((await ana.get('/session')).statusCode, 204)
  })

  it('takes the password and the next code, and each code once', async () => {
    now += 31_000
    const { who } = await enter(server)
    const { who: other } = await enter(server)
    assert.equal((await who.send('/sign-in/code', { code: code() })).headers.location, '/session')
    assert.equal((await who.get('/session')).statusCode, 204)
    assert.equal((await other.send('/sign-in/code', { code: code() })).statusCode, 422)
    assert.equal((await enter(server, 'wrong')).answer.statusCode, 422)
  })

  it('goes on after the secret was changed, with the old one at hand; without it, by a recovery code', async () => {
    now += 60_000
    const fresh = 'M2nVbQpR6tWkZc8xYf4sL0uJ7hDgEaToPiSvXqNm'
    const changed = await serverWith({ SECRET: fresh, OLD_SECRETS: secret })
    const { who } = await enter(changed)
    assert.equal((await who.send('/sign-in/code', { code: code() })).statusCode, 303)
    await changed.close()

    now += 60_000
    const lost = await serverWith({ SECRET: fresh })
    const { who: without } = await enter(lost)
    assert.equal((await without.send('/sign-in/code', { code: code() })).statusCode, 422)
    await without.get('/sign-in/recovery-code')
    const answer = await without.send('/sign-in/recovery-code', { code: recoveryCode.toLowerCase() })
    assert.equal(answer.statusCode, 303)
    assert.equal((await without.get('/session')).statusCode, 204)
    await lost.close()
  })

  it('waits after five wrong passwords, of many at once', async () => {
    assert.equal((await enter(server)).answer.statusCode, 303)
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(server, 'wrong')))
    const told = answers.filter(({ answer }) => answer.body.includes('too many wrong passwords'))
    assert.equal(told.length, 3)
    assert.match((await enter(server)).answer.body, /too many wrong passwords/)
    now += 15 * 60_000
    assert.equal((await enter(server)).answer.statusCode, 303)
  })
})
