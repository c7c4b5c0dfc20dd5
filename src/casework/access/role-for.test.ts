import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packNamed } from '../fixtures/small-authority.ts'
import { packRolesOf } from './may.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { StandardRole } from './actor.ts'
import { roleFor } from './role-for.ts'

const procedureOf = (pack: string): Procedure => {
  const procedure = packNamed(pack).versions[0]?.procedure
  assert.ok(procedure)
  return procedure
}

const one = { authority: 'a', team: 't', worker: null, restrictedTo: null }

const rolesOf = (role: StandardRole, pack: string, worker: string | null = null): readonly string[] =>
  packRolesOf(
    { authority: 'a', user: 'u', name: 'U', memberships: [{ role, team: 't' }] },
    { ...one, worker },
    procedureOf(pack),
  )

describe('the roles that somebody fills', () => {
  it('begin with the one that is called like their own, and end with those of whoever leads the work', () => {
    assert.deepEqual(rolesOf('senior-practitioner', 'family-work'), [
      'senior-practitioner',
      'senior-family-worker',
    ])
    assert.deepEqual(rolesOf('senior-practitioner', 'family-work', 'u'), [
      'senior-practitioner',
      'senior-family-worker',
      'practitioner',
      'lead-professional',
    ])
    assert.deepEqual(rolesOf('manager', 'step-down'), ['manager', 'graft-manager'])
  })
})

describe('the role in which an event is recorded', () => {
  it('is one that a gate asks for, where somebody fills several', () => {
    const own = rolesOf('senior-practitioner', 'family-work')
    assert.equal(roleFor('closure.agreed', own, procedureOf('family-work')), 'senior-practitioner')
    assert.equal(roleFor('closure.proposed', own, procedureOf('family-work')), 'senior-family-worker')
  })

  it('is the first of their own where no rule asks, and none where they fill none', () => {
    const procedure = procedureOf('nine-steps')
    assert.equal(roleFor('contact.made', ['manager'], procedure), 'manager')
    assert.equal(roleFor('contact.made', [], procedure), null)
  })
})
