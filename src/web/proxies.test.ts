import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from './testing/test-server.ts'
import type { PageRoutes } from './web-deps.ts'

const whence: PageRoutes = (server) => {
  server.get('/whence', { config: { access: 'open' } }, (request) => request.ip)
}

/** The address that a request is taken to come from, where it says that it was passed on for these. */
const from = async (proxies: number, passedOnFor: string): Promise<string> => {
  const { server } = await testServer({ pages: [whence], settings: { proxies } })
  const headers = { 'x-forwarded-for': passedOnFor }
  const { body } = await server.inject({ url: '/whence', remoteAddress: '192.0.2.1', headers })
  await server.close()
  return body
}

test('an address is believed from as many proxies as there are, and not from whoever asks', async () => {
  const said = '198.51.100.66, 203.0.113.5, 192.0.2.9'
  assert.equal(await from(0, said), '192.0.2.1')
  assert.equal(await from(1, said), '192.0.2.9')
  assert.equal(await from(2, said), '203.0.113.5')
})
