import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { root } from '../house/root.ts'
import { readConfiguration } from './configuration.ts'
import type { Configuration } from './configuration.ts'
import { configurationFrom } from './open-service.ts'

type Environment = Parameters<typeof readConfiguration>[0]

const read = (env: Environment): Configuration => {
  const result = readConfiguration(env)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  return result.configuration
}

const problemsOf = (env: Environment): readonly string[] => {
  const result = readConfiguration(env)
  return result.ok ? [] : result.problems
}

const secret = 'a secret of more than thirty-two characters'
const databaseUrl = 'postgresql://alongside:hidden-word@db.example.org:5432/alongside'

describe('the settings', () => {
  it('need nothing at all', () => {
    assert.deepEqual(read({}), {
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      dataFolder: join(root, 'data'),
      secret: null,
      oldSecrets: [],
      baseUrl: null,
      https: false,
      proxies: 0,
      signIn: { passwords: true, provider: null },
      mail: { smtp: null, digestAt: 480 },
      log: { kind: 'file', path: join(root, 'data', 'alongside.log') },
    })
  })

  it('are taken from the environment', () => {
    const given = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA: '/var/alongside',
      DATABASE_URL: databaseUrl,
      SECRET: secret,
      BASE_URL: 'https://alongside.example.org/',
    }
    assert.deepEqual(read(given), {
      host: '0.0.0.0',
      port: 8080,
      databaseUrl,
      dataFolder: '/var/alongside',
      secret,
      oldSecrets: [],
      baseUrl: 'https://alongside.example.org',
      https: true,
      proxies: 1,
      signIn: { passwords: true, provider: null },
      mail: { smtp: null, digestAt: 480 },
      log: { kind: 'terminal' },
    })
  })

  it('count as not given where they are empty', () => {
    assert.equal(read({ PORT: '', DATABASE_URL: ' ', SECRET: '' }).port, 3000)
  })

  it('send the log to a file, to the terminal or nowhere', () => {
    assert.deepEqual(read({ LOG: '/var/log/alongside' }).log, { kind: 'file', path: '/var/log/alongside' })
    assert.deepEqual(read({ LOG: '-' }).log, { kind: 'terminal' })
    assert.deepEqual(read({ LOG: 'none' }).log, { kind: 'none' })
  })

  it('are all checked at once, and each problem says which setting and what to do', () => {
    const wrong = {
      PORT: '80 80',
      HOST: 'not a host',
      DATABASE_URL: 'mysql://somewhere/alongside',
      SECRET: 'short',
      BASE_URL: 'alongside.example.org',
    }
    const problems = problemsOf(wrong)
    assert.equal(problems.length, 5)
    for (const [name, remedy] of [
      ['PORT', /Give one from 1 to 65535/],
      ['HOST', /leave it out to be reached from this machine only/],
      ['DATABASE_URL', /Write it as postgresql:/],
      ['SECRET', /openssl rand/],
      ['BASE_URL', /Write it as https:/],
    ] as const) {
      const about = problems.find((problem) => problem.startsWith(name)) ?? ''
      assert.match(about, remedy)
    }
    assert.throws(() => configurationFrom(wrong), {
      name: 'WrongCall',
      message:
        /cannot start with these settings[^]*PORT[^]*BASE_URL|cannot start with these settings[^]*BASE_URL[^]*PORT/,
    })
  })

  for (const port of ['65536', '-1', '3000.5', 'http', '999999']) {
    it(`refuse ${port} as a port`, () => assert.match(problemsOf({ PORT: port }).join(), /^PORT is/))
  }

  it('take 0 as any port that is free', () => assert.equal(read({ PORT: '0' }).port, 0))

  it('need a secret with a database of one’s own, since all processes have to share it', () => {
    assert.match(problemsOf({ DATABASE_URL: databaseUrl }).join(), /^SECRET is missing/)
  })

  it('take the address of a database that is reached through a socket', () => {
    const socket = 'postgresql://alongside@/alongside?host=%2Frun%2Fpostgresql&port=5432'
    assert.equal(read({ DATABASE_URL: socket, SECRET: secret }).databaseUrl, socket)
  })

  it('never say a password again', () => {
    const problems = problemsOf({ DATABASE_URL: 'postgresql://alongside:hidden-word@' })
    assert.equal(problems.join('\n').includes('hidden-word'), false)
  })
})
