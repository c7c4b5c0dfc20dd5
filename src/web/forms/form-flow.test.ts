import assert from 'node:assert/strict'
import { test } from 'node:test'
import { samplePages, samplePaths } from '../testing/sample-pages.ts'
import { testServer } from '../testing/test-server.ts'
import { visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'

const me = { person: 'a1/u1' }
const visit = {
  'seen-day': '5',
  'seen-month': '3',
  'seen-year': '2026',
  place: 'home',
  children: ['ada'],
  notes: 'We talked.',
}

const signedIn = async () => {
  const all = await testServer({ pages: [samplePages] })
  const someone = visitor(all.server)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  return { ...all, someone }
}

const shown = (markup: string): readonly (string | undefined)[] => [
  /id="seen-day"[^>]*value="([^"]*)"/.exec(markup)?.[1],
  /value="(\w+)" checked/.exec(markup)?.[1],
  /<textarea[^>]*>([^<]*)</.exec(markup)?.[1],
]

const keyOf = (markup: string): string | undefined => /name="_key" value="([^"]+)"/.exec(markup)?.[1]

test('what is wrong stands at the top and at its question, and nothing typed is lost', async () => {
  const { server, someone } = await signedIn()
  const form = await someone.get(samplePaths.form)
  const answer = await someone.send('', { ...visit, 'seen-month': '', children: [] })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /<title>Error: Record a visit - Alongside<\/title>/)
  assert.match(answer.body, /<a href="#seen-month">The date of the visit must include a month<\/a>/)
  assert.match(answer.body, /<p id="children-error"[^>]*><span[^>]*>Error:<\/span> Choose who was seen<\/p>/)
  assert.deepEqual(shown(answer.body), ['5', 'home', 'We talked.'])
  assert.equal(keyOf(answer.body), keyOf(form.body))
  await server.close()
})

test('what was recorded is said once, on the next page', async () => {
  const { server, someone } = await signedIn()
  await someone.get(samplePaths.form)
  const answer = await someone.send('', visit)
  assert.equal(answer.statusCode, 303)
  assert.match((await someone.get(String(answer.headers.location))).body, /The visit was recorded\./)
  assert.doesNotMatch((await someone.get(samplePaths.record)).body, /The visit was recorded\./)
  await server.close()
})

test('a draft is saved by a button, is there next time and can be thrown away', async () => {
  const { server, someone, store } = await signedIn()
  await someone.get(samplePaths.form)
  const saved = await someone.send('/drafts/sample%3A1', visit)
  assert.equal(saved.headers.location, samplePaths.form)
  assert.deepEqual(store.drafts.get('u1 sample:1')?.values, { ...visit, children: 'ada' })
  assert.equal(store.drafts.get('u1 sample:1')?.revision, 4)
  const again = await someone.get(samplePaths.form)
  assert.match(again.body, /This is your draft, saved on Friday 6 March 2026 at 10am\./)
  assert.deepEqual(shown(again.body), ['5', 'home', 'We talked.'])
  await someone.send('/drafts/sample%3A1/discard')
  assert.equal(store.drafts.size, 0)
  assert.doesNotMatch((await someone.get(samplePaths.form)).body, /This is your draft/)
  await server.close()
})

test('a draft is its writer’s alone, and has a sound name', async () => {
  const { server, someone } = await signedIn()
  await someone.get(samplePaths.form)
  await someone.send('/drafts/sample%3A1', visit)
  const other = visitor(server)
  await other.get('/sign-in')
  await other.send('/sign-in', { person: 'a1/u2' })
  assert.doesNotMatch((await other.get(samplePaths.form)).body, /We talked/)
  const page = (await someone.get(samplePaths.form)).body
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  assert.equal((await someone.post('/drafts/..%2Fx', { _csrf: token })).statusCode, 404)
  await server.close()
})

const cameBack = async (someone: Visitor, location: unknown): Promise<string> => {
  const page = await someone.get(String(location))
  assert.match(page.body, /What you typed is kept as a draft/)
  const back = await someone.send('/sign-in', me)
  return (await someone.get(String(back.headers.location))).body
}

test('a form sent after the session ended is kept, and is there after signing in again', async () => {
  const { server, someone, wait, store } = await signedIn()
  await someone.get(samplePaths.form)
  wait(45)
  const answer = await someone.send('', visit)
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/sign-in?why=kept&next=%2Fmy-work')
  assert.equal(store.drafts.get('u1 sample:1')?.revision, 4)
  const form = await cameBack(someone, answer.headers.location)
  assert.match(form, /This is your draft/)
  assert.deepEqual(shown(form), ['5', 'home', 'We talked.'])
  await server.close()
})

test('a form that was open while one signed in again in another tab can still be sent', async () => {
  const { server, someone, wait } = await signedIn()
  const form = (await someone.get(samplePaths.form)).body
  wait(45)
  await someone.get('/sign-in')
  await someone.send('/sign-in', me)
  const answer = await someone.send('', visit, form)
  assert.equal(answer.headers.location, samplePaths.record)
  await server.close()
})

test('a form that was left open is kept for nobody but who typed it', async () => {
  const { server, someone, store } = await signedIn()
  const form = (await someone.get(samplePaths.form)).body
  await someone.get('/')
  await someone.get(samplePaths.record)
  await someone.send('/sign-out')
  await someone.get('/sign-in')
  await someone.send('/sign-in', { person: 'a1/u2' })
  assert.equal((await someone.send('', visit, form)).statusCode, 403)
  assert.equal(store.drafts.size, 0)
  await server.close()
})
