import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refer } from '#casework/fixtures/small-authority.ts'
import { smallService } from '../../testing/small-service.ts'

/** Somebody who sends a form without having opened its page: the token is of another one. */
const sentBlindly = async (fields: Readonly<Record<string, string>>) => {
  const { place, as } = await smallService()
  const id = await refer(place, '2026-03-02T10:00')
  const manager = await as('manager')
  const { body } = await manager.get('/families')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const answer = await manager.post(`/cases/${id}/record/note.recorded`, { _csrf: csrf, ...fields })
  const entries = await place.store.look(place.id, (all) => all.auditOf(id, 20))
  const { user } = place.as('manager')
  const acts = entries.filter((one) => one.user === user).map(({ act }) => act)
  // The first thing that they did was to take the referral in.
  return { answer, acts: acts.slice(0, -1) }
}

describe('what is sent about a family', () => {
  it('goes into the audit as a look where the page is shown again, with what it says of the family', async () => {
    const { answer, acts } = await sentBlindly({})
    assert.equal(answer.statusCode, 422)
    assert.deepEqual(acts, ['looked at'])
  })

  it('goes into the audit as recorded, and as no look, where nothing is shown', async () => {
    const { answer, acts } = await sentBlindly({
      'at-day': '2',
      'at-month': '3',
      'at-year': '2026',
      'at-time': '9:30',
      'f-account': 'A quiet afternoon.',
      'f-kind': 'case-note',
    })
    assert.equal(answer.statusCode, 303, answer.body.slice(answer.body.indexOf('<main'), 3000))
    assert.deepEqual(acts, ['recorded'])
  })
})
