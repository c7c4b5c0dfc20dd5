import assert from 'node:assert/strict'
import { it } from 'node:test'
import { makeDay } from '#calendar/day.ts'
import { calendarOf, procedureOn } from '../deps.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { workOutSchedule } from '../schedule/keep-schedule.ts'
import type { Outgoing } from './message.ts'
import { noticesOf } from './notices.ts'

/** What is sent because of one event after the referral. */
const noticesAfter = async (
  pack: string,
  type: string,
  data: Readonly<Record<string, string | number | boolean>>,
): Promise<readonly Outgoing[]> => {
  const { store, id, deps, ...place } = await smallAuthority(pack)
  const caseId = await refer({ store, id, deps, ...place }, '2026-03-02T10:00')
  const one = await store.look(id, (inside) => inside.caseById(caseId))
  assert.ok(one)
  const procedure = procedureOn(deps.shelf, pack, makeDay(2026, 3, 2))
  const event = {
    id: 'e2',
    type,
    at: moment('2026-03-03T09:00'),
    recorded: moment('2026-03-03T09:00'),
    by: null,
    data,
    override: null,
    writtenBy: null,
  }
  const { schedule } = workOutSchedule(
    { ...one, events: [...one.events, event] },
    procedure,
    calendarOf({ closures: [] }),
  )
  return noticesOf(procedure, schedule.timeline, ['e2'], one)
}

it('a notice goes to each role that the procedure names, by the reference and its clause', async () => {
  const sent = await noticesAfter('caf-process', 'concern.raised', { to: 'mash', reason: 'Seen alone' })
  assert.deepEqual(
    sent.map(({ to, subject, body }) => [to, subject, body]),
    ['line-manager', 'duty-manager'].map((role) => [
      { kind: 'role', role },
      'A record about risk is there to be read',
      'NS-0001: A record about risk is there to be read. (CP-R3)',
    ]),
  )
})

it('those outside the service are told by somebody who knows the family, in one message', async () => {
  const sent = await noticesAfter('caf-process', 'taf.minutes-shared', {})
  assert.equal(sent.length, 1)
  assert.deepEqual(sent[0]?.to, { kind: 'role', role: 'family' })
  assert.match(
    sent[0]?.body ?? '',
    /\n\nAlongside does not write to the family or the professionals around the family: please pass it on\.$/,
  )
})
