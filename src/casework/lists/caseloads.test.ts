import assert from 'node:assert/strict'
import { it } from 'node:test'
import { allocate } from '../allocation/allocate.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { myWork } from './my-work.ts'
import { record } from '../recording/record.ts'
import { teamBoard } from './team-board.ts'

it('what a manager has not done is not counted as the worker’s', async () => {
  const place = await smallAuthority()
  const [manager, worker] = [place.as('manager'), place.as('practitioner')]
  const caseId = await refer(place, '2026-03-02T10:00')
  const at = moment('2026-03-03T09:00')
  place.set('2026-03-03T09:00')
  const said = [{ type: 'decision.made', at, data: { outcome: 'accepted' } }]
  await record(place.deps, manager, { caseId, key: 'accepted', said, reason: null })
  const given = { caseId, key: 'given', at, worker: worker.user, team: null, reason: null }
  await allocate(place.deps, manager, { ...given, data: { direction: 'See both children' } })

  // By then the manager's first discussion of the case, due on 31 March, is late as well.
  place.set('2026-04-10T09:00')
  const own = await myWork(place.deps, worker)
  const board = await teamBoard(place.deps, manager, place.teams[0].id, 1)
  const load = board?.workers.find(({ user }) => user.user === worker.user)
  assert.ok(own.overdue.length > 0)
  assert.equal(load?.overdue, own.overdue.length)
  assert.ok(board?.families[0] !== undefined && board.families[0].overdue > own.overdue.length)
})
