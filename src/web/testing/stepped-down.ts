import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import type { Data } from '#engine/case-event.ts'
import { smallService } from './small-service.ts'

/** A step down that was agreed on Tuesday 3 March 2026, of which a manager's case note is waited for (SD-3.2). */
export const steppedDown = async () => {
  const service = await smallService('step-down')
  const { place } = service
  const id = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-03T09:00')
  const happened: readonly (readonly [at: string, type: string, data: Data])[] = [
    ['2026-03-03T08:00', 'cin-meeting.booked', { date: '2026-03-20' }],
    ['2026-03-03T08:10', 'consent.given', {}],
    ['2026-03-03T08:20', 'assessment.received', { with: 'Sol Marsh' }],
    ['2026-03-03T08:30', 'plan.agreed', {}],
    ['2026-03-03T08:40', 'decision.made', { outcome: 'accepted' }],
  ]
  for (const [at, type, data] of happened) {
    const said = [{ type, at: moment(at), data }]
    const inRole = type === 'assessment.received' ? 'social-worker' : null
    const asked = { caseId: id, key: type, said, reason: null, inRole }
    const result = await record(place.deps, place.as('manager'), asked)
    if (result.kind !== 'recorded') throw new Error(JSON.stringify(result))
  }
  const one = () => place.store.look(place.id, (all) => all.caseById(id))
  const last = async () => (await one())?.events.at(-1)
  return { service, place, id, last }
}
