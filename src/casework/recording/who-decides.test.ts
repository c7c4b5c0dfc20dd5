import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import type { StandardRole } from '../access/actor.ts'
import { caseOverview } from '../case/case-overview.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { may, packRolesOf } from '../access/may.ts'
import { reachOf } from '../access/reach.ts'
import { receiveReferral } from '../referrals/receive-referral.ts'
import { record } from './record.ts'
import type { Recorded } from './recording.ts'
import { whoDecides } from './who-decides.ts'

/** A family referred to the first team under the nine steps, on Tuesday 3 March 2026 at 9am. */
const referred = async (procedure = 'nine-steps') => {
  const place = await smallAuthority(procedure)
  const id = await refer(place, '2026-03-02T10:00')
  place.set('2026-03-03T09:00')
  return { place, id }
}

type More = { readonly reason?: string; readonly decidedBy?: string; readonly key?: string }

const say = (
  { deps, as }: SmallAuthority,
  caseId: string,
  role: StandardRole,
  type: string,
  data: Data,
  { reason, decidedBy, key }: More = {},
): Promise<Recorded> =>
  record(deps, as(role), {
    caseId,
    key: key ?? `${role} ${type} ${JSON.stringify(data)} ${reason} ${decidedBy}`,
    said: [{ type, at: moment('2026-03-03T09:00'), data }],
    reason: reason ?? null,
    ...(decidedBy === undefined ? {} : { decidedBy }),
  })

const accepted = { outcome: 'accepted', tier: 3 }

const eventsOf = async ({ store, id: authority }: SmallAuthority, id: string) =>
  (await store.look(authority, ({ caseById }) => caseById(id)))?.events ?? []

describe('a decision of the procedure', () => {
  it('is recorded by whoever the clause says makes it', async () => {
    const { place, id } = await referred()
    assert.equal((await say(place, id, 'manager', 'decision.made', accepted)).kind, 'recorded')
    const decision = (await eventsOf(place, id)).at(-1)
    assert.deepEqual(decision?.by, { role: 'manager', id: place.as('manager').user })
  })

  it('is not recorded by anybody else, who hears whose it is and in which clause that stands', async () => {
    for (const role of ['practitioner', 'senior-practitioner'] as const) {
      const { place, id } = await referred()
      const result = await say(place, id, role, 'decision.made', accepted)
      assert.deepEqual(result, {
        kind: 'shut',
        gates: [
          {
            gate: 'threshold',
            hard: false,
            lacks: [{ gate: 'threshold', clause: 'NS-2.1', what: 'Is the threshold clear?', person: null }],
            deciders: ['Duty manager', 'Early Help manager'],
          },
        ],
      })
      assert.equal((await eventsOf(place, id)).length, 1)
    }
  })

  it('is recorded by a manager above with a reason, and not without', async () => {
    const { place, id } = await referred()
    assert.equal((await say(place, id, 'service-manager', 'decision.made', accepted)).kind, 'shut')
    const reason = 'Both managers are away'
    const result = await say(place, id, 'service-manager', 'decision.made', accepted, { reason })
    assert.equal(result.kind, 'recorded')
    const decision = (await eventsOf(place, id)).at(-1)
    assert.deepEqual(decision?.by, { role: 'service-manager', id: place.as('service-manager').user })
    assert.deepEqual(decision?.override, { role: 'service-manager', reason })
  })

  it('is written down by business support in the name of who made it, who is told', async () => {
    const { place, id } = await referred()
    const [manager, support] = [place.as('manager').user, place.as('business-support').user]
    const result = await say(place, id, 'business-support', 'decision.made', accepted, { decidedBy: manager })
    assert.equal(result.kind, 'recorded')
    const decision = (await eventsOf(place, id)).at(-1)
    assert.deepEqual(decision?.by, { role: 'manager', id: manager })
    assert.equal(decision?.writtenBy, support)
    const query = {
      state: null,
      about: reachOf(place.as('manager')),
      to: null,
      before: null,
      limit: 9,
    } as const
    const told = await place.store.look(place.id, ({ messages }) => messages(query))
    const [{ to, body } = { to: null, body: '' }] = told.filter(
      ({ subject }) => subject === 'A decision was written down for you',
    )
    assert.deepEqual(to, { kind: 'user', user: manager })
    assert.match(body, /business-support of East wrote down a decision as yours/)
    assert.doesNotMatch(body, /Example/)
  })

  it('is not written down in the name of somebody who may not make it, nor by others in anybody’s name', async () => {
    const { place, id } = await referred()
    const shut = async (role: StandardRole, decidedBy?: string): Promise<void> => {
      const more = decidedBy === undefined ? {} : { decidedBy }
      assert.equal(
        (await say(place, id, role, 'decision.made', accepted, more)).kind,
        'shut',
        `${role} ${decidedBy}`,
      )
    }
    await shut('business-support')
    await shut('business-support', place.as('practitioner').user)
    await shut('business-support', place.as('manager', 1).user)
    await shut('business-support', 'nobody')
    await shut('practitioner', place.as('manager').user)
    assert.equal((await eventsOf(place, id)).length, 1)
  })

  it('is corrected and taken back only by those who may make it', async () => {
    const { place, id } = await referred()
    await say(place, id, 'manager', 'decision.made', accepted)
    const [, decision] = await eventsOf(place, id)
    const of = decision?.id ?? ''
    const set = { of, set: { outcome: 'universal' }, reason: 'A mistake' }
    assert.equal((await say(place, id, 'practitioner', 'event.corrected', set)).kind, 'shut')
    assert.equal((await say(place, id, 'practitioner', 'event.withdrawn', { of, reason: 'x' })).kind, 'shut')
    assert.equal((await say(place, id, 'manager', 'event.corrected', set)).kind, 'recorded')
  })

  it('is not taken back by another where only a correction made it one', async () => {
    const { place, id } = await referred()
    await say(place, id, 'manager', 'decision.made', { tier: 3 })
    const of = (await eventsOf(place, id)).at(-1)?.id ?? ''
    const set = { of, set: { outcome: 'accepted' }, reason: 'It was left out' }
    assert.equal((await say(place, id, 'manager', 'event.corrected', set)).kind, 'recorded')
    const change = (await eventsOf(place, id)).at(-1)?.id ?? ''
    const back = (event: string) => ({ of: event, reason: 'x' })
    assert.equal((await say(place, id, 'practitioner', 'event.withdrawn', back(of))).kind, 'shut')
    assert.equal((await say(place, id, 'practitioner', 'event.withdrawn', back(change))).kind, 'shut')
    assert.equal((await say(place, id, 'manager', 'event.withdrawn', back(change))).kind, 'recorded')
  })

  it('cannot be slipped in by correcting what decided nothing', async () => {
    const { place, id } = await referred('step-down')
    await say(place, id, 'practitioner', 'note.recorded', { kind: 'contact' })
    const note = (await eventsOf(place, id)).at(-1)?.id ?? ''
    const set = { of: note, set: { outcome: 'accepted' }, reason: 'A mistake' }
    assert.equal((await say(place, id, 'practitioner', 'event.corrected', set)).kind, 'recorded')
    const decided = await say(place, id, 'practitioner', 'decision.made', { outcome: 'accepted' })
    assert.equal(decided.kind, 'shut')
  })
})

describe('a decision made outside the service', () => {
  it('is written down by anybody who records, in the name of the role that made it', async () => {
    const { place, id } = await referred('step-down')
    const data = { with: 'taf-team', outcome: 'agreed' }
    const result = await say(place, id, 'practitioner', 'step-down.discussed', data)
    const lacking = result.kind === 'shut' && result.gates.some(({ deciders }) => deciders !== undefined)
    assert.equal(lacking, false, JSON.stringify(result))
    if (result.kind === 'recorded')
      assert.deepEqual((await eventsOf(place, id)).at(-1)?.by, { role: 'taf-team', id: null })
  })
})

describe('a social care manager', () => {
  it('proposes a step-down in their own name, and sees nothing of the family afterwards', async () => {
    const place = await smallAuthority('step-down')
    const memberships = [{ role: 'social-care-manager', team: null }] as const
    const manager = await place.store.change(place.id, ({ addUser }) =>
      addUser({ name: 'Sol', email: 'sol@example.org', memberships }),
    )
    const result = await receiveReferral(place.deps, manager, {
      key: 'proposal',
      family: 'Example',
      team: place.teams[0].id,
      people: [],
      at: moment('2026-03-02T10:00'),
      data: { route: 'cin', tray: 'early-years' },
    })
    assert.equal(result.kind, 'recorded', JSON.stringify(result))
    const id = result.kind === 'recorded' ? result.caseId : ''
    const [referral] = await eventsOf(place, id)
    assert.deepEqual(referral?.by, { role: 'social-care-manager', id: manager.user })
    assert.equal(await caseOverview(place.deps, manager, id), null)
  })
})

describe('who works with a family', () => {
  it('leads the work, whatever the procedure calls whoever does', async () => {
    const { place, id } = await referred('partner-pathway')
    const worker = place.as('practitioner')
    await place.store.change(place.id, ({ setCase }) => setCase(id, { worker: worker.user }))
    const one = await caseOverview(place.deps, worker, id)
    assert.ok(one)
    assert.deepEqual(packRolesOf(worker, one.record, one.procedure), ['practitioner', 'lead-professional'])
    assert.deepEqual(packRolesOf(place.as('manager'), one.record, one.procedure), ['line-manager'])
    assert.equal(whoDecides(worker, one.record, one.procedure, 'review.held', []), null)
  })
})

describe('before anything is typed', () => {
  it('a form knows how its reader stands to what is decided, and who could have decided', async () => {
    const { place, id } = await referred()
    const users = await place.store.look(place.id, (all) => all.users())
    const one = await caseOverview(place.deps, place.as('manager'), id)
    assert.ok(one)
    const standing = (role: StandardRole) => {
      const found = whoDecides(place.as(role), one.record, one.procedure, 'decision.made', users)
      return found === null ? null : [found.standing, found.candidates.map(({ name }) => name)]
    }
    const deciders = ['duty-manager of East', 'duty-manager of West', 'manager of East']
    assert.equal(standing('manager'), null)
    assert.equal(standing('duty-manager'), null)
    assert.deepEqual(standing('practitioner'), ['not theirs', deciders])
    assert.deepEqual(standing('service-manager'), ['with a reason', deciders])
    assert.deepEqual(standing('business-support'), ['for another', deciders])
    assert.equal(whoDecides(place.as('practitioner'), one.record, one.procedure, 'visit.made', users), null)
    assert.equal(may.writeFor(place.as('business-support', 1), one.record), false)
  })
})
