import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { smallAuthority } from '../fixtures/small-authority.ts'
import { isLookedAt, valuesAsked } from './values-asked.ts'
import { writtenProcedure } from '../written-procedure.ts'

const procedureOf = async (id: string) => {
  const place = await smallAuthority(id)
  return writtenProcedure(place.deps, place.as('manager'))
}

describe('what the rules look for in a field', () => {
  it('finds the words that a rule tests, and no others', async () => {
    const procedure = await procedureOf('family-network')
    assert.deepEqual(valuesAsked(procedure, 'referral.received', 'route'), ['family', 'professional'])
    assert.deepEqual(valuesAsked(procedure, 'referral.received', 'source'), [])
  })

  it('knows that a number tells two meetings apart, and that nothing looks at the place', async () => {
    const procedure = await procedureOf('family-network')
    assert.equal(isLookedAt(procedure, 'taf.invited', 'number'), true)
    assert.equal(isLookedAt(procedure, 'taf.invited', 'place'), false)
  })
})
