import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'

/** A family whose first day on record is Monday 2 March 2026; today is Tuesday 10 March. */
const family = async () => {
  const service = await smallService()
  const { place } = service
  const id = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-10T09:00')
  const last = async () => (await place.store.look(place.id, (all) => all.caseById(id)))?.events.at(-1)
  return { service, place, id, last, path: (type: string) => `/cases/${id}/record/${type}` }
}

const on = (day: string, month = '3') => ({
  'at-day': day,
  'at-month': month,
  'at-year': '2026',
  'at-time': '9am',
})

describe('what is dated before the first day on record', () => {
  it('is not recorded where it is our own work, and the date says why', async () => {
    const { service, path, last } = await family()
    const worker = await service.as('manager')
    await worker.get(path('visit.made'))
    const seen = { 'seen-ada': 'seen', 'seen-ben': 'seen', 'f-account': 'A long story' }
    const sent = await worker.send('', { ...on('1'), ...seen })
    assert.equal(sent.statusCode, 422)
    const words =
      'The date must not be before the family’s first day on record, Monday 2 March 2026. If that day is wrong, correct the referral first'
    assert.ok(sent.body.includes(`<a href="#at-day">${words}</a>`))
    assert.match(sent.body, /A long story/)
    assert.doesNotMatch(sent.body, /The date is right/)
    assert.equal((await last())?.type, 'referral.received')
    assert.equal((await worker.send('', { ...on('2'), ...seen })).statusCode, 303)
  })

  it('is asked about where others may have seen to it, and recorded when that is right', async () => {
    const { service, path, last } = await family()
    const worker = await service.as('manager')
    const { body } = await worker.get(path('consent.given'))
    assert.doesNotMatch(body, /The date is right/)
    const consent = { ...on('27', '2'), 'f-by': 'parent' }
    const sent = await worker.send('', consent)
    assert.equal(sent.statusCode, 422)
    assert.match(
      sent.body,
      /<a href="#early">This is before the family’s first day on record, Monday 2 March 2026\. Correct the date, or say that it is right<\/a>/,
    )
    assert.match(sent.body, /The date is right/)
    assert.deepEqual(await problemsIn(sent.body), [])
    assert.equal((await worker.send('', { ...consent, early: 'yes' })).statusCode, 303)
    assert.equal((await last())?.at, moment('2026-02-27T09:00'))
  })

  it('is refused also by a form, a correction or any other page', async () => {
    const { service, place, id, path, last } = await family()
    const manager = await service.as('manager')
    await manager.get(path('visit.made'))
    await manager.send('', { ...on('3'), 'seen-ada': 'seen', 'seen-ben': 'seen' })
    const of = (await last())?.id ?? ''
    const wrong = (type: string, at: string, data = {}) =>
      record(place.deps, place.as('manager'), {
        caseId: id,
        key: `${type} ${at}`,
        said: [{ type, at: moment(at), data }],
        reason: null,
      })
    const said = async (done: ReturnType<typeof wrong>) => {
      const result = await done
      return result.kind === 'problems' ? result.problems.map(({ what }) => what) : result.kind
    }
    const early = ['This lies before the family’s first day on record.']
    assert.deepEqual(await said(wrong('taf.held', '2026-03-01T10:00', { number: 1 })), early)
    const correction = { of, at: '2026-03-01T10:00', reason: 'A slip' }
    assert.deepEqual(await said(wrong('event.corrected', '2026-03-10T09:00', correction)), early)
    // The first day itself can be put right.
    const first = { of: 'e1', at: '2026-02-20T10:00', reason: 'A slip' }
    assert.equal(await said(wrong('event.corrected', '2026-03-10T09:00', first)), 'recorded')
    assert.equal(await said(wrong('taf.held', '2026-03-01T11:00', { number: 1 })), 'recorded')
  })

  it('is asked about by a form of the procedure as well', async () => {
    const { service, id, last } = await family()
    const manager = await service.as('manager')
    await manager.get(`/cases/${id}/forms/visit`)
    const sent = await manager.send('', {
      'q_visited-on-day': '1',
      'q_visited-on-month': '3',
      'q_visited-on-year': '2026',
    })
    assert.equal(sent.statusCode, 422)
    assert.match(
      sent.body,
      /The date must not be before the family’s first day on record, Monday 2 March 2026/,
    )
    assert.equal((await last())?.type, 'referral.received')
  })
})
