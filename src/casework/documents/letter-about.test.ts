import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { anEvent } from '../store-contract/given.ts'
import { caseOverview } from '../case/case-overview.ts'
import { gapsIn } from './fill-letter.ts'
import { aboutLetter } from './letter-about.ts'
import { letterDesk } from './letter-desk.ts'

type Happened = readonly [at: string, type: string, data?: Data, role?: string]

const familyOf = async (
  procedure: string,
  happened: readonly Happened[],
  now: string,
): Promise<{ readonly place: SmallAuthority; readonly caseId: string }> => {
  const place = await smallAuthority(procedure)
  const caseId = await refer(place, '2026-03-02T10:00')
  await place.store.change(place.id, async (store) => {
    await store.setCase(caseId, { worker: place.as('practitioner').user })
    await store.append(
      caseId,
      happened.map(([at, type, data = {}, role = 'manager']) =>
        anEvent(type, { at: moment(at), recorded: moment(at), data, by: { role, id: null } }),
      ),
    )
  })
  place.set(now)
  return { place, caseId }
}

/** The words of a letter to the first of those to whom it may go. */
const letter = async (
  procedure: string,
  id: string,
  now: string,
  ...happened: readonly Happened[]
): Promise<string> => {
  const { place, caseId } = await familyOf(procedure, happened, now)
  const desk = await letterDesk(place.deps, place.as('manager'), { caseId, letter: id })
  assert.ok(desk)
  return desk.fillFor(desk.recipients[0]?.name ?? '')
}

const accepted: Happened = ['2026-03-03T09:00', 'decision.made', { outcome: 'accepted', tier: 3 }]

describe('the due date of a letter', () => {
  const allocated: Happened = ['2026-03-05T12:00', 'case.allocated', { direction: 'Meet the mother first' }]

  it('is that of the obligation which the letter names', async () => {
    const body = await letter('nine-steps', 'allocation', '2026-03-06T09:00', accepted, allocated)
    assert.match(body, /Contact with the family is due by Tuesday 10 March 2026\./)
    assert.match(body, /Meet the mother first/)
    assert.match(body, /has been allocated to you on Thursday 5 March 2026\./, 'on another day it is as true')
  })

  it('is the day of a limit in hours', async () => {
    const body = await letter('family-work', 'referral-accepted', '2026-03-03T10:00', accepted)
    assert.match(body, /in touch with you by Thursday 5 March 2026 to say hello/)
  })

  it('is a day that an event says', async () => {
    const joined: Happened = ['2026-03-04T09:00', 'waiting-list.joined', { expected: '2026-05-11' }]
    const body = await letter('family-work', 'waiting-list', '2026-03-04T10:00', accepted, joined)
    assert.match(body, /start with you around Monday 11 May 2026\./)
  })

  it('is the day of a meeting of which the hour is agreed too', async () => {
    const meeting: Happened = ['2026-03-05T12:00', 'taf.agreed', { date: '2026-03-20T14:00' }]
    const { place, caseId } = await familyOf('nine-steps', [accepted, meeting], '2026-03-06T09:00')
    const manager = place.as('manager')
    const overview = await caseOverview(place.deps, manager, caseId)
    const desk = await letterDesk(place.deps, manager, { caseId, letter: 'allocation' })
    assert.ok(overview && desk)
    const about = aboutLetter({ ...desk.letter, due: 'taf.agreed.date' }, overview)
    assert.equal(about('due date'), '2026-03-20')
  })

  it('is asked for once it has passed, is met, or where nothing on record has one', async () => {
    const late = await letter('nine-steps', 'allocation', '2026-03-11T09:00', accepted, allocated)
    assert.match(late, /due by \[\[due date\]\]/)
    const contact: Happened = ['2026-03-06T09:00', 'contact.made']
    const met = await letter('nine-steps', 'allocation', '2026-03-09T09:00', accepted, allocated, contact)
    assert.match(met, /due by \[\[due date\]\]/)
    assert.match(await letter('family-work', 'waiting-list', '2026-03-04T10:00'), /around \[\[due date\]\]/)
    assert.match(await letter('family-work', 'please-get-in-touch', '2026-03-04T10:00'), /\[\[due date\]\]/)
  })
})

describe('what a letter tells of', () => {
  it('is said with the outcome in the words of the procedure, and with its own reason', async () => {
    const held: Happened = [
      '2026-03-10T10:00',
      'panel.held',
      { outcome: 'community', reason: 'The aunt lives next door' },
    ]
    const body = await letter('family-network', 'panel-other-answer', '2026-03-11T09:00', held)
    assert.match(body, /The panel met on Tuesday 10 March 2026 .* what it said: Help near home is enough\./)
    assert.match(body, /The aunt lives next door/)
  })

  it('has no reason of something else', async () => {
    const held: Happened = [
      '2026-03-10T10:00',
      'panel.held',
      { outcome: 'offer', reason: 'They asked for it' },
    ]
    const plan: Happened = ['2026-03-20T10:00', 'plan.agreed']
    const rests: Happened = ['2026-04-01T10:00', 'plan.held-on', {}, 'network-lead']
    const body = await letter('family-network', 'on-hold', '2026-04-02T09:00', held, plan, rests)
    assert.match(body, /rests for a while: \[\[reason\]\]/)
    assert.match(body, /until you take it up again, by Wednesday 27 May 2026 at the latest/)
    const because: Happened = ['2026-04-01T10:00', 'plan.held-on', { reason: 'Mo is in hospital' }]
    const again = await letter('family-network', 'on-hold', '2026-04-02T09:00', held, because)
    assert.match(again, /rests for a while: Mo is in hospital\./)
  })

  it('is how the last decision came out, where it has no outcome of its own', async () => {
    const review: Happened = ['2026-04-01T10:00', 'review.held', { decision: 'end-met' }]
    const body = await letter('partner-pathway', 'support-later', '2026-04-02T09:00', accepted, review)
    assert.match(body, /This is how it stands: It ends, the needs are fully met/)
  })

  it('keeps from everybody outside what a manager told the worker to do', async () => {
    const direction = 'Look into the bruise first'
    const allocated: Happened = ['2026-03-05T12:00', 'case.allocated', { direction }]
    for (const [procedure, id] of [
      ['family-network', 'panel-other-answer'],
      ['family-work', 'feedback-request'],
      ['family-work', 'professionals-closing'],
    ] as const)
      assert.match(await letter(procedure, id, '2026-03-06T09:00', allocated), /\[\[next steps\]\]/, id)
    const body = await letter('caf-process', 'allocation', '2026-03-06T09:00', allocated)
    assert.match(body, new RegExp(direction))
  })
})

const packs = [
  'caf-process',
  'family-network',
  'family-work',
  'nine-steps',
  'partner-pathway',
  'step-down',
] as const

/** A case in which everything has happened of which letters speak, at the house where somebody is known to live. */
const everything: readonly Happened[] = [
  ['2026-03-02T10:00', 'referral.received', { source: 'Sands Primary', reason: 'Mornings are hard' }],
  [
    '2026-03-03T09:00',
    'decision.made',
    { outcome: 'accepted', reason: 'It is agreed', services: ['the toy library'] },
  ],
  ['2026-03-03T08:00', 'step-down.discussed', { outcome: 'not-agreed', reason: 'It goes well already' }],
  ['2026-03-03T10:00', 'panel.held', { outcome: 'community', reason: 'The aunt lives next door' }],
  ['2026-03-04T09:00', 'waiting-list.joined', { expected: '2026-05-11' }],
  ['2026-03-05T09:00', 'contact.attempted'],
  ['2026-03-05T12:00', 'case.allocated', { direction: 'Meet the mother first' }],
  ['2026-03-06T16:30', 'visit.made'],
  ['2026-03-06T17:00', 'taf.agreed', { date: '2026-03-20T14:00', number: 1, place: 'the library' }],
  ['2026-03-06T17:10', 'taf.invited', { with: ['mo', 'the school nurse'] }],
  ['2026-03-06T17:20', 'plan.agreed', { actions: [{ what: 'Breakfast club', who: 'Mo' }], reviewEvery: 6 }],
  ['2026-03-06T17:30', 'plan.held-on', { reason: 'Mo is in hospital' }, 'network-lead'],
  ['2026-03-06T17:35', 'contact.attempted'],
  ['2026-03-06T17:40', 'closure.agreed', { reason: 'non-engagement' }],
  ['2026-03-06T17:50', 'case.closed', { reason: 'work-done' }],
]

const reached = { phone: '01632 960 001', email: 'hello@example.org', address: '1 High Street' }

/** What no record says, letter by letter: it is for whoever writes. */
const questions: Readonly<Record<string, readonly string[]>> = {
  'family-network panel-other-answer': ['next steps'],
  'family-work feedback-request': ['next steps'],
  'family-work professionals-closing': ['next steps'],
  'family-work please-get-in-touch': ['due date'],
  // The visit was what had to be done by then: nothing is due any more.
  'family-work referral-accepted': ['due date'],
  'nine-steps allocation': ['due date'],
}

for (const pack of packs)
  it(`every letter of ${pack} says what is on record, and asks for nothing else`, async () => {
    const { place, caseId } = await familyOf(pack, everything, '2026-03-06T18:00')
    await place.store.change(place.id, async (store) => {
      await store.setServiceDetails({ name: 'Sands Early Help', ...reached })
      const { user, name, memberships } = place.as('practitioner')
      await store.changeUser(user, { name, memberships, active: true, phone: '07700 900 001' })
      const one = await store.caseById(caseId)
      await store.setPeople(
        caseId,
        (one?.people ?? []).map((person) => ({ ...person, address: '14 Harbour Terrace' })),
      )
    })
    for (const { id } of place.deps.shelf.pack(pack)?.versions[0]?.letters ?? []) {
      const desk = await letterDesk(place.deps, place.as('manager'), { caseId, letter: id })
      const body = desk?.fillFor('Mo Example') ?? ''
      assert.deepEqual(gapsIn(body), questions[`${pack} ${id}`] ?? [], `${pack} ${id}`)
      assert.doesNotMatch(body, /\bmo\b|non-engagement|work-done|T14:00/, `${pack} ${id}`)
    }
  })
