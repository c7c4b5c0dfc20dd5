import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { roleNameIn } from './role-names.ts'

describe('what a role is called', () => {
  const procedure = {
    roles: { worker: 'Family worker', manager: 'Team manager', supervisor: 'Supervising senior' },
    standsFor: { worker: 'practitioner', supervisor: 'senior-practitioner' },
  }

  it('is the procedure’s own word', () => assert.equal(roleNameIn(procedure, 'manager'), 'Team manager'))

  it('is the word of a role that stands for it', () => {
    assert.equal(roleNameIn(procedure, 'practitioner'), 'Family worker')
    assert.equal(roleNameIn(procedure, 'senior-practitioner'), 'Supervising senior')
  })

  it('is the procedure’s own word before that of a role that stands for it', () => {
    const both = { roles: { lead: 'Lead', partner: 'Our partner' }, standsFor: { lead: 'partner' } }
    assert.equal(roleNameIn(both, 'partner'), 'Our partner')
  })

  it('is the usual one where the procedure does not speak of it', () => {
    assert.equal(roleNameIn(procedure, 'quality-lead'), 'Quality lead')
  })
})
