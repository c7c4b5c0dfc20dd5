import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { parseDay } from '#calendar/day.ts'
import type { Actor, Membership } from './access/actor.ts'
import { standardRoles } from './access/actor.ts'
import { caseAudit } from './case/case-audit.ts'
import { caseOverview } from './case/case-overview.ts'
import { casePeople } from './case/case-people.ts'
import type { CaseRecord } from './case/case-record.ts'
import { caseTimeline } from './case/case-timeline.ts'
import type { Deps } from './deps.ts'
import { documentsOfCase } from './documents/documents-of-case.ts'
import { searchFamilies, teamsOf } from './lists/families.ts'
import { moment, packNamed } from './fixtures/small-authority.ts'
import { inMemoryStore } from './in-memory/in-memory-store.ts'
import { may } from './access/may.ts'
import { messageDesk } from './messages/message-desk.ts'
import { myWork } from './lists/my-work.ts'
import { ownReferrals } from './referrals/own-referrals.ts'
import { peopleHistory } from './people/people-history.ts'
import { isWithin, reachOf } from './access/reach.ts'
import { openToReader } from './restricted/open-restricted.ts'
import { anEvent, anObligation, aPerson } from './store-contract/given.ts'
import { teamBoard } from './lists/team-board.ts'
import { waitingReferrals } from './referrals/waiting-referrals.ts'

const now = moment('2026-03-20T09:00')

/** A family of a random town: its team, worker and those whom it names are told by their places. */
type Drawn = {
  readonly team: 0 | 1 | null
  readonly worker: number | null
  readonly only: readonly number[] | null
  readonly openTo: number | null
  readonly closed: boolean
  readonly owner: string
}

type DrawnRole = { readonly role: (typeof standardRoles)[number]; readonly team: 0 | 1 | null }

const places = { people: 4, families: 7 }
const person = fc.nat({ max: places.people - 1 })
const team = fc.constantFrom<0 | 1 | null>(0, 1, null)

const towns = fc.record({
  people: fc.array(
    fc.array(fc.record<DrawnRole>({ role: fc.constantFrom(...standardRoles), team }), { maxLength: 2 }),
    { minLength: places.people, maxLength: places.people },
  ),
  families: fc.array(
    fc.record<Drawn>({
      team,
      worker: fc.option(person),
      only: fc.option(fc.uniqueArray(person), { freq: 2 }),
      openTo: fc.option(person, { freq: 4 }),
      closed: fc.boolean(),
      owner: fc.constantFrom('practitioner', 'manager', 'duty-manager', 'hub'),
    }),
    { minLength: places.families, maxLength: places.families },
  ),
})

const words = ['Abelard', 'Bivouac', 'Cinnabar', 'Dovetail', 'Eglantine', 'Foxglove', 'Gossamer']

/** The town over a store in memory, with the families as they are then. */
async function build({
  people,
  families,
}: {
  people: readonly (readonly DrawnRole[])[]
  families: readonly Drawn[]
}) {
  const store = inMemoryStore({ now: () => now })
  const authority = { slug: 'a-town', name: 'A Town', pack: 'nine-steps', closures: [], demonstration: true }
  const { id } = await store.addAuthority(authority)
  const deps: Deps = { store, clock: { now: () => now }, shelf: { pack: packNamed } }
  const version =
    packNamed('nine-steps').versions[0]?.procedure.version ?? parseDay('2026-01-01') ?? (0 as never)
  return store.change(id, async (all) => {
    const teams = [(await all.addTeam('East')).id, (await all.addTeam('West')).id]
    const teamAt = (at: 0 | 1 | null): string | null => (at === null ? null : (teams[at] ?? null))
    const actors: Actor[] = []
    for (const [i, roles] of people.entries()) {
      const memberships = roles.map((one): Membership => ({ role: one.role, team: teamAt(one.team) }))
      actors.push(await all.addUser({ name: `User ${i}`, email: `u${i}@example.org`, memberships }))
    }
    const userAt = (at: number): string => actors[at]?.user ?? ''
    const records: CaseRecord[] = []
    for (const [i, drawn] of families.entries()) {
      const family = words[i] ?? ''
      const child = aPerson('child', `Child ${family}`, { role: 'child', address: `1 ${family} Row` })
      const { id: caseId } = await all.openCase({
        family,
        procedure: 'nine-steps',
        version,
        team: teamAt(drawn.team),
        opened: now,
        people: [child],
      })
      await all.append(caseId, [
        anEvent('referral.received', { data: { route: 'hub' }, writtenBy: userAt(i % actors.length) }),
      ])
      await all.setCase(caseId, {
        worker: drawn.worker === null ? null : userAt(drawn.worker),
        restrictedTo: drawn.only?.map(userAt) ?? null,
        closed: drawn.closed ? now : null,
      })
      const rows = [anObligation('due', { owner: drawn.owner, title: `About ${family}` })]
      await all.writeSchedule(caseId, rows, { version: '2026-01-01', lastEvent: 1 })
      if (drawn.openTo !== null) {
        const opening = { user: userAt(drawn.openTo), at: now, until: moment('2026-03-21T09:00') }
        await all.openRestricted(caseId, { ...opening, reason: 'On call' })
      }
      await all.send({
        kind: 'notice',
        to: { kind: 'role', role: 'manager' },
        caseId,
        subject: 's',
        body: family,
      })
      for (const { user } of actors)
        await all.saveDraft({
          user,
          form: `record:${caseId}:visit_made`,
          values: {},
          savedAt: now,
          revision: 1,
        })
      records.push((await all.caseById(caseId)) as CaseRecord)
    }
    return { deps, actors, teams, records }
  })
}

/** Everything that an answer says, whatever it is held in; the written procedure says nothing of any family. */
const said = (answer: unknown): string =>
  JSON.stringify(answer, (name, value: unknown) => {
    // The words that were searched for are the reader's own.
    if (name === 'procedure' || name === 'calendar' || name === 'words') return undefined
    return value instanceof Map || value instanceof Set ? [...value] : value
  }) ?? ''

const filter = { kind: null, entry: null, significantOnly: false, about: null, by: null, days: null, page: 1 }

describe('nothing of a family that somebody may not see', () => {
  it('is in any list, page, search, draft or message that is theirs', async () => {
    await fc.assert(
      fc.asyncProperty(towns, async (town) => {
        const { deps, actors, teams, records } = await build(town)
        for (const actor of actors) {
          const answers: unknown[] = [
            await searchFamilies(deps, actor, ''),
            await waitingReferrals(deps, actor),
            await myWork(deps, actor),
            await teamsOf(deps, actor),
            await openToReader(deps, actor),
            await messageDesk(deps, actor, { state: null, before: null }),
          ]
          for (const id of teams) answers.push(await teamBoard(deps, actor, id, 1))
          for (const { family, reference, id } of records) {
            answers.push(await searchFamilies(deps, actor, family))
            answers.push(await searchFamilies(deps, actor, reference))
            answers.push(await caseOverview(deps, actor, id))
            answers.push(await caseTimeline(deps, actor, id, filter))
            answers.push(await casePeople(deps, actor, id))
            answers.push(await caseAudit(deps, actor, id))
            answers.push(await documentsOfCase(deps, actor, id))
            answers.push(await peopleHistory(deps, actor, id))
          }
          const all = answers.map((answer) => said(answer)).join('\n')
          for (const one of records.filter((record) => !may.seeCase(actor, record)))
            for (const word of [one.id, one.family, `${one.reference}"`])
              assert.ok(!all.includes(word), `${actor.name} reads “${word}”`)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is in what they hear of those that they have referred, but how their referral went', async () => {
    await fc.assert(
      fc.asyncProperty(towns, async (town) => {
        const { deps, actors, records } = await build(town)
        for (const actor of actors) {
          const own = await ownReferrals(deps, actor)
          const theirs = records
            .filter(({ events }) => events.some(({ writtenBy }) => writtenBy === actor.user))
            .filter(({ restrictedTo }) => restrictedTo === null || restrictedTo.includes(actor.user))
            .filter((one) => may.receiveReferral(actor) && !may.seeCase(actor, one))
          assert.deepEqual(own.map(({ id }) => id).toSorted(), theirs.map(({ id }) => id).toSorted())
          for (const { family } of records)
            for (const word of [`Child ${family}`, `${family} Row`, `About ${family}`])
              assert.ok(!said(own).includes(word), `${actor.name} reads “${word}”`)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('takes room from what they may see, and all of that is there', async () => {
    await fc.assert(
      fc.asyncProperty(towns, async (town) => {
        const { deps, actors, teams, records } = await build(town)
        for (const actor of actors) {
          const seen = records.filter((one) => may.seeCase(actor, { ...one, openings: [] }))
          const reach = reachOf(actor)
          assert.deepEqual(
            records.filter((one) => isWithin(reach, one)),
            seen,
          )
          const lines = (wanted: (one: CaseRecord) => boolean): readonly string[] =>
            seen.filter((one) => one.closed === null && wanted(one)).map(({ family }) => family)
          for (const one of records) {
            const found = await searchFamilies(deps, actor, one.reference)
            const isFound = found?.lines.some(({ id }) => id === one.id) === true
            assert.equal(isFound, seen.includes(one))
          }
          const { waiting } = await waitingReferrals(deps, actor)
          assert.deepEqual(
            waiting.map(({ family }) => family).toSorted(),
            lines(({ worker }) => worker === null),
          )
          for (const id of teams) {
            const board = await teamBoard(deps, actor, id, 1)
            if (board === null) continue
            assert.deepEqual(
              [...board.unallocated, ...board.families].map(({ family }) => family).toSorted(),
              lines(({ team: own }) => own === id),
            )
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
