import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boxes } from '../../testing/boxes.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { words } from '../../testing/words.ts'

const discussion = {
  'q_held-on-day': '27',
  'q_held-on-month': '3',
  'q_held-on-year': '2026',
  q_with: 'manager of East',
  q_because: 'planned',
}

/** A case discussion on Friday 27 March 2026 that was handed in as a form, with its entry of the record. */
const discussed = async () => {
  const family = await knownFamily()
  const who = await family.as('practitioner')
  const page = (await who.get(`/cases/${family.id}/forms/case-discussion`)).body
  const narratives = [...page.matchAll(/<textarea[^>]*name="(q_[^"]*)"/g)].map(([, name = '']) => name)
  const form = {
    ...boxes(page),
    ...discussion,
    ...Object.fromEntries(narratives.map((name) => [name, 'Said.'])),
  }
  const sent = await who.send('', form, page)
  assert.equal(sent.statusCode, 303, words(sent.body))
  const one = await family.place.store.look(family.place.id, (all) => all.caseById(family.id))
  const entry = one?.events.at(-1)?.id ?? ''
  const own = `/cases/${family.id}`
  return { family, who, form, entry, own, document: `${own}/documents/d1` }
}

describe('a form whose entry is corrected', () => {
  it('says so on both pages, with what differs, until it has another version that says the same', async () => {
    const { who, entry, own, document } = await discussed()
    const page = (await who.get(`${own}/entries/${entry}/correct`)).body
    assert.match(words(page), /There is a document with this, and your correction does not change it/)
    const corrected = await who.send('', { ...boxes(page), 'at-day': '26', why: 'It was on Thursday' }, page)
    assert.equal(corrected.headers.location, document)
    const read = (await who.get(document)).body
    assert.deepEqual(await problemsIn(read), [])
    const said = /When In the form: Friday 27 March 2026 [^ ]+ On record: Thursday 26 March 2026/
    assert.match(words(read).replaceAll(' at ', ' '), said)
    assert.match(words(read), /The form and the record say different things/)
    const timeline = (await who.get(`${own}/timeline`)).body
    assert.match(words(timeline), /The form that came with this says something else/)
    assert.match(words(timeline).replaceAll(' at ', ' '), said)
    assert.deepEqual(await problemsIn(timeline), [])

    const change = await who.get(`${document}/change?as=record`)
    assert.match(change.body, /name="q_held-on-day"[^>]*value="26"/)
    assert.match((await who.get(`${document}/change`)).body, /name="q_held-on-day"[^>]*value="27"/)
    await who.get(`${document}/change?as=record`)
    assert.equal((await who.send('', boxes(change.body))).statusCode, 303)
    assert.doesNotMatch((await who.get(document)).body, /say different things/)
    assert.match(words((await who.get(document)).body), /Version 2/)
    assert.doesNotMatch((await who.get(`${own}/timeline`)).body, /says something else/)
    const first = words((await who.get(`${document}?version=1`)).body)
    assert.doesNotMatch(first, /say different things/)
  })

  it('agrees again when the correction is taken back', async () => {
    const { who, entry, own, document } = await discussed()
    const page = (await who.get(`${own}/entries/${entry}/correct`)).body
    await who.send('', { ...boxes(page), 'at-day': '26', why: 'It was on Thursday' }, page)
    const correction = `e${Number(entry.slice(1)) + 1}`
    await who.get(`${own}/entries/${correction}/take-back`)
    assert.equal((await who.send('', { why: 'It was Friday after all' })).statusCode, 303)
    assert.doesNotMatch((await who.get(document)).body, /say different things/)
  })
})

describe('a form that is changed', () => {
  it('says on both pages in what the record is still otherwise, and leads to correcting it', async () => {
    const { who, form, entry, own, document } = await discussed()
    await who.get(`${document}/change`)
    assert.equal((await who.send('', { ...form, 'q_held-on-day': '25', reason: 'The day' })).statusCode, 303)
    const read = (await who.get(document)).body
    assert.match(words(read), /In the form: Wednesday 25 March 2026/)
    assert.match(read, new RegExp(`href="${own}/entries/${entry}/correct">Correct the record`))
    assert.match((await who.get(`${own}/timeline`)).body, /says something else/)
  })

  it('and still says the same as the record has no such words', async () => {
    const { who, form, own, document } = await discussed()
    await who.get(`${document}/change`)
    assert.equal((await who.send('', { ...form, reason: 'Nothing' })).statusCode, 303)
    assert.doesNotMatch((await who.get(document)).body, /say different things/)
    assert.doesNotMatch((await who.get(`${own}/timeline`)).body, /says something else/)
  })
})
