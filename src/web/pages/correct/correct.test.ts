import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boxes } from '../../testing/boxes.ts'
import { knownFamily } from '../../testing/known-family.ts'
import type { KnownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { words } from '../../testing/words.ts'

const eventsOf = async ({ place, id }: KnownFamily) =>
  (await place.store.look(place.id, (all) => all.caseById(id)))?.events ?? []

const dueOf = async ({ place, id }: KnownFamily, rule: string) =>
  (await place.store.look(place.id, (all) => all.obligationsOf(id))).find((one) => one.rule === rule)

const correct = ({ id }: KnownFamily, event: string): string => `/cases/${id}/entries/${event}/correct`
const takeBack = ({ id }: KnownFamily, event: string): string => `/cases/${id}/entries/${event}/take-back`

describe('correcting an entry', () => {
  it('begins with what was recorded, and changes only what is changed', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const { body } = await worker.get(correct(family, 'e6'))
    assert.deepEqual(await problemsIn(body), [])
    const fields = boxes(body)
    assert.equal(fields['seen-ada'], 'alone')
    assert.equal(fields['seen-ben'], 'seen')
    assert.equal(fields['at-time'], '4pm')
    assert.match(fields['f-account'] ?? '', /<b>The kitchen<\/b>/)
    const sent = await worker.send('', {
      ...fields,
      'seen-ben': 'not',
      'seen-ben-reason': 'He was at nursery',
      'f-place': 'At home',
      why: 'Ben was not there',
    })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const last = (await eventsOf(family)).at(-1)
    assert.equal(last?.type, 'event.corrected')
    assert.deepEqual(last?.data, {
      of: 'e6',
      reason: 'Ben was not there',
      set: {
        seen: [{ child: 'ada', alone: true }],
        notSeen: [{ child: 'ben', reason: 'He was at nursery' }],
        place: 'At home',
      },
    })
    const shown = words((await worker.get(`/cases/${family.id}/timeline`)).body)
    assert.match(shown, /Corrected by practitioner of East, .*: Ben was not there/)
    assert.match(shown, /Seen Before: Ada Marlow \(alone\); Ben Marlow Since: Ada Marlow \(alone\)/)
    assert.match(shown, /Not seen Before: nothing Since: Ben Marlow \(He was at nursery\)/)
    assert.doesNotMatch(shown, /Before: to meet the family/)
  })

  it('works out anew what is due, and a second correction counts', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    assert.equal((await dueOf(family, 'first-home-visit'))?.due, '2026-03-18')
    const first = boxes((await worker.get(correct(family, 'e5'))).body)
    await worker.send('', { ...first, 'at-day': '6', why: 'It was the Friday' })
    assert.equal((await dueOf(family, 'first-home-visit'))?.due, '2026-03-17')
    const second = boxes((await worker.get(correct(family, 'e5'))).body)
    assert.equal(second['at-day'], '6')
    await worker.send('', { ...second, 'at-day': '10', why: 'No, the Tuesday' })
    assert.equal((await dueOf(family, 'first-home-visit'))?.due, '2026-03-19')
  })

  it('asks for a reason and for a change, and keeps what was typed', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const fields = boxes((await worker.get(correct(family, 'e5'))).body)
    const bare = await worker.send('', { ...fields, 'f-with': 'the father' })
    assert.equal(bare.statusCode, 422)
    assert.match(bare.body, /Enter what was wrong/)
    assert.match(bare.body, /value="the father"/)
    const same = await worker.send('', { ...fields, why: 'Nothing really' })
    assert.match(words(same.body), /Change what was wrong/)
    assert.equal((await eventsOf(family)).length, 9)
  })

  it('does not leave an entry that says nothing but its day', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    await worker.get(`/cases/${family.id}/record/letter.sent`)
    await worker.send('', {
      'at-day': '10',
      'at-month': '3',
      'at-year': '2026',
      'at-time': '9am',
      'f-letter': 'first-contact',
    })
    const letter = (await eventsOf(family)).at(-1)
    assert.equal(letter?.type, 'letter.sent')
    const fields = boxes((await worker.get(correct(family, letter.id))).body)
    const sent = await worker.send('', { ...fields, 'f-letter': '', why: 'It was another one' })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /<a href="#f-letter">Say which letter was sent<\/a>/)
    const right = { ...fields, 'f-letter': 'allocation', why: 'It was another one' }
    assert.equal((await worker.send('', right)).statusCode, 303)
  })

  it('is recorded once when it is sent twice', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const { body: page } = await worker.get(correct(family, 'e5'))
    const fields = { ...boxes(page), 'f-with': 'the father', why: 'Slip' }
    for (const _ of [1, 2]) assert.equal((await worker.send('', fields, page)).statusCode, 303)
    assert.equal((await eventsOf(family)).length, 10)
  })

  it('tells of what somebody else has corrected meanwhile, and leaves that standing', async () => {
    const family = await knownFamily()
    const [one, other] = [await family.as('practitioner'), await family.as('manager')]
    const { body: page } = await one.get(correct(family, 'e5'))
    const { body: theirs } = await other.get(correct(family, 'e5'))
    await other.send('', { ...boxes(theirs), 'at-day': '6', why: 'The Friday' }, theirs)
    const mine = { ...boxes(page), 'f-with': 'the father', why: 'Slip' }
    const told = await one.send('', mine, page)
    assert.equal(told.statusCode, 409)
    assert.match(told.body, /This entry has been changed since you opened it/)
    assert.match(told.body, /value="the father"/)
    assert.equal((await eventsOf(family)).length, 10)
    const again = await one.send('', { ...boxes(told.body) })
    assert.equal(again.statusCode, 303)
    assert.deepEqual((await eventsOf(family)).at(-1)?.data, {
      of: 'e5',
      reason: 'Slip',
      set: { with: 'the father' },
    })
  })

  it('is refused to those who may not see the family or not record', async () => {
    const family = await knownFamily()
    for (const [role, team, status] of [
      ['quality-lead', 0, 403],
      ['practitioner', 1, 404],
      ['administrator', 0, 404],
    ] as const) {
      const who = await family.as(role, team)
      for (const path of [correct(family, 'e6'), takeBack(family, 'e6')]) {
        const { statusCode, body } = await who.get(path)
        assert.equal(statusCode, status, `${role} ${path}`)
        assert.doesNotMatch(body, /Marlow|kitchen/)
      }
    }
    const worker = await family.as('practitioner')
    assert.equal((await worker.get(correct(family, 'e3'))).statusCode, 403)
    assert.equal((await worker.get(correct(family, 'e99'))).statusCode, 404)
  })
})

describe('taking back', () => {
  it('takes an entry back with a reason, and puts it back', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const { body } = await worker.get(takeBack(family, 'e6'))
    assert.deepEqual(await problemsIn(body), [])
    assert.match((await worker.send('', {})).body, /Enter the reason/)
    assert.equal((await worker.send('', { why: 'Another family' })).statusCode, 303)
    assert.equal((await dueOf(family, 'first-home-visit'))?.state, 'open')
    const timeline = words((await worker.get(`/cases/${family.id}/timeline`)).body)
    assert.match(timeline, /Visit Taken back/)
    assert.match(timeline, /Another family Put it back/)
    assert.equal((await worker.get(takeBack(family, 'e6'))).statusCode, 404)
    await worker.get(takeBack(family, 'e10'))
    assert.equal((await worker.send('', { why: 'It was them' })).statusCode, 303)
    assert.equal((await dueOf(family, 'first-home-visit'))?.state, 'met')
    const since = words((await worker.get(`/cases/${family.id}/timeline`)).body)
    assert.match(since, /Taken back by [^:]*9am: Another family It has been put back since\./)
    assert.match(since, /Put back by [^:]*9am: It was them (?!Put it back)/)
    assert.doesNotMatch(since, /Put it back: Visit/)
    const again = await worker.get(takeBack(family, 'e11'))
    assert.match(words(again.body), /Take back: Visit/)
    await worker.send('', { why: 'Not them' }, again.body)
    assert.equal((await dueOf(family, 'first-home-visit'))?.state, 'open')
  })

  it('of a correction leaves what was there before', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const fields = boxes((await worker.get(correct(family, 'e5'))).body)
    await worker.send('', { ...fields, 'at-day': '6', why: 'The Friday' })
    await worker.get(takeBack(family, 'e10'))
    await worker.send('', { why: 'It was right' })
    assert.equal((await dueOf(family, 'first-home-visit'))?.due, '2026-03-18')
    const timeline = words((await worker.get(`/cases/${family.id}/timeline`)).body)
    assert.match(timeline, /Correction taken back by [^:]*9am: It was right Put the correction back/)
    const page = await worker.get(takeBack(family, 'e11'))
    assert.deepEqual(await problemsIn(page.body), [])
    assert.match(words(page.body), /Put a correction back: [\s\S]*What the correction says holds again\./)
    await worker.send('', { why: 'It was wrong' }, page.body)
    assert.equal((await dueOf(family, 'first-home-visit'))?.due, '2026-03-17')
    const since = words((await worker.get(`/cases/${family.id}/timeline`)).body)
    assert.match(since, /Correction put back by [^:]*9am: It was wrong (?!Put)/)
  })

  it('of an allocation gives the family back to nobody', async () => {
    const family = await knownFamily()
    const manager = await family.as('manager')
    await manager.get(takeBack(family, 'e3'))
    const sent = await manager.send('', { why: 'Wrong family', knowing: 'yes' })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const one = await family.place.store.look(family.place.id, (all) => all.caseById(family.id))
    assert.equal(one?.worker, null)
  })
})
