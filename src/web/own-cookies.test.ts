import assert from 'node:assert/strict'
import { test } from 'node:test'
import { samplePages, samplePaths } from './testing/sample-pages.ts'
import { testServer } from './testing/test-server.ts'
import { visitor } from './testing/visitor.ts'

const me = { person: 'a1/u1' }
const overHttps = { pages: [samplePages], settings: { https: true } }

test('over https, what was done is said once, and the browser is told so in a way that it takes', async () => {
  const { server } = await testServer(overHttps)
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  await someone.get(samplePaths.form)
  const day = { 'seen-day': '6', 'seen-month': '3', 'seen-year': '2026' }
  const sent = await someone.send('', { ...day, place: 'home', children: ['ada'], notes: 'done' })
  assert.equal(sent.statusCode, 303)
  const page = await someone.get(samplePaths.form)
  assert.match(page.body, /govuk-notification-banner/)
  const dropped = [page.headers['set-cookie'] ?? []].flat().find((one) => one.includes('-notice='))
  assert.match(
    dropped ?? '',
    /^__Host-alongside-notice=; Max-Age=0; Path=\/; Expires=[^;]*1970[^;]*; HttpOnly; Secure; /,
  )
  assert.doesNotMatch((await someone.get(samplePaths.form)).body, /govuk-notification-banner/)
  await server.close()
})

test('over https, signing out takes the cookie of the session away', async () => {
  const { server } = await testServer(overHttps)
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  await someone.get(samplePaths.form)
  const out = await someone.send('/sign-out')
  const dropped = [out.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('__Host-alongside='))
  assert.match(
    dropped ?? '',
    /^__Host-alongside=; Max-Age=0; Path=\/; Expires=[^;]*1970[^;]*; HttpOnly; Secure; /,
  )
  await server.close()
})

test('what was signed for one cookie is no good as another: with it nobody gets round the limit of their address', async () => {
  const { server } = await testServer({ settings: { requestsPerMinute: 3 } })
  const answers: number[] = []
  for (let i = 0; i < 5; i += 1) {
    const fresh = visitor(server)
    const signed = (await server.inject({ url: '/sign-in', remoteAddress: `192.0.2.${i}` })).cookies[0]
    fresh.cookies.set('alongside', encodeURIComponent(signed?.value ?? ''))
    answers.push((await fresh.get('/sign-in')).statusCode)
  }
  assert.deepEqual(answers, [200, 200, 200, 429, 429])
  await server.close()
})
