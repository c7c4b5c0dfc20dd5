import assert from 'node:assert/strict'
import { test } from 'node:test'
import { samplePages, samplePaths } from '../../testing/sample-pages.ts'
import { testServer } from '../../testing/test-server.ts'
import { visitor } from '../../testing/visitor.ts'
import { waysToBe } from '../../testing/ways-to-be.ts'

const me = { person: 'a1/u1' }

test('one picks a person and is led to the page that was asked for', async () => {
  const { server } = await testServer({ pages: [samplePages] })
  const someone = visitor(server)
  const first = await someone.get(samplePaths.record)
  assert.equal(first.statusCode, 303)
  assert.equal(first.headers.location, '/sign-in?next=%2Ffamilies')
  const page = await someone.get(first.headers.location ?? '')
  assert.match(page.body, /<h1[^>]*>Sign in<\/h1>/)
  assert.match(page.body, /<h2[^>]*>First Council<\/h2>/)
  assert.match(page.body, /Worker One<\/span> <span[^>]*>Practitioner, North team/)
  assert.match(page.body, /This is a demonstration\. The people are not real\./)
  const signedIn = await someone.send('/sign-in', me)
  assert.equal(signedIn.headers.location, '/families')
  const record = await someone.get('/families')
  assert.equal(record.statusCode, 200)
  assert.match(record.body, /Worker One/)
  assert.match(record.body, /First Council/)
  assert.match(record.body, /This is a demonstration\. The people are not real\./)
  await server.close()
})

test('nobody is led to another site after signing in', async () => {
  const { server } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in?next=//elsewhere.example')
  const signedIn = await someone.send('/sign-in', { ...me, next: 'https://elsewhere.example/' })
  assert.equal(signedIn.headers.location, '/')
  await server.close()
})

test('one can be only somebody who is on the list', async () => {
  const { server, sessions } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  const refused = await someone.send('/sign-in', { person: 'a2/u1' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /<title>Error: Sign in - Alongside<\/title>/)
  assert.match(refused.body, /<a href="#person">Choose a person from the list<\/a>/)
  assert.equal(sessions.all.size, 0)
  await server.close()
})

test('where nobody can be picked, the page says what is missing', async () => {
  const { server } = await testServer({ deps: waysToBe([]) })
  const { body } = await server.inject('/sign-in')
  assert.match(body, /Nobody can sign in here yet/)
  assert.doesNotMatch(body, /demonstration/)
  await server.close()
})

test('signing out ends the session for good', async () => {
  const { server } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const kept = new Map(someone.cookies)
  await someone.get('/')
  const out = await someone.send('/sign-out')
  assert.equal(out.headers.location, '/sign-in?why=signed-out')
  assert.match((await someone.get(out.headers.location ?? '')).body, /You have signed out/)
  for (const [name, value] of kept) someone.cookies.set(name, value)
  assert.equal((await someone.get('/')).headers.location, '/sign-in?why=signed-out')
  await server.close()
})

test('a cookie that we did not sign is nobody', async () => {
  const { server, sessions } = await testServer()
  const id = await sessions.open({ authority: 'a1', user: 'u1' }, 0 as never)
  const someone = visitor(server)
  someone.cookies.set('alongside', `${id}.forged`)
  assert.equal((await someone.get('/')).headers.location, '/sign-in')
  someone.cookies.set('alongside', id)
  assert.equal((await someone.get('/')).headers.location, '/sign-in')
  await server.close()
})

test('half an hour without a request ends a session, and one request keeps it', async () => {
  const { server, wait } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  wait(29)
  assert.equal((await someone.get('/session')).statusCode, 204)
  wait(29)
  assert.equal((await someone.get('/')).statusCode, 200)
  wait(31)
  const ended = await someone.get('/')
  assert.equal(ended.headers.location, '/sign-in?why=idle')
  assert.match((await someone.get('/sign-in?why=idle')).body, /nothing happened for 30 minutes/)
  await server.close()
})

test('twelve hours end a session however busy it is', async () => {
  const { server, wait } = await testServer()
  const someone = visitor(server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  for (let passed = 0; passed < 12 * 60; passed += 20) {
    wait(20)
    await someone.get('/session')
  }
  wait(1)
  assert.equal((await someone.get('/')).headers.location, '/sign-in?why=long')
  await server.close()
})

test('a session that was put into a browser by another is not the one of whoever signs in there', async () => {
  const { server, sessions } = await testServer()
  const [other, someone] = [visitor(server), visitor(server)]
  await other.get('/sign-in')
  await other.send('/sign-in', { person: 'a1/u2' })
  const planted = other.cookies.get('alongside') ?? ''
  await someone.get('/sign-in')
  someone.cookies.set('alongside', planted)
  assert.equal((await someone.send('/sign-in', me)).statusCode, 303)
  assert.notEqual(someone.cookies.get('alongside'), planted)
  assert.equal((await other.get('/')).headers.location, '/sign-in?why=signed-out')
  assert.deepEqual(
    [...sessions.all.values()].map(({ actor, ended }) => [actor.user, ended === null]),
    [
      ['u2', false],
      ['u1', true],
    ],
  )
  await server.close()
})
