import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment } from '../fixtures/small-authority.ts'
import { entriesOf } from './timeline-entry.ts'

const event = (id: string, type: string, at: string, data: Data) => ({
  id,
  type,
  at: moment(at),
  recorded: moment(at),
  by: null,
  override: null,
  writtenBy: null,
  data,
})

it('an entry that was corrected and then taken back says what the correction says, as it does when put back', () => {
  const visit = event('e1', 'visit.made', '2026-03-04T10:00', { purpose: 'mornings', place: 'home' })
  const correction = event('e2', 'event.corrected', '2026-03-05T10:00', {
    of: 'e1',
    at: '2026-03-03T10:00',
    set: { purpose: null, place: 'school' },
    reason: 'It was Tuesday',
  })
  const back = event('e3', 'event.withdrawn', '2026-03-06T10:00', { of: 'e1', reason: 'The wrong family' })
  const putBack = event('e4', 'event.withdrawn', '2026-03-09T10:00', { of: 'e3', reason: 'The right one' })
  const asOf = moment('2026-03-10T10:00')
  const said = (events: Parameters<typeof entriesOf>[0]['events']) =>
    entriesOf({ events }, asOf).map((entry) => [entry.withdrawn, entry.event.at, entry.event.data])
  const tuesday = [moment('2026-03-03T10:00'), { place: 'school' }]
  assert.deepEqual(said([visit, correction, back]), [[true, ...tuesday]])
  assert.deepEqual(said([visit, correction, back, putBack]), [[false, ...tuesday]])
  assert.deepEqual(said([visit, back]), [[true, visit.at, visit.data]])
  const noCorrection = event('e5', 'event.withdrawn', '2026-03-06T11:00', { of: 'e2', reason: 'Wednesday' })
  assert.deepEqual(said([visit, correction, back, noCorrection]), [[true, visit.at, visit.data]])
})
