import type { Data } from '#engine/case-event.ts'
import type { StandardRole } from '#casework/access/actor.ts'
import { allocate } from '#casework/allocation/allocate.ts'
import { moment } from '#casework/fixtures/small-authority.ts'
import { parseDay } from '#calendar/day.ts'
import { receiveReferral } from '#casework/referrals/receive-referral.ts'
import { record } from '#casework/recording/record.ts'
import type { SmallService } from './small-service.ts'
import { smallService } from './small-service.ts'

export type KnownFamily = SmallService & { readonly id: string }

const opened = async ({ place }: SmallService): Promise<string> => {
  const person = { phone: null, address: null, born: null }
  const result = await receiveReferral(place.deps, place.as('manager'), {
    key: 'the referral',
    family: 'Marlow',
    team: place.teams[0].id,
    people: [
      { ...person, name: 'Ada Marlow', role: 'child', born: parseDay('2015-04-02') ?? null },
      { ...person, name: 'Ben Marlow', role: 'child', born: parseDay('2019-06-10') ?? null },
      {
        ...person,
        name: 'Mo Marlow',
        role: 'parent',
        phone: '01632 960 001',
        address: '1 Example Street\nSands',
      },
    ],
    at: moment('2026-03-02T10:00'),
    data: { route: 'hub', form: 'MARF', reason: 'Ada is often late and tired' },
  })
  if (result.kind !== 'recorded') throw new Error(JSON.stringify(result))
  return result.caseId
}

const history: readonly (readonly [at: string, type: string, by: StandardRole, data: Data])[] = [
  ['2026-03-06T11:00', 'contact.attempted', 'practitioner', { method: 'telephone', outcome: 'no answer' }],
  ['2026-03-09T15:00', 'contact.made', 'practitioner', { method: 'telephone', with: 'the mother' }],
  [
    '2026-03-17T16:00',
    'visit.made',
    'practitioner',
    {
      purpose: 'to meet the family at home',
      seen: [{ child: 'ada', alone: true }, { child: 'ben' }],
      voice: 'Ada: “I like it when Mum laughs.”',
      account: 'Everybody was at home. <b>The kitchen</b> was warm.',
    },
  ],
  [
    '2026-03-20T10:00',
    'note.recorded',
    'practitioner',
    { kind: 'telephone', significant: true, about: ['ada'] },
  ],
  ['2026-03-21T10:00', 'note.recorded', 'practitioner', { kind: 'email', about: ['ben'] }],
  [
    '2026-03-23T09:00',
    'event.withdrawn',
    'practitioner',
    { of: 'e8', reason: 'It was about another family' },
  ],
]

/**
 * A family of two children and their mother, called Marlow, worked with by the practitioner of the first team
 * under the nine steps: contacted, visited once, a significant note, and a note taken back. It is Friday 27
 * March 2026 at 9am.
 */
export const knownFamily = async (): Promise<KnownFamily> => {
  const service = await smallService()
  const { place } = service
  const id = await opened(service)
  const say = async (at: string, type: string, by: StandardRole, data: Data): Promise<void> => {
    place.set(at)
    const said = [{ type, at: moment(at), data }]
    const result = await record(place.deps, place.as(by), {
      caseId: id,
      key: `${type} ${at}`,
      said,
      reason: null,
    })
    if (result.kind !== 'recorded') throw new Error(JSON.stringify(result))
  }
  await say('2026-03-03T09:00', 'decision.made', 'manager', { outcome: 'accepted', tier: 3 })
  place.set('2026-03-05T12:00')
  await allocate(place.deps, place.as('manager'), {
    caseId: id,
    key: 'the allocation',
    at: moment('2026-03-05T12:00'),
    worker: place.as('practitioner').user,
    team: null,
    data: { direction: 'See both children at home first.' },
    reason: null,
  })
  for (const [at, type, by, data] of history) await say(at, type, by, data)
  place.set('2026-03-27T09:00')
  return { ...service, id }
}
