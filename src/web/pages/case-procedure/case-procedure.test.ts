import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

const family = await knownFamily()

const procedure = async (query = ''): Promise<string> => {
  const worker = await family.as('practitioner')
  return (await worker.get(`/cases/${family.id}/procedure${query}`)).body
}

describe('the procedure of a family', () => {
  it('has every clause, and under it how it stands with the arithmetic of its date', async () => {
    const body = await procedure()
    const said = words(body)
    assert.equal(body.match(/class="app-clause-text"/g)?.length, 30)
    assert.match(
      said,
      /NS-3.1 Allocation and Direction .*Done Family allocated, with direction met on Thu 5 March 2026; it was due Fri 6 March 2026 3 working days after the decision on Tue 3 March 2026/,
    )
    assert.match(said, /NS-9.3 .*Nothing has started this yet/)
    assert.match(body, /id="NS-5-1"/)
  })

  it('folds what a clause says away once, with what it leaves open', async () => {
    const body = await procedure()
    assert.doesNotMatch(body, /<details(?:(?!<\/details>)[\s\S])*<details/)
    assert.match(body, /What the clause says(?:(?!<\/details>)[\s\S])*<strong>Left open here/)
  })

  it('can be held to what is open', async () => {
    const said = words(await procedure('?show=open'))
    assert.match(said, /Next home visit/)
    assert.doesNotMatch(said, /NS-3.1 Allocation and Direction/)
    assert.doesNotMatch(said, /met on/)
  })
})
