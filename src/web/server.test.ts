import assert from 'node:assert/strict'
import { test } from 'node:test'
import { samplePages, samplePaths } from './testing/sample-pages.ts'
import { testServer } from './testing/test-server.ts'
import { visitor } from './testing/visitor.ts'

const me = { person: 'a1/u1' }

test('a page can load nothing from elsewhere, run nothing inline, be framed by nobody and stay in no cache', async () => {
  const { server } = await testServer()
  const { headers, body } = await server.inject('/sign-in')
  const policy = headers['content-security-policy']?.toString() ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self';/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe|\*/)
  assert.equal(headers['cache-control'], 'no-store')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['strict-transport-security'], undefined)
  assert.doesNotMatch(body, /<style|<script(?! src=)| style=| on\w+=/)
  await server.close()
})

test('over https the cookies are kept to it', async () => {
  const { server } = await testServer({ settings: { https: true } })
  const answer = await visitor(server).get('/sign-in')
  assert.match(
    answer.headers['set-cookie']?.toString() ?? '',
    /^__Host-[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  assert.match(answer.headers['strict-transport-security']?.toString() ?? '', /max-age=31536000/)
  await server.close()
})

test('a form that is not ours changes nothing', async () => {
  const { server, sessions } = await testServer()
  const someone = visitor(server)
  assert.equal((await someone.post('/sign-in', me)).statusCode, 403)
  await someone.get('/sign-in')
  const forged = await someone.post('/sign-in', { ...me, _csrf: 'made-up' })
  assert.equal(forged.statusCode, 403)
  assert.match(forged.body, /<h1[^>]*>This page has been open too long/)
  assert.equal(sessions.all.size, 0)
  await server.close()
})

test('a form sent after signing out in another tab is theirs again once they are back', async () => {
  const { server } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const page = (await someone.get('/')).body
  await someone.send('/sign-out', {}, page)
  const again = await someone.send('/sign-out', {}, page)
  assert.equal(again.statusCode, 403)
  assert.match(again.body, /<h1[^>]*>You are signed out/)
  assert.match(again.body, /href="\/sign-in" target="_blank"/)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  assert.equal((await someone.send('/sign-out', {}, page)).statusCode, 303)
  await server.close()
})

test("one person's token is no good for another", async () => {
  const { server, sessions } = await testServer()
  const [one, other] = [visitor(server), visitor(server)]
  await one.get('/sign-in')
  await one.send('/sign-in', me)
  const page = (await one.get('/')).body
  await other.get('/sign-in')
  await other.send('/sign-in', { person: 'a1/u2' })
  assert.equal((await other.send('/sign-out', {}, page)).statusCode, 403)
  assert.deepEqual(
    [...sessions.all.values()].map(({ ended }) => ended),
    [null, null],
  )
  await server.close()
})

test('a page that is not there is said in plain words, to those who are signed in', async () => {
  const { server } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const answer = await someone.get('/no/such/page')
  assert.equal(answer.statusCode, 404)
  assert.match(answer.body, /<h1[^>]*>Page not found/)
  await server.close()
})

test('an address that cannot be read is that of no page, and tells nothing else', async () => {
  const { server } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  for (const path of ['/families/%E0%A4%A', '/%', '/cases/%zz?q=%', `/drafts/${'a'.repeat(401)}`]) {
    const answer = await someone.get(path)
    assert.equal(answer.statusCode, 404, path)
    assert.match(answer.body, /<h1[^>]*>Page not found/)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.match(answer.headers['content-security-policy']?.toString() ?? '', /default-src 'none'/)
  }
  await server.close()
})

test('what somebody may not do is said in plain words', async () => {
  const { server } = await testServer({ pages: [samplePages] })
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const answer = await someone.get(samplePaths.refused)
  assert.equal(answer.statusCode, 403)
  assert.match(answer.body, /<h1[^>]*>You cannot do this/)
  await server.close()
})

test('a failure shows nothing of the inside and gives a number to report', async () => {
  const { server, lines } = await testServer({ pages: [samplePages] })
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const answer = await someone.get(samplePaths.broken)
  assert.equal(answer.statusCode, 500)
  assert.match(answer.body, /<h1[^>]*>Something went wrong/)
  assert.doesNotMatch(answer.body, /secret words|sample-pages|Error/)
  assert.ok(answer.body.includes(String(answer.headers['x-request-id'])))
  const log = lines.join('')
  assert.match(log, /"failure":\{"kind":"Error","at":\["at /)
  assert.doesNotMatch(log, /secret words/)
  await server.close()
})

test('when the records cannot be reached, what was typed waits on the page to be sent again', async () => {
  const { server } = await testServer({ pages: [samplePages] })
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const form = (await someone.get(samplePaths.form)).body
  const key = /name="_key" value="([^"]+)"/.exec(form)?.[1]
  const fields = {
    'seen-day': '6',
    'seen-month': '3',
    'seen-year': '2026',
    place: 'home',
    children: ['ada', 'mo'],
    notes: 'lose',
  }
  const failed = await someone.send('', fields, form)
  assert.equal(failed.statusCode, 503)
  assert.equal(failed.headers['retry-after'], '60')
  assert.match(failed.body, /<h1[^>]*>The service is not available/)
  assert.match(failed.body, /<button[^>]*>Try again<\/button>/)
  assert.ok(key !== undefined && failed.body.includes(`name="_key" value="${key}"`))
  assert.deepEqual(
    [...failed.body.matchAll(/name="children" value="(\w+)"/g)].map(([, who]) => who),
    ['ada', 'mo'],
  )
  const again = await someone.send(samplePaths.form, { children: ['ada', 'mo'], notes: 'now it works' })
  assert.equal(again.statusCode, 303)
  await server.close()
})

test('a body that is too large and too many requests are refused in plain words', async () => {
  const { server } = await testServer({ settings: { requestsPerMinute: 3 } })
  const someone = visitor(server)
  await someone.get('/sign-in')
  const large = await someone.send('/sign-in', { person: 'x'.repeat(1_100_000) })
  assert.equal(large.statusCode, 413)
  assert.match(large.body, /<h1[^>]*>That is too much at once/)
  await someone.get('/')
  await someone.get('/')
  const often = await someone.get('/')
  assert.equal(often.statusCode, 429)
  assert.match(often.body, /<h1[^>]*>Too many requests/)
  assert.equal((await server.inject('/health')).statusCode, 200)
  await server.close()
})

test('the log names routes by their pattern and nobody at all', async () => {
  const { server, lines } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in?next=/families/0b1c')
  await someone.send('/sign-in', me)
  const page = (await someone.get('/')).body
  await someone.send('/sign-out', {}, page)
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    entries.map(({ method, route, status }) => [method, route, status]),
    [
      ['GET', '/sign-in', 200],
      ['POST', '/sign-in', 303],
      ['GET', '/', 200],
      ['POST', '/sign-out', 303],
    ],
  )
  for (const entry of entries)
    assert.deepEqual(Object.keys(entry).toSorted(), [
      'level',
      'method',
      'ms',
      'reqId',
      'route',
      'status',
      'time',
    ])
  await server.close()
})

test('whoever watches the service learns whether it runs and whether it is ready', async () => {
  const { server } = await testServer({ deps: { isReady: () => Promise.reject(new Error('no database')) } })
  assert.deepEqual((await server.inject('/health')).json(), { status: 'ok' })
  const ready = await server.inject('/ready')
  assert.equal(ready.statusCode, 503)
  assert.deepEqual(ready.json(), { status: 'not ready' })
  await server.close()
})
