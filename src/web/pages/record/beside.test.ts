import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

const family = await knownFamily()

const beside = async (type: string): Promise<string> => {
  const { body } = await (await family.as('practitioner')).get(`/cases/${family.id}/record/${type}`)
  return words(body.slice(body.indexOf('app-beside')))
}

describe('what the procedure says beside a recording', () => {
  it('has the clauses that need it first or count from it, where nothing waits for it yet', async () => {
    const agreed = await beside('closure.agreed')
    assert.match(agreed, /NS-8\.1 Prep for Closure/)
    assert.match(agreed, /NS-9\.3 Closure is complete in 10 working days/)
    assert.doesNotMatch(agreed, /Nothing falls due/)
  })

  it('says so where the procedure names it nowhere', async () => {
    assert.match(
      await beside('consent.given'),
      /Nothing falls due by this\. It goes on the family’s record\./,
    )
  })
})
