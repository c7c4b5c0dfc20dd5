import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownFamily } from '../testing/known-family.ts'
import { words } from '../testing/words.ts'

describe('the rows of children', () => {
  it('say how old each is as every other page does, and when each was seen', async () => {
    const family = await knownFamily()
    family.place.set('2026-03-27T09:00')
    const said = words(
      (await (await family.as('practitioner')).get(`/cases/${family.id}/record/visit.made`)).body,
    )
    assert.match(said, /Ada Marlow Aged 10\. Last seen on Tuesday 17 March 2026/)
    assert.match(said, /Ben Marlow Aged 6\. Last seen on/)
  })
})
