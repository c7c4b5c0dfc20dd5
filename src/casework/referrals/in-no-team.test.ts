import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { makeDay } from '#calendar/day.ts'
import type { Actor, StandardRole } from '../access/actor.ts'
import { allocate } from '../allocation/allocate.ts'
import { moment, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { myWork } from '../lists/my-work.ts'
import { receiveReferral } from './receive-referral.ts'

const monday = makeDay(2026, 3, 2)
const everyone: readonly StandardRole[] = [
  'practitioner',
  'senior-practitioner',
  'manager',
  'duty-manager',
  'service-manager',
  'business-support',
  'quality-lead',
  'practice-lead',
  'administrator',
  'partner',
]

describe('a referral in no team’s tray', () => {
  let place: SmallAuthority
  let caseId: string

  const begin = async (procedure: string): Promise<void> => {
    place = await smallAuthority(procedure)
    const person = { phone: null, address: null, born: null }
    const people = [
      { ...person, name: 'Ada Example', role: 'child' },
      { ...person, name: 'Mo Example', role: 'parent' },
    ]
    const referral = { family: 'Example', team: null, people, at: moment('2026-03-02T09:00') }
    const data = { route: 'hub', form: 'MARF' }
    const taken = await receiveReferral(place.deps, place.as('manager'), {
      ...referral,
      data,
      key: 'referral',
    })
    assert.ok(taken.kind === 'recorded')
    caseId = taken.caseId
  }
  // Its procedure asks nothing of anybody because of a referral alone.
  beforeEach(() => begin('family-work'))

  const onDuty = (user: string | null) => place.store.change(place.id, (all) => all.setDuty(monday, user))
  const referralsOf = async (actor: Actor): Promise<readonly string[]> =>
    (await myWork(place.deps, actor)).inNoTeam?.referrals.map(({ id }) => id) ?? []
  /** Whose list it is on: `manager 1` is the manager of the second team. */
  const whose = async (): Promise<readonly string[]> => {
    const found: string[] = []
    for (const role of everyone)
      for (const team of [0, 1] as const)
        if ((await referralsOf(place.as(role, team))).includes(caseId)) found.push(`${role} ${team}`)
    return found
  }
  const everywhere = ['duty-manager 0', 'duty-manager 1', 'service-manager 0', 'service-manager 1']

  it('is on the list of every manager where nobody is on duty, and on nobody else’s', async () => {
    assert.deepEqual(await whose(), ['manager 0', 'manager 1', ...everywhere])
  })

  it('is on the list of the manager on duty, and of those who manage everywhere', async () => {
    await onDuty(place.as('manager', 1).user)
    assert.deepEqual(await whose(), ['manager 1', ...everywhere])
    const { inNoTeam } = await myWork(place.deps, place.as('manager', 1))
    assert.equal(inNoTeam?.onDuty?.name, 'manager of West')
    place.set('2026-03-03T09:00')
    assert.deepEqual(
      await whose(),
      ['manager 0', 'manager 1', ...everywhere],
      'on the next day nobody is on duty',
    )
  })

  it('is on every manager’s list again when whoever was to be on duty has left or manages no more', async () => {
    const { user, name } = place.as('manager', 1)
    await onDuty(user)
    const left = { name, phone: null, active: false, memberships: place.as('manager', 1).memberships }
    await place.store.change(place.id, (all) => all.changeUser(user, left))
    assert.ok((await whose()).includes('manager 0'))
    const other = { name, phone: null, active: true, memberships: place.as('practitioner', 1).memberships }
    await place.store.change(place.id, (all) => all.changeUser(user, other))
    assert.ok((await whose()).includes('manager 0'))
  })

  it('is on no such list once it has a worker, who brings it into a team', async () => {
    const data = { worker: place.as('practitioner', 1).user, team: place.teams[1].id }
    const asked = { ...data, caseId, key: 'given', at: moment('2026-03-02T10:00'), data: {}, reason: null }
    assert.notEqual((await allocate(place.deps, place.as('service-manager'), asked)).kind, 'not-allowed')
    await place.store.change(place.id, (all) => all.setCase(caseId, data))
    assert.deepEqual(await whose(), [])
  })

  it('that is restricted is only on the list of those whom it names', async () => {
    await place.store.change(place.id, (all) =>
      all.setCase(caseId, { restrictedTo: [place.as('manager').user, place.as('practitioner').user] }),
    )
    assert.deepEqual(await whose(), ['manager 0'])
  })

  it('brings what its procedure asks for, whoever of the service is to do it', async () => {
    const titlesOf = async (actor: Actor): Promise<readonly string[]> => {
      const { overdue, today, week, later } = await myWork(place.deps, actor)
      return [overdue, today, week, later].flat().map(({ title }) => title)
    }
    await begin('nine-steps')
    await onDuty(place.as('manager', 1).user)
    assert.deepEqual(await titlesOf(place.as('manager', 1)), ['Referral dealt with'])
    assert.deepEqual(await titlesOf(place.as('manager', 0)), [])
    await begin('partner-pathway')
    assert.deepEqual(await titlesOf(place.as('manager', 0)), ['Decide which response is needed'])
    await place.store.change(place.id, (all) =>
      all.setCase(caseId, { worker: place.as('practitioner').user }),
    )
    assert.deepEqual(await titlesOf(place.as('manager', 0)), [])
    assert.deepEqual(await titlesOf(place.as('practitioner', 0)), ['Decide which response is needed'])
  })
})
