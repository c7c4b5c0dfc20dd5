import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Instant } from '#calendar/instant.ts'
import { keptName } from '#casework/recording/kept-name.ts'
import { boxes } from '../testing/boxes.ts'
import { knownFamily } from '../testing/known-family.ts'
import type { KnownFamily } from '../testing/known-family.ts'
import { problemsIn } from '../testing/problems-in.ts'
import { words } from '../testing/words.ts'

const eventsOf = async ({ place, id }: KnownFamily) =>
  (await place.store.look(place.id, (all) => all.caseById(id)))?.events ?? []

/** A page of a telephone call that has been recorded, as it stands in the browser that goes back to it. */
const recordedCall = async () => {
  const family = await knownFamily()
  const worker = await family.as('practitioner')
  const { body: page } = await worker.get(`/cases/${family.id}/record/contact.made`)
  const call = { ...boxes(page), 'at-time': '8:15', 'f-method': 'telephone', 'f-with': 'the mother' }
  const first = await worker.send('', call, page)
  assert.equal(first.statusCode, 303, words(first.body))
  return { family, worker, page, call, first }
}

describe('a draft that was kept of a page without drafts', () => {
  it('can be thrown away, however long the address of its page', async () => {
    const family = await knownFamily()
    const manager = await family.as('manager')
    const people = (await family.place.store.look(family.place.id, (all) => all.caseById(family.id)))?.people
    const path = `/cases/${family.id}/people/${people?.[0]?.personId ?? ''}/remove`
    const { body: page } = await manager.get(path)
    const { user } = family.place.as('manager')
    const form = keptName(path) ?? ''
    assert.ok(form.length > 100)
    await family.place.store.change(family.place.id, (all) =>
      all.saveDraft({ user, form, values: { why: 'By mistake' }, savedAt: 0 as Instant, revision: null }),
    )
    assert.doesNotMatch(page, /This is your draft/)
    assert.match((await manager.get(path)).body, /By mistake/)
    assert.equal((await manager.send(`/drafts/${encodeURIComponent(form)}/discard`)).statusCode, 303)
    assert.doesNotMatch((await manager.get(path)).body, /By mistake/)
  })
})

describe('a page that is sent a second time', () => {
  it('as it was gets the first answer again', async () => {
    const { family, worker, page, call, first } = await recordedCall()
    const again = await worker.send('', call, page)
    assert.equal(again.statusCode, 303)
    assert.equal(again.headers.location, first.headers.location)
    assert.equal((await eventsOf(family)).length, 10)
  })

  it('with changes is told when it was recorded, and where', async () => {
    const { family, worker, page, call } = await recordedCall()
    const told = await worker.send('', { ...call, 'f-with': 'the father' }, page)
    assert.equal(told.statusCode, 409)
    assert.deepEqual(await problemsIn(told.body), [])
    assert.match(words(told.body), /You have sent this page before/)
    assert.match(words(told.body), /What you sent first was recorded on Friday 27 March 2026 at 9am\./)
    assert.ok(told.body.includes(`href="/cases/${family.id}/timeline?entry=e10#e10"`))
    assert.equal((await eventsOf(family)).length, 10)
  })

  it('loses nothing that was changed: it is a draft, which can be recorded as well', async () => {
    const { family, worker, page, call } = await recordedCall()
    const told = await worker.send('', { ...call, 'f-with': 'the father' }, page)
    const draftAt = /href="([^"]*)"[^>]*>\s*Open the draft/.exec(told.body)?.[1] ?? ''
    assert.equal(draftAt, `/cases/${family.id}/record/contact.made`)
    const { body: draft } = await worker.get(draftAt)
    assert.match(draft, /This is your draft/)
    assert.equal(boxes(draft)['f-with'], 'the father')
    assert.equal((await worker.send('', boxes(draft), draft)).statusCode, 303)
    const [last, before] = (await eventsOf(family)).toReversed()
    assert.equal(last?.data['with'], 'the father')
    assert.equal(before?.data['with'], 'the mother')
    assert.doesNotMatch((await worker.get(draftAt)).body, /This is your draft/)
  })

  it('is told so by every kind of page', async () => {
    const family = await knownFamily()
    const manager = await family.as('manager')
    const rename = `/cases/${family.id}/people/name`
    const { body: page } = await manager.get(rename)
    assert.equal((await manager.send('', { ...boxes(page), name: 'Marlow-Reed' }, page)).statusCode, 303)
    const told = await manager.send('', { ...boxes(page), name: 'Reed' }, page)
    assert.equal(told.statusCode, 409)
    assert.ok(told.body.includes(`href="/cases/${family.id}"`))
    assert.equal(boxes((await manager.get(rename)).body)['name'], 'Reed')

    const administrator = await family.as('administrator')
    const { body: teams } = await administrator.get('/administration/teams')
    assert.equal((await administrator.send('', { name: 'North' }, teams)).statusCode, 303)
    const again = await administrator.send('', { name: 'South' }, teams)
    assert.equal(again.statusCode, 409)
    assert.doesNotMatch(words(again.body), /Read/)
    const named = await family.place.store.look(family.place.id, (all) => all.teams())
    assert.deepEqual(named.map(({ name }) => name).toSorted(), ['East', 'North', 'West'])
  })
})
