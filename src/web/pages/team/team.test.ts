import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allocate } from '#casework/allocation/allocate.ts'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import type { Data } from '#engine/case-event.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

/** Two families, the second with a worker, on Wednesday 18 March 2026. */
const twoFamilies = async () => {
  const service = await smallService()
  const { place } = service
  await refer(place, '2026-03-02T10:00', 'first-referral')
  const id = await refer(place, '2026-03-02T10:00', 'second-referral')
  const manager = place.as('manager')
  place.set('2026-03-03T09:00')
  const data = { outcome: 'accepted', tier: 3 }
  const said = [{ type: 'decision.made', at: moment('2026-03-03T09:00'), data }]
  await record(place.deps, manager, { caseId: id, key: 'decision', said, reason: null })
  place.set('2026-03-05T12:00')
  const worker = place.as('practitioner').user
  const at = moment('2026-03-05T12:00')
  const given = { caseId: id, key: 'allocation', at, worker, team: null, reason: null }
  const result = await allocate(place.deps, manager, { ...given, data: { direction: 'See both children' } })
  assert.equal(result.kind, 'recorded')
  place.set('2026-03-18T09:00')
  return { service, place, id, team: `/team/${place.teams[0].id}` }
}

describe('a team', () => {
  it('shows who has waited longest first, and how busy each worker is', async () => {
    const { service, team } = await twoFamilies()
    const manager = await service.as('manager')
    const { body } = await manager.get(team)
    const waiting = body.slice(body.indexOf('Waiting for a worker'), body.indexOf('>Workers<'))
    assert.match(waiting, /NS-0001/)
    assert.doesNotMatch(waiting, /NS-0002/)
    assert.match(waiting, /16 days/)
    assert.match(waiting, /record\/decision\.made">Decide</)
    const families = body.slice(body.indexOf('Families by worker'))
    assert.match(families, /may be for others to do as well, such as a manager/)
    assert.match(families, /practitioner of East<\/h3>/)
    assert.match(families, /NS-0002/)
    assert.match(families, /Pass on/)
    assert.match(families, /govuk-tag--red">1</)
  })

  it('asks for closing, and not for a worker, where the decision leads elsewhere', async () => {
    const service = await smallService()
    const { place } = service
    const id = await refer(place, '2026-03-02T10:00')
    const decide = async (type: string, at: string, data: Data) => {
      place.set(at)
      const said = [{ type, at: moment(at), data }]
      const result = await record(place.deps, place.as('duty-manager'), {
        caseId: id,
        key: at,
        said,
        reason: null,
      })
      assert.equal(result.kind, 'recorded')
    }
    const manager = await service.as('manager')
    const team = `/team/${place.teams[0].id}`
    await decide('decision.made', '2026-03-02T12:00', { outcome: 'discuss' })
    assert.match(words((await manager.get(team)).body), /Waiting for a worker \(1\)[\s\S]*Decide NS-0001/)
    await decide('threshold-meeting.held', '2026-03-03T09:30', { outcome: 'universal' })
    const { body } = await manager.get(team)
    assert.match(
      words(body),
      /Waiting for a worker No family waits for a worker\. Decided, to be closed \(1\)[\s\S]*Close the case[\s\S]*Stepped down: tier 2 \/ universal services/,
    )
    assert.match(body, new RegExp(`href="/cases/${id}/record/case\\.closed"`))
    assert.doesNotMatch(body, /Give to a worker/)
    assert.deepEqual(await problemsIn(body), [])
    await decide('decision.made', '2026-03-04T09:00', { outcome: 'accepted', tier: 3 })
    const again = words((await manager.get(team)).body)
    assert.match(again, /Waiting for a worker \(1\)[\s\S]*Give to a worker/)
    assert.doesNotMatch(again, /to be closed/)
  })

  it('says who works for a partner agency, also where a family is given to a worker', async () => {
    const { service, id, team } = await twoFamilies()
    const manager = await service.as('manager')
    const board = words((await manager.get(team)).body)
    assert.match(board, /partner of East Partner agency 0 0/)
    assert.match(board, /practitioner of East 1 1/)
    const giving = words((await manager.get(`/cases/${id}/transfer`)).body)
    assert.match(giving, /partner of East Partner agency\. No families/)
    assert.match(giving, /senior-practitioner of East No families/)
  })

  it('says which families are with somebody who can no longer sign in, so that they are passed on', async () => {
    const { service, place, team } = await twoFamilies()
    const manager = await service.as('manager')
    assert.doesNotMatch((await manager.get(team)).body, /no longer sign in|No access/)
    const { user, name, memberships } = place.as('practitioner')
    const kept = { name, phone: null, memberships, active: false }
    await place.store.change(place.id, (all) => all.changeUser(user, kept))
    const { body } = await manager.get(team)
    assert.match(body, /1 family is with somebody who can no longer sign in/)
    assert.match(body, /practitioner of East <strong class="govuk-tag govuk-tag--grey">No access</)
    assert.deepEqual(await problemsIn(body), [])
    const partner = place.as('partner').user
    for (const { id } of await place.store.look(place.id, ({ cases }) =>
      cases({ reach: 'all', worker: user, open: true, limit: 9, offset: 0 }),
    ))
      await place.store.change(place.id, (all) => all.setCase(id, { worker: partner }))
    assert.doesNotMatch((await manager.get(team)).body, /no longer sign in|No access/)
  })

  it('shows fifty families a page and leads to the others', async () => {
    const { service, place, team } = await twoFamilies()
    const worker = place.as('practitioner').user
    for (let i = 0; i < 60; i += 1) {
      const id = await refer(place, '2026-03-17T10:00', `referral-number-${i}`)
      await place.store.change(place.id, (all) => all.setCase(id, { worker }))
    }
    const manager = await service.as('manager')
    const first = await manager.get(team)
    assert.equal(first.body.match(/<tr[^>]*><td[^>]*><a class="govuk-link" href="\/cases/g)?.length, 51)
    assert.match(first.body, /href="\/team\/[\w-]+\?page=2"/)
    const second = await manager.get(`${team}?page=2`)
    assert.equal(second.body.match(/<tr[^>]*><td[^>]*><a class="govuk-link" href="\/cases/g)?.length, 12)
    assert.deepEqual(await problemsIn(second.body), [])
    assert.equal((await manager.get(`${team}?page=nonsense`)).statusCode, 200)
  })

  it('leads those with one team to it, and hides the others', async () => {
    const { service, place, team } = await twoFamilies()
    const manager = await service.as('manager')
    assert.equal((await manager.get('/team')).headers.location, team)
    const other = await manager.get(`/team/${place.teams[1].id}`)
    assert.equal(other.statusCode, 404)
    const elsewhere = await service.as('manager', 1)
    const hidden = await elsewhere.get(team)
    assert.equal(hidden.statusCode, 404)
    assert.doesNotMatch(hidden.body, /Example|NS-000/)
  })

  it('lets those with several teams choose', async () => {
    const { service } = await twoFamilies()
    const { body } = await (await service.as('service-manager')).get('/team')
    assert.match(body, /East<\/a>/)
    const administrator = await service.as('administrator')
    assert.match((await administrator.get('/team')).body, /There is no team here that you can see/)
  })
})

describe('finding a family', () => {
  it('is tolerant of spelling and finds only what the reader may see', async () => {
    const { service } = await twoFamilies()
    const search = async (role: 'manager' | 'administrator', team: 0 | 1, q: string) => {
      const person = await service.as(role, team)
      await person.get('/families')
      return person.send('/families', { q })
    }
    assert.match((await search('manager', 0, 'Exampel')).body, /2 families found/)
    const nothing = await search('manager', 0, '  ')
    assert.match(nothing.body, /Enter a name or a reference to search for/)
    assert.deepEqual(await problemsIn(nothing.body), [])
    const stranger = await search('manager', 1, 'Example')
    assert.match(stranger.body, /No family was found/)
    assert.doesNotMatch(stranger.body, /NS-000/)
    assert.equal((await (await service.as('administrator')).get('/families')).statusCode, 403)
    assert.match((await search('manager', 0, '<script>')).body, /value="&lt;script&gt;"/)
  })

  it('leaves no name in an address', async () => {
    const { service } = await twoFamilies()
    const page = await (await service.as('manager')).get('/families?q=Example')
    assert.doesNotMatch(page.body, /families found/)
    assert.match(page.body, /<form method="post" action="\/families"/)
  })
})

describe('passing a family on', () => {
  it('is for those who allocate, and asks for a worker', async () => {
    const { service, place, id } = await twoFamilies()
    const practitioner = await service.as('practitioner')
    assert.equal((await practitioner.get(`/cases/${id}/transfer`)).statusCode, 403)
    assert.equal((await (await service.as('manager', 1)).get(`/cases/${id}/transfer`)).statusCode, 404)
    const manager = await service.as('manager')
    assert.match((await manager.get(`/cases/${id}/record`)).body, /Pass the family to another worker/)
    assert.doesNotMatch((await practitioner.get(`/cases/${id}/record`)).body, /Pass the family/)
    const page = await manager.get(`/cases/${id}/transfer`)
    assert.match(page.body, /practitioner of East works with the family now/)
    const when = { 'at-day': '18', 'at-month': '3', 'at-year': '2026', 'at-time': '9am' }
    const nobody = await manager.send('', { ...when, 'f-reason': 'Long leave' })
    assert.equal(nobody.statusCode, 422)
    assert.match(nobody.body, /Choose a worker/)
    assert.match(nobody.body, /Long leave<\/textarea>/)
    const outsider = await manager.send('', { ...when, worker: place.as('practitioner', 1).user })
    assert.equal(outsider.statusCode, 422)
    const partner = place.as('partner').user
    const sent = await manager.send('', { ...when, 'f-reason': 'Long leave', worker: partner })
    assert.equal(sent.statusCode, 303)
    const one = await place.store.look(place.id, (all) => all.caseById(id))
    assert.equal(one?.worker, partner)
    assert.deepEqual(one?.events.at(-1)?.data, {
      reason: 'Long leave',
      to: partner,
      from: place.as('practitioner').user,
    })
  })
})

describe('moving a date', () => {
  it('needs a manager and a reason, and keeps the first date', async () => {
    const { service, place, id } = await twoFamilies()
    const known = await place.store.look(place.id, (all) => all.obligationsOf(id))
    const rule = known.find(({ state, does }) => state === 'open' && does === 'contact.made')?.rule
    assert.ok(rule !== undefined)
    const at = `/cases/${id}/move/${rule}`
    assert.equal((await (await service.as('practitioner')).get(at)).statusCode, 403)
    assert.equal((await (await service.as('manager', 1)).get(at)).statusCode, 404)
    const manager = await service.as('manager')
    assert.equal((await manager.get(`/cases/${id}/move/no-such-rule`)).statusCode, 404)
    await manager.get(at)
    const date = { 'due-day': '20', 'due-month': '3', 'due-year': '2026' }
    const without = await manager.send('', date)
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /Enter the reason for moving the date/)
    assert.match(without.body, /value="20"/)
    const late = await manager.send('', { ...date, 'due-day': '17', reason: 'The family is away' })
    assert.equal(late.statusCode, 422)
    assert.match(late.body, /The new date must be today or later/)
    assert.match(late.body, /The family is away<\/textarea>/)
    const sent = await manager.send('', { ...date, reason: 'The family is away' })
    assert.equal(sent.statusCode, 303)
    const moved = await place.store.look(place.id, (all) => all.obligationsOf(id))
    assert.equal(moved.find((row) => row.rule === rule && row.state === 'open')?.due, '2026-03-20')
  })

  it('cannot be recorded by somebody else in another way', async () => {
    const { place, id } = await twoFamilies()
    const data = { rule: 'first-discussion', due: '2026-04-20', reason: 'because' }
    const said = [{ type: 'clock.moved', at: moment('2026-03-18T09:00'), data }]
    const asked = { caseId: id, key: 'a-move', said, reason: null }
    assert.deepEqual(await record(place.deps, place.as('practitioner'), asked), { kind: 'not-allowed' })
  })
})
