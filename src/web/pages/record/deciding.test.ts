import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/record.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'

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
