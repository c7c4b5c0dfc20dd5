import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

/** A family whose first limits run, under the nine steps; it was referred on Monday 2 March 2026 at 10am. */
const referred = async () => {
  const service = await smallService()
  const { place } = service
  const caseId = await refer(place, '2026-03-02T10:00')
  const say = async (type: string, when: string, data: Data) => {
    place.set(when)
    const said = [{ type, at: moment(when), data }]
    const asked = { caseId, key: `${type} ${when}`, said, reason: null }
    assert.equal((await record(place.deps, place.as('manager'), asked)).kind, 'recorded')
  }
  const manager = await service.as('manager')
  const page = async (type: string) => (await manager.get(`/cases/${caseId}/record/${type}`)).body
  const stored = async () => (await place.store.look(place.id, (all) => all.caseById(caseId)))?.events ?? []
  return { place, say, manager, page, stored, caseId }
}

const rulesIn = (body: string): readonly string[] =>
  [...body.matchAll(/name="f-rule"[^>]*value="([^"]*)"/g)].map(([, rule = '']) => rule)

describe('pausing a time limit and letting it go on', () => {
  it('offers the limits that run, with their dates, and says that an overdue one stays overdue', async () => {
    const { place, say, page } = await referred()
    const first = await page('clock.paused')
    assert.deepEqual(rulesIn(first), ['referral-dealt-with', 'all'])
    assert.match(
      words(first),
      /Which time limit Referral dealt with Due Tuesday 3 March 2026 at 10am\. All of them Also those that begin while they are paused\./,
    )
    assert.deepEqual(await problemsIn(first), [])
    await say('decision.made', '2026-03-03T09:00', { outcome: 'accepted', tier: 3 })
    place.set('2026-03-12T10:00')
    const later = await page('clock.paused')
    assert.deepEqual(rulesIn(later), ['allocation-and-direction', 'all'])
    assert.match(
      words(later),
      /Family allocated, with direction Was due Friday 6 March 2026\. It stays overdue while it is paused\./,
    )
  })

  it('offers to let go on what is paused, and nothing where nothing is', async () => {
    const { place, say, page, manager, stored } = await referred()
    await say('decision.made', '2026-03-03T09:00', { outcome: 'accepted', tier: 3 })
    const none = await page('clock.resumed')
    assert.deepEqual(rulesIn(none), [])
    assert.match(
      words(none),
      /No time limit of this family was paused by hand\. There is none that could go on\./,
    )
    assert.deepEqual(await problemsIn(none), [])
    await say('clock.paused', '2026-03-04T10:00', { rule: 'allocation-and-direction', reason: 'Away' })
    place.set('2026-03-05T10:00')
    assert.deepEqual(rulesIn(await page('clock.paused')), ['all'])
    const paused = await page('clock.resumed')
    assert.deepEqual(rulesIn(paused), ['allocation-and-direction', 'all'])
    assert.match(words(paused), /Family allocated, with direction Stands still, without a date meanwhile\./)
    const when = { 'at-day': '5', 'at-month': '3', 'at-year': '2026', 'at-time': '9am' }
    const empty = await manager.send('', when)
    assert.equal(empty.statusCode, 422)
    assert.match(words(empty.body), /There is a problem Choose the time limit/)
    const sent = await manager.send('', { ...when, 'f-rule': 'allocation-and-direction' })
    assert.equal(sent.statusCode, 303)
    assert.deepEqual((await stored()).at(-1)?.data, { rule: 'allocation-and-direction' })
    const nothing = await page('clock.resumed')
    assert.deepEqual(rulesIn(nothing), [])
    assert.match(words(nothing), /No time limit of this family was paused by hand/)
    assert.doesNotMatch(nothing, /Record this/)
    assert.deepEqual(rulesIn(await page('clock.paused')), ['allocation-and-direction', 'all'])
  })

  it('takes a pause of all of them for each', async () => {
    const { place, say, page } = await referred()
    await say('decision.made', '2026-03-03T09:00', { outcome: 'accepted', tier: 3 })
    await say('clock.paused', '2026-03-12T10:00', { rule: 'all', reason: 'Away' })
    place.set('2026-03-13T10:00')
    assert.deepEqual(rulesIn(await page('clock.resumed')), ['allocation-and-direction', 'all'])
    await say('clock.resumed', '2026-03-13T11:00', { rule: 'allocation-and-direction' })
    place.set('2026-03-13T12:00')
    assert.deepEqual(rulesIn(await page('clock.resumed')), [])
  })
})
