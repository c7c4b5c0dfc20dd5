import assert from 'node:assert/strict'
import { it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { words } from '../../testing/words.ts'

it('who saw and who changed a record stands there, the latest first, this look included', async () => {
  const family = await knownFamily()
  const worker = await family.as('practitioner')
  await worker.get(`/cases/${family.id}/people`)
  const manager = await family.as('manager')
  const said = words((await manager.get(`/cases/${family.id}/audit`)).body)
  assert.match(
    said,
    /Friday 27 March 2026 at 9am manager of East Looked at history Friday 27 March 2026 at 9am practitioner of East Looked at people Monday 23 March 2026 at 9am practitioner of East Recorded Taken back/,
  )
})

it('can be held to one person or to one kind of deed, and comes a page at a time', async () => {
  const family = await knownFamily()
  const { place, id } = family
  await place.store.change(place.id, async (all) => {
    for (let i = 0; i < 60; i += 1)
      await all.audit({
        at: place.deps.clock.now(),
        user: place.as('manager', 1).user,
        act: 'looked at',
        caseId: id,
        detail: { page: `page ${i}` },
      })
  })
  const manager = await family.as('manager')
  const path = `/cases/${id}/audit`
  const first = await manager.get(path)
  assert.deepEqual(await problemsIn(first.body), [])
  assert.match(words(first.body), /manager of West Looked at page 59/)
  assert.doesNotMatch(words(first.body), /page 9 /)
  const [next = ''] = /\/cases\/[\w-]+\/audit\?page=2/.exec(first.body) ?? []
  assert.match(words((await manager.get(next)).body), /Looked at page 9 /)
  const recorded = words((await manager.get(`${path}?act=recorded`)).body)
  assert.match(recorded, /Recorded Visit/)
  assert.doesNotMatch(recorded, /Looked at page/)
  const worker = place.as('practitioner').user
  const one = words((await manager.get(`${path}?user=${worker}`)).body)
  assert.match(one, /practitioner of East Recorded Visit/)
  assert.doesNotMatch(one, /manager of West Looked/)
  assert.match(words((await manager.get(`${path}?act=nothing&page=99`)).body), /Nothing of this kind/)
})
