import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import type { Actor } from '../access/actor.ts'
import { allocate } from '../allocation/allocate.ts'
import { caseOverview } from '../case/case-overview.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { myWork } from '../lists/my-work.ts'
import { record } from './record.ts'

type Told = { readonly key?: string; readonly reason?: string }

const say = (
  place: SmallAuthority,
  actor: Actor,
  caseId: string,
  type: string,
  at: string,
  data: Data = {},
  told: Told = {},
) => {
  place.set(at)
  const said = [{ type, at: moment(at), data }]
  return record(place.deps, actor, {
    caseId,
    key: told.key ?? `${type} ${at}`,
    said,
    reason: told.reason ?? null,
  })
}

const allocated = async () => {
  const place = await smallAuthority()
  const caseId = await refer(place, '2026-03-02T10:00')
  await say(place, place.as('manager'), caseId, 'decision.made', '2026-03-03T09:00', {
    outcome: 'accepted',
    tier: 3,
  })
  place.set('2026-03-05T12:00')
  const result = await allocate(place.deps, place.as('manager'), {
    caseId,
    key: 'allocation',
    at: moment('2026-03-05T12:00'),
    worker: place.as('practitioner').user,
    team: null,
    data: { direction: 'See both children' },
    reason: null,
  })
  assert.equal(result.kind, 'recorded')
  return { place, caseId, worker: place.as('practitioner') }
}

describe('recording what happened', () => {
  it('puts what is then due on the list of the worker', async () => {
    const { place, caseId, worker } = await allocated()
    await say(place, worker, caseId, 'contact.made', '2026-03-06T15:00', { method: 'telephone' })
    place.set('2026-03-18T09:00')
    const { overdue } = await myWork(place.deps, worker)
    assert.deepEqual(
      overdue.map(({ rule, due, because }) => [rule, due, because]),
      [
        [
          'first-home-visit',
          '2026-03-17',
          '7 working days after contact on Fri 6 March 2026; the weekends of 7 and 14 March do not count.',
        ],
      ],
    )
  })

  it('takes it off when it is done', async () => {
    const { place, caseId, worker } = await allocated()
    await say(place, worker, caseId, 'contact.made', '2026-03-06T15:00', { method: 'telephone' })
    await say(place, worker, caseId, 'visit.made', '2026-03-17T16:00', {
      seen: [{ child: 'ada', alone: true }],
    })
    const overview = await caseOverview(place.deps, worker, caseId)
    const visit = overview?.standing.obligations.find(
      ({ obligation }) => obligation.clock.id === 'first-home-visit',
    )
    assert.equal(visit?.standing, 'met')
  })

  it('is done once for the same key, however often it is sent', async () => {
    const { place, caseId, worker } = await allocated()
    const once = await say(
      place,
      worker,
      caseId,
      'contact.made',
      '2026-03-06T15:00',
      { method: 'letter' },
      { key: 'k1' },
    )
    const again = await say(
      place,
      worker,
      caseId,
      'contact.made',
      '2026-03-06T15:00',
      { method: 'letter' },
      { key: 'k1' },
    )
    assert.deepEqual(again, once)
    const overview = await caseOverview(place.deps, worker, caseId)
    assert.equal(overview?.record.events.filter(({ type }) => type === 'contact.made').length, 1)
  })

  it('is refused by a hard gate, with what is lacking, and leaves everything as it was', async () => {
    const { place, caseId, worker } = await allocated()
    const result = await say(place, worker, caseId, 'case.closed', '2026-03-20T10:00', {
      reason: 'work-done',
    })
    assert.equal(result.kind, 'shut')
    const lacks =
      result.kind === 'shut' ? result.gates.flatMap((gate) => gate.lacks.map(({ what }) => what)) : []
    assert.ok(lacks.includes('sign-off by the manager'), lacks.join('; '))
    const overview = await caseOverview(place.deps, worker, caseId)
    assert.equal(overview?.standing.closed, false)
    assert.equal(overview?.record.events.length, 3)
  })

  it('reopens no case that is open and closes none that is closed, whenever it is said to have happened', async () => {
    const place = await smallAuthority()
    const caseId = await refer(place, '2026-03-02T10:00')
    const manager = place.as('manager')
    const wrongWith = async (type: string, at: string) => {
      const result = await say(place, manager, caseId, type, at)
      return result.kind === 'problems' ? result.problems.map(({ what }) => what) : result.kind
    }
    const notClosed = ['This case is open, so it cannot be reopened.']
    const early = [
      'The case was closed later than that, or in the same minute. Enter a time after it was closed.',
    ]
    assert.deepEqual(await wrongWith('case.reopened', '2026-03-02T11:00'), notClosed)
    await say(place, manager, caseId, 'decision.made', '2026-03-03T09:00', { outcome: 'universal' })
    assert.equal(await wrongWith('case.closed', '2026-03-04T09:00'), 'recorded')
    assert.deepEqual(await wrongWith('case.closed', '2026-03-05T09:00'), [
      'This case was closed already at that time.',
    ])
    assert.deepEqual(await wrongWith('case.reopened', '2026-03-03T12:00'), early)
    assert.deepEqual(await wrongWith('case.reopened', '2026-03-04T09:00'), early)
    assert.equal(await wrongWith('case.reopened', '2026-03-06T09:00'), 'recorded')
    assert.deepEqual(await wrongWith('case.reopened', '2026-03-07T09:00'), notClosed)
    assert.equal(await wrongWith('case.closed', '2026-03-09T09:00'), 'recorded')
  })

  it('says what is wrong with a value and records nothing', async () => {
    const { place, caseId, worker } = await allocated()
    const result = await say(place, worker, caseId, 'contact.made', '2026-03-06T15:00', { method: 'pigeon' })
    assert.deepEqual(result.kind === 'problems' && result.problems.map(({ code }) => code), [
      'case-bad-value',
    ])
  })

  it('cannot lie in the future', async () => {
    const { place, caseId, worker } = await allocated()
    const said = [{ type: 'contact.made', at: moment('2026-03-09T15:00'), data: { method: 'letter' } }]
    const result = await record(place.deps, worker, { caseId, key: 'later', said, reason: null })
    assert.deepEqual(result.kind === 'problems' && result.problems.map(({ code }) => code), ['case-bad-date'])
  })
})

describe('who may', () => {
  it('see and record: not somebody of another team, who is told that there is no such case', async () => {
    const { place, caseId } = await allocated()
    for (const role of ['practitioner', 'manager', 'partner', 'administrator', 'practice-lead'] as const) {
      const stranger = place.as(role, 1)
      assert.equal(await caseOverview(place.deps, stranger, caseId), null, role)
      const result = await say(place, stranger, caseId, 'contact.made', '2026-03-06T15:00', {}, { key: role })
      assert.equal(result.kind, 'no-such-case', role)
    }
  })

  it('only read: the quality lead', async () => {
    const { place, caseId } = await allocated()
    assert.notEqual(await caseOverview(place.deps, place.as('quality-lead', 1), caseId), null)
    const result = await say(place, place.as('quality-lead', 1), caseId, 'contact.made', '2026-03-06T15:00')
    assert.equal(result.kind, 'not-allowed')
  })

  it('go past a gate with a reason: a manager and nobody else', async () => {
    const { place, caseId, worker } = await allocated()
    const result = await say(
      place,
      worker,
      caseId,
      'note.recorded',
      '2026-03-06T15:00',
      { kind: 'contact' },
      { reason: 'urgent' },
    )
    assert.equal(result.kind, 'not-allowed')
  })

  it('everything that was recorded or looked at stands in the audit', async () => {
    const { place, caseId, worker } = await allocated()
    await caseOverview(place.deps, worker, caseId)
    await caseOverview(place.deps, worker, caseId)
    const audit = await place.store.look(place.id, (all) => all.auditOf(caseId, 10))
    const lines = audit.map(
      ({ act, user }) => `${act} by ${user === worker.user ? 'the worker' : 'the manager'}`,
    )
    assert.deepEqual(
      lines.toSorted((a, b) => a.localeCompare(b)),
      [
        'looked at by the worker',
        'recorded by the manager',
        'recorded by the manager',
        'recorded by the manager',
      ],
    )
  })
})

describe('what is for others to record', () => {
  it('a worker gives no family away and moves or pauses no limit, nor by correcting that somebody did', async () => {
    const { place, caseId, worker } = await allocated()
    const moved = {
      rule: 'contact-with-family',
      subject: 'case',
      due: '2026-03-12T12:00',
      reason: 'Away on holiday',
    }
    const given = { worker: worker.user, direction: 'See them' }
    const at = '2026-03-06T10:00'
    const tries = async (type: string, data: Data, key: string): Promise<string> =>
      (await say(place, worker, caseId, type, at, data, { key })).kind
    assert.equal(await tries('clock.moved', moved, 'k1'), 'not-allowed')
    assert.equal(await tries('clock.paused', { rule: 'all', reason: 'Away' }, 'k7'), 'not-allowed')
    assert.equal(await tries('clock.resumed', { rule: 'all' }, 'k8'), 'not-allowed')
    assert.equal(await tries('case.allocated', given, 'k2'), 'not-allowed')
    assert.equal(await tries('case.transferred', { to: worker.user }, 'k3'), 'not-allowed')
    await say(place, place.as('manager'), caseId, 'clock.moved', at, moved, { key: 'k4' })
    const one = await place.store.look(place.id, (all) => all.caseById(caseId))
    const of = one?.events.at(-1)?.id ?? ''
    assert.equal(one?.events.at(-1)?.type, 'clock.moved')
    const later = { of, set: { due: '2027-03-12T12:00' }, reason: 'A mistake' }
    assert.equal(await tries('event.corrected', later, 'k5'), 'not-allowed')
    assert.equal(await tries('event.withdrawn', { of, reason: 'x' }, 'k6'), 'not-allowed')
  })
})
