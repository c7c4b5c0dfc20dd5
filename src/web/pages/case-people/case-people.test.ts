import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import type { KnownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

const people = async (family: KnownFamily, role: 'practitioner' | 'manager' = 'practitioner') =>
  words((await (await family.as(role)).get(`/cases/${family.id}/people`)).body)

const protect = (family: KnownFamily): Promise<void> =>
  family.place.store.change(family.place.id, async (all) => {
    const one = await all.caseById(family.id)
    assert.ok(one)
    await all.setPeople(
      family.id,
      one.people.map((person) => ({ ...person, addressProtected: person.role === 'parent' })),
    )
  })

describe('the people of a family', () => {
  it('stand with their ages, their roles and how to reach them', async () => {
    const said = await people(await knownFamily())
    assert.match(said, /Children Ada Marlow Child Age Aged 10, born Thursday 2 April 2015/)
    assert.match(
      said,
      /Adults of the family Mo Marlow Parent Telephone 01632 960 001 Address 1 Example Street Sands/,
    )
  })

  it('have no address where it is protected, whoever asks', async () => {
    const family = await knownFamily()
    await protect(family)
    for (const role of ['practitioner', 'manager'] as const) {
      const said = await people(family, role)
      assert.match(said, /Mo Marlow Parent .*Address Protected Only named people may see where they live/)
      assert.doesNotMatch(said, /Example Street/)
    }
  })

  it('show a protected address to those whom a restricted case names', async () => {
    const family = await knownFamily()
    await protect(family)
    const named = family.place.as('practitioner').user
    await family.place.store.change(family.place.id, (all) =>
      all.setCase(family.id, { restrictedTo: [named] }),
    )
    assert.match(await people(family), /1 Example Street Sands Protected Do not pass it on/)
  })
})
