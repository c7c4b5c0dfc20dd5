import assert from 'node:assert/strict'
import { it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
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
