import assert from 'node:assert/strict'
import { it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { words } from '../../testing/words.ts'

it('a family that was found by the name of somebody in it says whose, and one that is called so does not', async () => {
  const { as } = await knownFamily()
  const worker = await as('practitioner')
  await worker.get('/families')
  const { body } = await worker.send('/families', { q: 'Ada' })
  assert.deepEqual(await problemsIn(body), [])
  assert.match(words(body), /2 children\. Found by the name of Ada Marlow\./)
  for (const q of ['Marlow', 'NS-0001', '1'])
    assert.doesNotMatch(words((await worker.send('/families', { q })).body), /No family|Found by/, q)
  assert.doesNotMatch(words((await worker.get('/families')).body), /Found by/)
})
