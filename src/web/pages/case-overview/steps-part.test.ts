import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { smallService } from '../../testing/small-service.ts'

describe('the line of steps of a family', () => {
  it('marks as reached only what the case has come to, whatever stands before it', async () => {
    const service = await smallService()
    const { place } = service
    const id = await refer(place, '2026-03-02T10:00')
    place.set('2026-03-03T09:00')
    const said = [{ type: 'contact.made', at: moment('2026-03-03T08:00'), data: { method: 'telephone' } }]
    await record(place.deps, place.as('manager'), { caseId: id, key: 'a call', said, reason: null })
    const { body } = await (await service.as('manager')).get(`/cases/${id}`)
    const steps = [...body.matchAll(/app-steps__step--(\w+)"[^>]*><span class="app-steps__title">([^<]*)/g)]
    const states = steps.slice(0, 5).map(([, state, title]) => `${title}: ${state}`)
    assert.deepEqual(states, [
      'Referral: past',
      'Decision: ahead',
      'Allocation and Direction: ahead',
      'Contact with the family: ahead',
      'Home visit: now',
    ])
    assert.equal(body.match(/\(reached\)/g)?.length, 1)
  })
})
