import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isWithin, reachOf } from './reach.ts'

const user = 'u1'
const placed = { team: 'east', worker: null, restrictedTo: null }

it('a role that sees nothing opens no list, whatever somebody works with', () => {
  const reach = reachOf({ user, memberships: [{ role: 'administrator', team: null }] })
  assert.deepEqual(reach, { user, everywhere: false, teams: [], own: false })
  assert.equal(isWithin(reach, { ...placed, worker: user }), false)
})

it('several roles reach as far as all of them together', () => {
  const memberships = [
    { role: 'partner', team: null },
    { role: 'practitioner', team: 'east' },
    { role: 'business-support', team: 'north' },
  ] as const
  const reach = reachOf({ user, memberships })
  assert.deepEqual(reach, { user, everywhere: false, teams: ['east', 'north'], own: true })
  assert.equal(isWithin(reach, placed), true)
  assert.equal(isWithin(reach, { ...placed, team: 'west' }), false)
  assert.equal(isWithin(reach, { ...placed, team: 'west', worker: user }), true)
  assert.equal(isWithin(reach, { ...placed, team: null }), true)
})

it('a restricted family is for those whom it names, however far others reach', () => {
  const everywhere = reachOf({ user, memberships: [{ role: 'service-manager', team: null }] })
  assert.equal(isWithin(everywhere, placed), true)
  assert.equal(isWithin(everywhere, { ...placed, restrictedTo: ['u2'] }), false)
  assert.equal(isWithin(everywhere, { ...placed, restrictedTo: ['u2', user] }), true)
})
