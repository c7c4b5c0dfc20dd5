import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { reachOf } from '#casework/access/reach.ts'
import { record } from '#casework/recording/record.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { steppedDown } from '../../testing/stepped-down.ts'
import { words } from '../../testing/words.ts'

/** A family that waits for the decision, on Tuesday 3 March 2026 at 9am. */
const waiting = async () => {
  const service = await smallService()
  const { place } = service
  const id = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-03T09:00')
  const last = async () => (await place.store.look(place.id, (all) => all.caseById(id)))?.events.at(-1)
  return { service, place, id, last, path: `/cases/${id}/record/decision.made` }
}

const decided = {
  'at-day': '3',
  'at-month': '3',
  'at-year': '2026',
  'at-time': '9am',
  'f-outcome': 'accepted',
  'f-tier': '3',
}

describe('the page of a decision', () => {
  it('says to those who may not make it whose it is, by which clause, and asks them nothing', async () => {
    const { service, path } = await waiting()
    const worker = await service.as('practitioner')
    const { body, statusCode } = await worker.get(path)
    assert.equal(statusCode, 200)
    assert.match(body, /The procedure leaves this to the Duty manager or the Early Help manager/)
    assert.match(body, /Is the threshold clear\?<\/strong> <span class="app-quiet">\(NS-2\.1\)/)
    assert.match(body, /For this family: duty-manager of East, duty-manager of West, manager of East/)
    assert.match(body, /Business support can write it down for them/)
    assert.doesNotMatch(body, /Record this/)
    assert.deepEqual(await problemsIn(body), [])
  })

  it('refuses it also where it is sent without the page', async () => {
    const { service, place, path, last, id } = await waiting()
    const worker = await service.as('practitioner')
    const { body } = await worker.get(`/cases/${id}/record/note.recorded`)
    const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
    const sent = await worker.post(path, { _csrf: token, ...decided, 'decided-by': place.as('manager').user })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /It is for the Duty manager or the Early Help manager to decide/)
    assert.equal((await last())?.type, 'referral.received')
  })

  it('lets business support write it down for whoever decided', async () => {
    const { service, place, path, last } = await waiting()
    const support = await service.as('business-support')
    const { body } = await support.get(path)
    assert.match(body, /Who decided this\?/)
    assert.deepEqual(await problemsIn(body), [])
    const without = await support.send('', decided)
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /Choose who decided this/)
    const manager = place.as('manager').user
    assert.equal((await support.send('', { ...decided, 'decided-by': manager })).statusCode, 303)
    const event = await last()
    assert.deepEqual(event?.by, { role: 'manager', id: manager })
    assert.equal(event?.writtenBy, place.as('business-support').user)
  })

  it('asks a manager above for a reason', async () => {
    const { service, path, last } = await waiting()
    const head = await service.as('service-manager')
    const { body } = await head.get(path)
    assert.match(body, /Why do you decide this in their place\?/)
    const without = await head.send('', decided)
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /This is not yours to decide/)
    assert.equal(without.body.match(/name="go-past"/g)?.length, 1)
    assert.deepEqual(await problemsIn(without.body), [])
    assert.equal((await head.send('', { ...decided, 'go-past': 'Both are away' })).statusCode, 303)
    assert.equal((await last())?.override?.reason, 'Both are away')
  })

  it('is not among what somebody is asked to record who may not make it', async () => {
    const { service, id } = await waiting()
    const buttons = async (role: 'practitioner' | 'manager') => {
      const { body } = await (await service.as(role)).get(`/cases/${id}`)
      return body.slice(body.indexOf('id="do"'), body.indexOf('</section>', body.indexOf('id="do"')))
    }
    assert.match(await buttons('manager'), /\/record\/decision\.made/)
    const own = await buttons('practitioner')
    assert.doesNotMatch(own, /decision\.made/)
    assert.match(own, /\/record"/)
  })

  it('has no such words for whoever makes it', async () => {
    const { service, path } = await waiting()
    const { body } = await (await service.as('manager')).get(path)
    assert.doesNotMatch(body, /The procedure leaves this to|Who decided this/)
    assert.match(body, /Record this/)
  })
})

const signedOff = { 'at-day': '3', 'at-month': '3', 'at-year': '2026', 'at-time': '9am' }

describe('the page of a sign-off', () => {
  it('says to those whose sign-off would be none whose it is, and asks them nothing', async () => {
    const { service, id } = await waiting()
    const { body } = await (await service.as('practitioner')).get(`/cases/${id}/record/closure.signed-off`)
    assert.match(
      body,
      /The procedure leaves this to the Early Help manager, the Duty manager or the Service manager: <strong>sign-off by the manager<\/strong> <span class="app-quiet">\(NS-9\.2\)/,
    )
    assert.match(body, /For this family: [^<]*manager of East/)
    assert.match(body, /Ask one of them to record it\. Business support can write it down for them/)
    assert.doesNotMatch(body, /Record this/)
    assert.deepEqual(await problemsIn(body), [])
    const review = await (await service.as('manager')).get(`/cases/${id}/record/case.reviewed`)
    assert.match(review.body, /The procedure leaves this to the Service manager/)
    assert.doesNotMatch(review.body, /Record this|in their place/)
  })

  it('is refused also where it is sent without the page, and no reason goes past that', async () => {
    const { service, id, last } = await waiting()
    const send = async (role: 'practitioner' | 'manager', type: string, more = {}) => {
      const who = await service.as(role)
      const { body } = await who.get(`/cases/${id}/record/note.recorded`)
      const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
      return who.post(`/cases/${id}/record/${type}`, { _csrf: token, ...signedOff, ...more })
    }
    const sent = await send('practitioner', 'closure.signed-off', { 'f-by': 'manager' })
    assert.equal(sent.statusCode, 422)
    assert.match(
      sent.body,
      /It is for the Early Help manager, the Duty manager or the Service manager to decide/,
    )
    const reason = { 'f-reason': 'Six months are over', 'go-past': 'She is away' }
    const review = await send('manager', 'case.reviewed', reason)
    assert.equal(review.statusCode, 422)
    assert.doesNotMatch(review.body, /write down why you decide it/)
    assert.equal((await last())?.type, 'referral.received')
  })

  it('is written down by business support for whoever did it, and not asked by whom of those who do', async () => {
    const { service, place, id, last } = await waiting()
    const path = `/cases/${id}/record/closure.signed-off`
    const support = await service.as('business-support')
    assert.match((await support.get(path)).body, /Who did this\?/)
    const without = await support.send('', signedOff)
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /Choose who did this/)
    const manager = place.as('manager').user
    assert.equal((await support.send('', { ...signedOff, 'decided-by': manager })).statusCode, 303)
    assert.deepEqual((await last())?.by, { role: 'manager', id: manager })
    const head = await service.as('service-manager')
    const { body } = await head.get(path)
    assert.doesNotMatch(body, /By whom|The procedure leaves this to/)
    assert.equal((await head.send('', signedOff)).statusCode, 303)
    const own = place.as('service-manager').user
    assert.deepEqual((await last())?.by, { role: 'service-manager', id: own })
  })

  it('is each role’s own where there are several, and says what it does not count as', async () => {
    const service = await smallService('family-work')
    const id = await refer(service.place, '2026-03-02T10:00')
    const shown = async (role: 'manager' | 'senior-practitioner') =>
      (await (await service.as(role)).get(`/cases/${id}/record/closure.agreed`)).body
    const manager = await shown('manager')
    assert.match(
      manager,
      /Recorded by you, this does not count as <strong>the senior practitioner&#39;s agreement that efforts end<\/strong> <span class="app-quiet">\(FW-N2\)<\/span>\. The procedure takes that only from the Senior practitioner\./,
    )
    assert.match(manager, /Record this/)
    assert.deepEqual(await problemsIn(manager), [])
    assert.doesNotMatch(await shown('senior-practitioner'), /does not count as/)
  })
})

describe('what counts only from a manager and is anybody’s work besides', () => {
  const note = { ...signedOff, 'f-account': 'The work that was agreed' }

  it('is written down by business support for a manager, who is told', async () => {
    const { service, place, id, last } = await steppedDown()
    const support = await service.as('business-support')
    const { body } = await support.get(`/cases/${id}/record/note.recorded`)
    assert.match(
      words(body),
      /Recorded by you, this does not count as Case note of the agreed work \(SD-3\.2\)/,
    )
    assert.match(words(body), /Do you write this down for somebody\?/)
    assert.match(body, /<option value="">No, it is mine<\/option>/)
    assert.deepEqual(await problemsIn(body), [])
    const worker = place.as('practitioner').user
    const wrong = await support.send('', { ...note, 'decided-by': worker })
    assert.match(wrong.body, /href="#decided-by">Choose for whom you write this down/)
    const manager = place.as('manager').user
    const sent = await support.send('', { ...note, 'decided-by': manager })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const event = await last()
    assert.deepEqual([event?.type, event?.by], ['note.recorded', { role: 'manager', id: manager }])
    assert.equal(event?.writtenBy, place.as('business-support').user)
    const about = {
      state: null,
      about: reachOf(place.as('manager')),
      to: null,
      before: null,
      limit: 9,
    } as const
    const told = await place.store.look(place.id, ({ messages }) => messages(about))
    assert.deepEqual(
      told
        .filter(({ subject }) => /was written down for you/.test(subject))
        .map(({ to, subject }) => [to, subject]),
      [[{ kind: 'user', user: manager }, 'An entry was written down for you']],
    )
    const again = await support.get(`/cases/${id}/record/note.recorded`)
    assert.doesNotMatch(again.body, /does not count as|for somebody/)
  })

  it('is written down in the role after which somebody is called, of the several that they fill', async () => {
    const { place, as } = await smallService('family-work')
    const id = await refer(place, '2026-03-02T10:00')
    place.set('2026-03-03T09:00')
    const support = await as('business-support')
    await support.get(`/cases/${id}/record/closure.agreed`)
    const senior = place.as('senior-practitioner').user
    const sent = await support.send('', {
      ...signedOff,
      'f-reason': 'non-engagement',
      'decided-by': senior,
    })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const event = (await place.store.look(place.id, (all) => all.caseById(id)))?.events.at(-1)
    assert.deepEqual(event?.by, { role: 'senior-practitioner', id: senior })
  })

  it('is business support’s own where they write for nobody, and nobody else is asked', async () => {
    const { service, place, id, last } = await steppedDown()
    const support = await service.as('business-support')
    await support.get(`/cases/${id}/record/note.recorded`)
    assert.equal((await support.send('', note)).statusCode, 303)
    assert.equal((await last())?.by?.id, place.as('business-support').user)
    const worker = await (await service.as('practitioner')).get(`/cases/${id}/record/note.recorded`)
    assert.match(worker.body, /does not count as/)
    assert.doesNotMatch(worker.body, /for somebody/)
  })
})

describe('what is done outside', () => {
  it('is put on record as theirs, and carries what the procedure waits for from them', async () => {
    const service = await smallService('step-down')
    const { place } = service
    const id = await refer(place, '2026-03-02T10:00')
    place.set('2026-03-03T09:00')
    const worker = await service.as('practitioner')
    const path = `/cases/${id}/record/assessment.received`
    const { body } = await worker.get(path)
    assert.match(
      body,
      /this does not count as <strong>an assessment completed by the social worker<\/strong>/,
    )
    assert.match(body, /Whose is it\?/)
    assert.deepEqual(await problemsIn(body), [])
    const found = { ...signedOff, 'f-with': 'Sol Marsh' }
    assert.match((await worker.send('', found)).body, /<a href="#whose">Choose whose it is<\/a>/)
    assert.equal((await worker.send('', { ...found, whose: 'social-worker' })).statusCode, 303)
    const events = async () => (await place.store.look(place.id, (all) => all.caseById(id)))?.events ?? []
    const [, theirs] = await events()
    assert.deepEqual(theirs?.by, { role: 'social-worker', id: null })
    assert.equal(theirs?.writtenBy, place.as('practitioner').user)
    assert.equal((await worker.get(path)).statusCode, 200)
    assert.equal((await worker.send('', { ...found, whose: 'manager' })).statusCode, 422)
    assert.equal((await worker.send('', { ...found, whose: 'ours' })).statusCode, 303)
    assert.deepEqual((await events()).at(-1)?.by?.id, place.as('practitioner').user)
    const timeline = (await worker.get(`/cases/${id}/timeline`)).body
    assert.match(timeline, /Done by Social worker \(SW\)\. Written down by practitioner of East/)
  })
})

describe('the timeline', () => {
  it('says who decided and who wrote it down', async () => {
    const { service, place, id } = await waiting()
    const said = [
      { type: 'decision.made', at: moment('2026-03-03T09:00'), data: { outcome: 'accepted', tier: 3 } },
    ]
    const asked = { caseId: id, key: 'k', said, reason: null, decidedBy: place.as('manager').user }
    await record(place.deps, place.as('business-support'), asked)
    const { body } = await (await service.as('practitioner')).get(`/cases/${id}/timeline`)
    assert.match(
      body,
      /Decided by manager of East, Early Help manager\. Written down by business-support of East/,
    )
  })
})
