import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StandardRole } from '../access/actor.ts'
import { packNamed } from '../fixtures/small-authority.ts'
import { isFromOutside, outsideName } from './outside-worker.ts'

const somebody = (...memberships: (readonly [StandardRole, string | null])[]) => ({
  authority: 'a',
  user: 'u',
  name: 'Somebody',
  memberships: memberships.map(([role, team]) => ({ role, team })),
})

describe('a worker of a partner agency', () => {
  it('is one who has no other part in the work of the team', () => {
    assert.equal(isFromOutside(somebody(['partner', 'east']), 'east'), true)
    assert.equal(isFromOutside(somebody(['partner', 'east']), null), true)
    assert.equal(isFromOutside(somebody(['partner', 'east']), 'west'), false)
    assert.equal(isFromOutside(somebody(['practitioner', 'east']), 'east'), false)
    assert.equal(isFromOutside(somebody(['partner', null], ['practitioner', 'east']), 'east'), false)
    assert.equal(isFromOutside(somebody(['partner', null], ['practitioner', 'east']), 'west'), true)
  })

  it('is called as the procedure calls them, and where it says less, as of a partner agency', () => {
    const named = (pack: string) => {
      const [version] = packNamed(pack).versions
      return version === undefined ? null : outsideName(version.procedure)
    }
    assert.equal(named('nine-steps'), 'Partner agency')
    assert.equal(named('family-work'), 'Lead professional in another agency')
    assert.equal(named('partner-pathway'), 'Lead professional, partner agency')
  })
})
