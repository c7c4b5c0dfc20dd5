import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eventsUsed } from './events-used.ts'
import { smallAuthority } from '../fixtures/small-authority.ts'
import { writtenProcedure } from '../written-procedure.ts'

const usedBy = async (id: string) => {
  const place = await smallAuthority(id)
  return eventsUsed(await writtenProcedure(place.deps, place.as('manager')))
}

describe('the events that a procedure uses', () => {
  it('are those that its rules name', async () => {
    const used = await usedBy('nine-steps')
    for (const type of ['referral.received', 'visit.made', 'taf.held', 'supervision.held', 'case.closed'])
      assert.ok(used.has(type), type)
  })

  it('are not those that only other procedures know', async () => {
    assert.ok(!(await usedBy('nine-steps')).has('cin-meeting.booked'))
    assert.ok((await usedBy('step-down')).has('cin-meeting.booked'))
  })
})
