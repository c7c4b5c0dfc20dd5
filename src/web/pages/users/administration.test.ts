import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { closureDays } from '#casework/administration/staff.ts'
import { addClosure } from '#casework/administration/closures.ts'
import { keepSchedulesUp } from '#casework/administration/keep-schedules-up.ts'
import { boxes } from '../../testing/boxes.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const userOf = async ({ place }: Awaited<ReturnType<typeof smallService>>, id: string) => {
  const user = await place.store.look(place.id, (all) => all.user(id))
  assert.ok(user)
  return user
}

describe('users', () => {
  it('are listed with what they may do and how many families they have, and no family', async () => {
    const family = await knownFamily()
    const who = await family.as('administrator')
    assert.equal((await who.get('/')).headers.location, '/administration')
    const { body } = await who.get('/administration/users')
    assert.deepEqual(await problemsIn(body), [])
    assert.match(
      words(body),
      /practitioner of East practitioner-0@example.org [^@]*, East Works with 1 family/,
    )
    assert.doesNotMatch(body, /Marlow|NS-0001/)
  })

  it('are invited with their roles', async () => {
    const service = await smallService()
    const who = await service.as('administrator')
    const { body } = await who.get('/administration/users/invite')
    assert.deepEqual(await problemsIn(body), [])
    const wrong = await who.send('', { name: 'Ana Reyes', email: 'ana', 'role-1-role': 'manager' })
    assert.match(wrong.body, /Choose the team in which the role is held/)
    const taken = {
      name: 'Ana',
      email: 'Manager-0@example.org',
      'role-1-role': 'manager',
      'role-1-team': 'everywhere',
    }
    assert.match((await who.send('', taken)).body, /Somebody has this email address already/)
    const bad = await who.send('', { ...taken, email: 'ana@example.org', phone: 'none' })
    assert.match(bad.body, /Enter a phone number, like 01632 960 001/)
    const fine = { ...taken, email: 'ana@example.org', phone: '01632 960 003' }
    assert.equal((await who.send('', fine)).statusCode, 303)
    const users = await service.place.store.look(service.place.id, (all) => all.users())
    const ana = users.find(({ email }) => email === 'ana@example.org')
    assert.deepEqual(ana?.memberships, [{ role: 'manager', team: null }])
    assert.equal(ana.phone, '01632 960 003')
  })

  it('get other roles and lose their access, and the second of two administrators is told', async () => {
    const service = await smallService()
    const id = service.place.as('practitioner').user
    const path = `/administration/users/${id}`
    const [one, other] = [await service.as('administrator'), await service.as('administrator', 1)]
    const [{ body: mine }, { body: theirs }] = [await one.get(path), await other.get(path)]
    assert.deepEqual(await problemsIn(mine), [])
    const west = service.place.teams[1].id
    await other.send('', { ...boxes(theirs), 'role-2-role': 'quality-lead', 'role-2-team': west }, theirs)
    const told = await one.send('', { ...boxes(mine), name: 'Ana Reyes' }, mine)
    assert.equal(told.statusCode, 409)
    assert.equal((await one.send('', boxes(told.body))).statusCode, 303)
    const after = await userOf(service, id)
    assert.equal(after.name, 'Ana Reyes')
    assert.deepEqual(after.memberships.at(-1), { role: 'quality-lead', team: west })
    const { active: _, ...fields } = boxes((await one.get(path)).body)
    assert.equal((await one.send('', fields)).statusCode, 303)
    assert.equal((await userOf(service, id)).active, false)
    const history = words((await one.get('/administration/history')).body)
    assert.match(history, /administrator of East Ended the access of Ana Reyes; may no longer sign in/)
    assert.match(
      history,
      /administrator of West Changed the user Ana Reyes; before: practitioner; after: practitioner, quality-lead/,
    )
  })

  it('do not end their own administration', async () => {
    const service = await smallService()
    const id = service.place.as('administrator').user
    const who = await service.as('administrator')
    const { active: _, ...fields } = boxes((await who.get(`/administration/users/${id}`)).body)
    const sent = await who.send('', fields)
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /You cannot end your own administration/)
    assert.equal((await userOf(service, id)).active, true)
  })
})

describe('a long list of users', () => {
  const crowded = async () => {
    const service = await smallService()
    await service.place.store.change(service.place.id, async (all) => {
      for (let n = 1; n <= 60; n += 1)
        await all.addUser({ name: `Zed ${n}`, email: `zed-${n}@example.org`, memberships: [] })
    })
    return service.as('administrator')
  }

  it('is shown a page at a time', async () => {
    const who = await crowded()
    const first = (await who.get('/administration/users')).body
    assert.equal(first.match(/@example\.org/g)?.length, 50)
    assert.match(first, /href="\/administration\/users\?page=2"/)
    const { body: second } = await who.get('/administration/users?page=2')
    assert.deepEqual(await problemsIn(second), [])
    assert.equal(second.match(/@example\.org/g)?.length, 32)
    assert.doesNotMatch(second, /page=3/)
  })

  it('is searched by name, and the name stands in no address', async () => {
    const who = await crowded()
    await who.get('/administration/users')
    const found = await who.send('/administration/users', { q: 'zed 60' })
    assert.deepEqual(await problemsIn(found.body), [])
    assert.match(words(found.body), /1 person found\. Show everybody/)
    assert.match(found.body, /zed-60@example\.org/)
    const many = words((await who.send('/administration/users', { q: 'ZED' })).body)
    assert.match(many, /50 people found\. There are more/)
    assert.match(
      words((await who.send('/administration/users', { q: 'nobody here' })).body),
      /Nobody was found/,
    )
  })
})

describe('how the service is reached', () => {
  it('is said once, with its history, and of two who change it the second is told', async () => {
    const service = await smallService()
    const [one, other] = [await service.as('administrator'), await service.as('administrator', 1)]
    const [{ body: mine }, { body: theirs }] = [
      await one.get('/administration/service'),
      await other.get('/administration/service'),
    ]
    assert.deepEqual(await problemsIn(mine), [])
    const wrong = await one.send('', { ...boxes(mine), phone: 'ask us', email: 'early help' }, mine)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter a phone number, like 01632 960 001/)
    assert.match(wrong.body, /Enter an email address in the correct format/)
    assert.match(wrong.body, /value="ask us"/)
    const sent = await one.send('', { ...boxes(mine), name: 'Early Help', phone: '01632 960 001' }, mine)
    assert.equal(sent.statusCode, 303)
    const told = await other.send('', { ...boxes(theirs), address: '1 Quay\r\nSands' }, theirs)
    assert.equal(told.statusCode, 409)
    assert.match(told.body, /value="01632 960 001"/)
    assert.equal((await other.send('', boxes(told.body))).statusCode, 303)
    const { place } = service
    assert.deepEqual(await place.store.look(place.id, (all) => all.serviceDetails()), {
      name: 'Early Help',
      phone: '01632 960 001',
      email: null,
      address: '1 Quay\nSands',
    })
    assert.match(
      words((await one.get('/administration/history')).body),
      /administrator of East Changed the service details phone; before: none; after: 01632 960 001/,
    )
  })
})

describe('teams', () => {
  it('have details of their own', async () => {
    const service = await smallService()
    const { place } = service
    const who = await service.as('administrator')
    const path = `/administration/teams/${place.teams[0].id}`
    const { body } = await who.get(path)
    assert.deepEqual(await problemsIn(body), [])
    assert.equal((await who.send('', { ...boxes(body), phone: '01632 960 002' })).statusCode, 303)
    const kept = await place.store.look(place.id, (all) => all.teamDetails(place.teams[0].id))
    assert.deepEqual(kept, { phone: '01632 960 002', email: null, address: null })
    assert.match(
      words((await who.get('/administration/history')).body),
      /Changed the team details East; phone; before: none; after: 01632 960 002/,
    )
  })

  it('are added and renamed, each name once', async () => {
    const service = await smallService()
    const who = await service.as('administrator')
    const { body } = await who.get('/administration/teams')
    assert.deepEqual(await problemsIn(body), [])
    assert.match((await who.send('', { name: 'east' })).body, /There is a team of this name already/)
    assert.equal((await who.send('', { name: 'North' })).statusCode, 303)
    const path = `/administration/teams/${service.place.teams[0].id}`
    const fields = boxes((await who.get(path)).body)
    assert.equal((await who.send('', { ...fields, name: 'Quay' })).statusCode, 303)
    assert.equal((await who.post(path, { ...fields, name: 'Mill', _csrf: '' })).statusCode, 403)
    const teams = await service.place.store.look(service.place.id, (all) => all.teams())
    assert.deepEqual(
      teams.map(({ name }) => name),
      ['North', 'Quay', 'West'],
    )
  })
})

describe('closure days', () => {
  it('move what is due in open families, and back again', async () => {
    const family = await knownFamily()
    const { place, id } = family
    const due = async () =>
      (await place.store.look(place.id, (all) => all.obligationsOf(id))).find(
        ({ rule }) => rule === 'first-home-visit',
      )?.due
    assert.equal(await due(), '2026-03-18')
    const who = await family.as('administrator')
    const { body } = await who.get('/administration/closure-days')
    assert.deepEqual(await problemsIn(body), [])
    assert.match((await who.send('', {})).body, /Enter the day/)
    const day = { 'day-day': '12', 'day-month': '3', 'day-year': '2026', name: 'Staff day' }
    assert.equal((await who.send('', day)).statusCode, 303)
    assert.equal(await due(), '2026-03-19')
    const listed = await who.get('/administration/closure-days')
    assert.match(words(listed.body), /Closure days that are over Thursday 12 March 2026: Staff day/)
    assert.equal((await who.send('/administration/closure-days/2026-03-12/remove')).statusCode, 303)
    assert.equal(await due(), '2026-03-18')
  })

  it('are working days: one that moves no date is a mistake, and what was typed is kept', async () => {
    const who = await (await smallService()).as('administrator')
    await who.get('/administration/closure-days')
    const refused = async (day: string, month: string, year: string) => {
      const typed = { 'day-day': day, 'day-month': month, 'day-year': year, name: 'Staff day' }
      const { statusCode, body } = await who.send('', typed)
      assert.equal(statusCode, 422)
      assert.match(body, /value="Staff day"/)
      return words(body)
    }
    assert.match(await refused('14', '3', '2026'), /Saturday 14 March 2026 is at a weekend/)
    assert.match(await refused('3', '4', '2026'), /Friday 3 April 2026 is a bank holiday/)
    assert.match(await refused('12', '3', '1926'), /The year must be between 1990 and 2140/)
  })

  it('are worked out everywhere sooner or later, whoever breaks it off', async () => {
    const family = await knownFamily()
    const { place } = family
    const actor = place.as('administrator')
    const day = parseDay('2026-03-12') as Day
    await addClosure(place.deps, actor, { key: 'k', day, name: 'Staff day' })
    assert.equal((await closureDays(place.deps, actor))?.isUpToDate, false)
    const who = await family.as('administrator')
    assert.match((await who.get('/administration/closure-days')).body, /is being worked out again/)
    assert.equal(await keepSchedulesUp(place.deps, place.id, () => true), true)
    assert.equal((await closureDays(place.deps, actor))?.isUpToDate, true)
  })
})

describe('the duty rota', () => {
  it('says who is on duty on the coming working days, and tells of others’ changes', async () => {
    const family = await knownFamily()
    const { place } = family
    const [one, other] = [await family.as('administrator'), await family.as('administrator', 1)]
    const [{ body: mine }, { body: theirs }] = [
      await one.get('/administration/duty'),
      await other.get('/administration/duty'),
    ]
    assert.deepEqual(await problemsIn(mine), [])
    const [east, west] = [place.as('manager').user, place.as('manager', 1).user]
    assert.equal((await one.send('', { ...boxes(mine), 'duty-2026-03-27': east }, mine)).statusCode, 303)
    assert.equal(
      (await other.send('', { ...boxes(theirs), 'duty-2026-03-30': west }, theirs)).statusCode,
      303,
    )
    const { body: stale } = await other.get('/administration/duty')
    const { body: quick } = await one.get('/administration/duty')
    await one.send('', { ...boxes(quick), 'duty-2026-03-30': east }, quick)
    const told = await other.send('', { ...boxes(stale), 'duty-2026-03-30': '' }, stale)
    assert.equal(told.statusCode, 409)
    assert.match(told.body, /This has been changed since/)
    const again = boxes((await one.get('/administration/duty')).body)
    assert.deepEqual([again['duty-2026-03-27'], again['duty-2026-03-30']], [east, east])
    const manager = await family.as('manager')
    assert.match(words((await manager.get('/referrals')).body), /On duty today: manager of/)
  })

  it('is not there where the procedure knows no manager on duty', async () => {
    const service = await smallService('partner-pathway')
    const who = await service.as('administrator')
    assert.equal((await who.get('/administration/duty')).statusCode, 404)
    assert.doesNotMatch((await who.get('/administration/users')).body, /Duty rota/)
  })
})

describe('the administration', () => {
  it('is for administrators alone', async () => {
    const service = await smallService()
    for (const role of ['practitioner', 'manager', 'service-manager', 'quality-lead', 'partner'] as const) {
      const who = await service.as(role)
      for (const path of [
        '',
        '/users',
        '/users/invite',
        '/teams',
        '/service',
        '/closure-days',
        '/duty',
        '/history',
      ])
        assert.equal((await who.get(`/administration${path}`)).statusCode, 403, `${role} ${path}`)
    }
  })
})
