import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment } from '#casework/fixtures/small-authority.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const arrived = { 'at-day': '2', 'at-month': '3', 'at-year': '2026', 'at-time': '9:30' }

const family = {
  ...arrived,
  family: 'Sample',
  'person-1-name': 'Ivy Sample',
  'person-1-role': 'child',
  'person-1-born-day': '4',
  'person-1-born-month': '5',
  'person-1-born-year': '2018',
  'person-2-role': 'child',
  'person-3-name': 'Jo Sample',
  'person-3-role': 'parent',
  'person-3-phone': '01632 960001',
  'person-4-role': 'parent',
  'f-route': 'hub',
  'f-consent': 'yes',
}

describe('taking in a referral', () => {
  it('leads from entry to allocation, contact and a visit', async () => {
    const service = await smallService()
    const { place } = service
    const manager = await service.as('manager')
    await manager.get('/referrals/new')
    const taken = await manager.send('', family)
    assert.equal(taken.statusCode, 303)
    const at = taken.headers.location ?? ''
    assert.match(at, /^\/cases\/[\w-]+$/)
    assert.match((await manager.get('/referrals')).body, /Sample<\/a>/)

    place.set('2026-03-03T09:00')
    await manager.get(`${at}/record/decision.made`)
    const when = { 'at-month': '3', 'at-year': '2026' }
    const decided = { ...when, 'at-day': '3', 'at-time': '9am', 'f-outcome': 'accepted', 'f-tier': '3' }
    assert.equal((await manager.send('', decided)).statusCode, 303)

    place.set('2026-03-04T09:00')
    const page = await manager.get(`${at}/allocate`)
    assert.match(page.body, /practitioner of East/)
    assert.match(page.body, /No families, nothing overdue\./)
    assert.match(page.body, /The procedure asks for this \(NS-3\.1\)/)
    const worker = place.as('practitioner').user
    const given = { ...when, 'at-day': '4', 'at-time': '9am', worker, 'f-direction': 'See Ivy at school' }
    assert.equal((await manager.send('', given)).statusCode, 303)
    assert.doesNotMatch((await manager.get('/referrals')).body, /Sample<\/a>/)
    const again = (await manager.get(`${at}/allocate`)).body
    assert.match(words(again), /Keep this worker to add what was left out, such as the direction/)
    assert.match(again, new RegExp(`value="${worker}" checked`))

    place.set('2026-03-05T15:00')
    const practitioner = await service.as('practitioner')
    await practitioner.get(`${at}/record/contact.made`)
    const called = { ...when, 'at-day': '5', 'at-time': '3pm', 'f-method': 'telephone' }
    assert.equal((await practitioner.send('', called)).statusCode, 303)

    place.set('2026-03-09T16:00')
    await practitioner.get(`${at}/record/visit.made`)
    const visited = { ...when, 'at-day': '9', 'at-time': '3pm', 'seen-ivy': 'alone' }
    assert.equal((await practitioner.send('', visited)).statusCode, 303)

    const id = at.slice('/cases/'.length)
    const one = await place.store.look(place.id, (all) => all.caseById(id))
    assert.deepEqual(
      one?.events.map(({ type }) => type),
      ['referral.received', 'decision.made', 'case.allocated', 'contact.made', 'visit.made'],
    )
    assert.equal(one?.worker, worker)
    assert.equal(one?.events[0]?.at, moment('2026-03-02T09:30'))
    assert.deepEqual(
      one?.people.map(({ name, role, phone }) => [name, role, phone]),
      [
        ['Ivy Sample', 'child', null],
        ['Jo Sample', 'parent', '01632 960001'],
      ],
    )
  })

  it('takes what comes with a step-down, and puts it first', async () => {
    const service = await smallService()
    const { place } = service
    const manager = await service.as('manager')
    await manager.get('/referrals/new')
    await manager.send('', family)
    await manager.get('/referrals/new')
    const sent = await manager.send('', {
      ...family,
      'at-time': '10:00',
      family: 'Downs',
      'f-route': 'step-down',
      'f-plan': 'yes',
      'lead-preferred': 'The school nurse',
      'meeting-booked-day': '12',
      'meeting-booked-month': '3',
      'meeting-booked-year': '2026',
    })
    assert.equal(sent.statusCode, 303)
    const id = (sent.headers.location ?? '').slice('/cases/'.length)
    const one = await place.store.look(place.id, (all) => all.caseById(id))
    assert.deepEqual(
      one?.events.map(({ type, data }) => [type, data]),
      [
        ['referral.received', { route: 'step-down', consent: true, plan: true }],
        ['lead.preferred', { lead: 'The school nurse' }],
        ['cin-meeting.booked', { date: '2026-03-12' }],
      ],
    )
    const { body } = await manager.get('/referrals')
    assert.ok(body.indexOf('>Downs</a>') < body.indexOf('>Sample</a>'))
    assert.match(body, /Step-down<\/strong>/)
  })

  it('is taken in once when the page is sent twice', async () => {
    const service = await smallService()
    const manager = await service.as('manager')
    const { body: page } = await manager.get('/referrals/new')
    const first = await manager.send('', family, page)
    const again = await manager.send('', family, page)
    assert.equal(first.statusCode, 303)
    assert.equal(again.headers.location, first.headers.location)
    assert.equal((await manager.get('/referrals')).body.split('Sample</a>').length, 2)
  })

  it('keeps what was typed and says everything that is wrong at once', async () => {
    const service = await smallService()
    const manager = await service.as('manager')
    await manager.get('/referrals/new')
    const sent = await manager.send('', {
      ...arrived,
      'person-1-born-day': '31',
      'person-1-born-month': '2',
      'person-1-born-year': '2018',
      'person-3-name': 'Jo <Sample>',
      'person-3-role': 'parent',
    })
    assert.equal(sent.statusCode, 422)
    assert.deepEqual(await problemsIn(sent.body), [])
    assert.match(sent.body, /Enter what to call the family/)
    assert.match(sent.body, /Enter the name, or empty the row/)
    assert.match(sent.body, /The date of birth must be a real date/)
    assert.match(sent.body, /Choose how the family came to you/)
    assert.match(sent.body, /value="Jo &lt;Sample&gt;"/)
    await manager.get('/referrals/new')
    const childless = await manager.send('', {
      ...family,
      'person-1-name': '',
      'person-1-born-day': '',
      'person-1-born-month': '',
      'person-1-born-year': '',
    })
    assert.match(childless.body, /Enter the name of at least one child/)
  })

  it('has a further row of people without script', async () => {
    const service = await smallService()
    const manager = await service.as('manager')
    await manager.get('/referrals/new')
    const more = await manager.send('', { ...family, 'add-row': 'person' })
    assert.match(more.body, /Person 5/)
    assert.match(more.body, /value="Ivy Sample"/)
  })

  it('offers the ways in of each procedure', async () => {
    const ways = [
      ['family-work', 'Step down from a social work team'],
      ['family-network', 'The family asks'],
      ['caf-process', 'CIN outcome meeting'],
    ] as const
    for (const [procedure, title] of ways) {
      const service = await smallService(procedure)
      const manager = await service.as('manager')
      assert.match((await manager.get('/referrals/new')).body, new RegExp(title))
    }
  })

  it('is closed to those who take in no referrals, and leads a partner to what becomes of it', async () => {
    const service = await smallService()
    const lead = await service.as('quality-lead')
    assert.equal((await lead.get('/referrals/new')).statusCode, 403)
    const partner = await service.as('partner')
    await partner.get('/referrals/new')
    const sent = await partner.send('', family)
    assert.equal(sent.headers.location, '/referrals')
    const said = words((await partner.get('/referrals')).body)
    assert.match(said, /The referral was taken in\./)
    assert.match(
      said,
      /Referrals that you have sent[\s\S]*Sample NS-0001 Sent [^.]*\. Not decided yet\. Now at: 1 Referral\./,
    )
    assert.doesNotMatch(said, /Nobody is waiting/)
  })
})
