import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { smallAuthority } from '#casework/fixtures/small-authority.ts'
import { writtenProcedure } from '#casework/written-procedure.ts'
import { factsOf } from './event-facts.ts'

const names = {
  person: (id: string) => id,
  user: () => null,
  role: (id: string) => id,
  inWords: (said: string) => said,
}

describe('what an entry says', () => {
  it('names a time limit that was moved by its title', async () => {
    const place = await smallAuthority()
    const procedure = await writtenProcedure(place.deps, place.as('manager'))
    const said = (rule: string) =>
      factsOf({ type: 'clock.moved', data: { rule, reason: 'The school is closed' } }, procedure, names)
    assert.ok(
      said('next-taf').some(
        ({ label, words }) => label === 'Which time limit' && words === 'Next Team Around the Family meeting',
      ),
    )
    assert.ok(
      said('a rule of an earlier version').some(({ words }) => words === 'a rule of an earlier version'),
    )
  })
})
