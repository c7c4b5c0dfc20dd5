import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StandardRole } from '#casework/access/actor.ts'
import { refer } from '#casework/fixtures/small-authority.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { steppedDown } from '../../testing/stepped-down.ts'
import { words } from '../../testing/words.ts'

/** A network family whose review is left to the network worker or the network lead, on Tuesday 3 March 2026. */
const reviewed = async (role: StandardRole) => {
  const service = await smallService('family-network')
  const { place } = service
  const id = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-03T09:00')
  const last = async () => (await place.store.look(place.id, (all) => all.caseById(id)))?.events.at(-1)
  const who = await service.as(role)
  const page = await who.get(`/cases/${id}/forms/readiness-review`)
  return { place, who, last, body: page.body }
}

const review = {
  'q_how-ready': '8',
  q_child_ada_says: 'Nan comes on Sundays.',
  q_child_ben_says: 'It is calmer.',
  q_decision: 'end-met',
  'q_who-looks-out': 'Nan and the school',
  'f-outcome': 'positive',
  'at-day': '3',
  'at-month': '3',
  'at-year': '2026',
  'at-time': '9am',
}

describe('a form that decides something', () => {
  it('asks business support who decided it, and records it in their name', async () => {
    const { place, who, last, body } = await reviewed('business-support')
    assert.match(words(body), /leaves this to the Network worker or the Network lead/)
    assert.match(body, /Who decided this\?/)
    assert.doesNotMatch(body, /Leave it open where nothing was decided/)
    assert.deepEqual(await problemsIn(body), [])
    const without = await who.send('', review)
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /href="#decided-by">Choose who decided this/)
    assert.match(without.body, /Nan comes on Sundays\./)
    const manager = place.as('manager').user
    const sent = await who.send('', { ...review, 'decided-by': manager })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const event = await last()
    assert.deepEqual(event?.by, { role: 'network-lead', id: manager })
    assert.equal(event?.writtenBy, place.as('business-support').user)
  })

  it('asks a manager above for a reason', async () => {
    const { who, last, body } = await reviewed('service-manager')
    assert.match(body, /Why do you decide this in their place\?/)
    const without = await who.send('', review)
    assert.equal(without.statusCode, 422)
    assert.equal(without.body.match(/name="go-past"/g)?.length, 1)
    assert.equal((await who.send('', { ...review, 'go-past': 'Both are away' })).statusCode, 303)
    assert.equal((await last())?.override?.reason, 'Both are away')
  })

  it('says before anything is typed whose it is, to those who may not decide it', async () => {
    const { who, last, body } = await reviewed('senior-practitioner')
    const told = body.indexOf('The procedure leaves this to')
    assert.ok(told > 0 && told < body.indexOf('name="q_how-ready"'))
    assert.equal(body.match(/The procedure leaves this to/g)?.length, 1)
    assert.deepEqual(await problemsIn(body), [])
    assert.equal((await who.send('', review)).statusCode, 422)
    assert.equal((await last())?.type, 'referral.received')
  })

  it('has no such words for whoever may decide it', async () => {
    const { body } = await reviewed('manager')
    assert.doesNotMatch(body, /The procedure leaves this to|Who decided this/)
  })
})

describe('a form that counts only from some roles and is anybody’s besides', () => {
  const answers = {
    'q_agreed-on-day': '3',
    'q_agreed-on-month': '3',
    'q_agreed-on-year': '2026',
    q_work: 'Calm mornings',
    'q_worker-involved': 'no',
    q_tray: 'early-years',
    'q_first-meeting-day': '20',
    'q_first-meeting-month': '3',
    'q_first-meeting-year': '2026',
    'at-day': '3',
    'at-month': '3',
    'at-year': '2026',
    'at-time': '9am',
  }

  it('is handed in by business support in the name of one of them', async () => {
    const { service, place, id, last } = await steppedDown()
    const support = await service.as('business-support')
    const form = `/cases/${id}/forms/agreed-work-note`
    const { body } = await support.get(form)
    assert.match(
      words(body),
      /Recorded by you, this does not count as Case note of the agreed work \(SD-3\.2\)/,
    )
    assert.match(words(body), /Do you write this down for somebody\?/)
    assert.deepEqual(await problemsIn(body), [])
    const manager = place.as('manager').user
    const sent = await support.send('', { ...answers, 'decided-by': manager })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const event = await last()
    assert.deepEqual([event?.type, event?.by], ['note.recorded', { role: 'manager', id: manager }])
    assert.equal(event?.writtenBy, place.as('business-support').user)
  })

  it('says to everybody else only what it does not count as', async () => {
    const { service, id } = await steppedDown()
    const shown = async (role: StandardRole) =>
      words((await (await service.as(role)).get(`/cases/${id}/forms/agreed-work-note`)).body)
    assert.match(await shown('practitioner'), /does not count as Case note of the agreed work/)
    assert.doesNotMatch(await shown('practitioner'), /for somebody/)
    assert.doesNotMatch(await shown('manager'), /does not count as/)
  })
})
