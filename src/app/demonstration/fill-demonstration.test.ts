import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { standardRoles } from '#casework/access/actor.ts'
import type { CaseRecord } from '#casework/case/case-record.ts'
import { calendarOf, procedureOf } from '#casework/deps.ts'
import type { Deps } from '#casework/deps.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import { myWork } from '#casework/lists/my-work.ts'
import type { MyWork } from '#casework/lists/my-work.ts'
import type { Authority, User } from '#casework/ports.ts'
import { isChild } from '#engine/case-event.ts'
import { derive } from '#engine/derive.ts'
import { gateMeetings } from '#engine/gates/gate-meetings.ts'
import { installedPacks } from '../service/installed-packs.ts'
import { fillDemonstration } from './fill-demonstration.ts'
import { standOfDemonstration } from './stand-of-demonstration.ts'

const shelf = installedPacks()
const now = parseInstant('2026-11-19T09:30') as Instant
const never = new AbortController().signal

const empty = (at = now): Deps => {
  const clock = { now: () => at }
  return { store: inMemoryStore(clock), clock, shelf }
}

const filled = async (families: number): Promise<Deps> => {
  const deps = empty()
  await fillDemonstration(deps, { families, tell: () => {}, signal: never })
  return deps
}

const casesOf = ({ store }: Deps, { id }: Authority): Promise<readonly CaseRecord[]> =>
  store.look(id, async (one) => {
    const lines = [true, false].map((open) => one.cases({ reach: 'all', open, limit: 10_000, offset: 0 }))
    const records: CaseRecord[] = []
    for (const line of (await Promise.all(lines)).flat()) {
      const record = await one.caseById(line.id)
      if (record !== null) records.push(record)
    }
    return records.toSorted((a, b) => a.reference.localeCompare(b.reference, 'en-GB'))
  })

/** What does not depend on the ids that a store gives. */
const told = async (deps: Deps): Promise<unknown> => {
  const authorities = await deps.store.authorities()
  return Promise.all(
    authorities.map(async (authority) => [
      authority.slug,
      (await deps.store.look(authority.id, (one) => one.users())).map(({ name, email }) => [name, email]),
      (await casesOf(deps, authority)).map(({ reference, family, people, events, closed }) => ({
        reference,
        family,
        closed,
        people: people.map((person) => ({ ...person, personId: '' })),
        events: events.map(({ type, at, recorded }) => ({ type, at, recorded })),
      })),
    ]),
  )
}

describe('the demonstration', () => {
  it('is the same each time it is made on a day', async () => {
    const first = await told(await filled(30))
    assert.deepEqual(await told(await filled(30)), first)
  })

  it('goes on where it was broken off, and comes to the same', async () => {
    const deps = empty()
    const controller = new AbortController()
    const brokenOff = fillDemonstration(deps, {
      families: 150,
      tell: (done) => done >= 40 && controller.abort(),
      signal: controller.signal,
    })
    await assert.rejects(brokenOff, { name: 'AbortError' })
    assert.deepEqual(await standOfDemonstration(deps.store), { kind: 'unfinished' })
    await fillDemonstration(deps, { families: 300, tell: () => {}, signal: never })
    assert.deepEqual(await standOfDemonstration(deps.store), { kind: 'filled', families: 150 })
    assert.deepEqual(await told(deps), await told(await filled(150)))
  })

  it('leaves authorities that are not its own alone', async () => {
    const { store } = empty()
    assert.deepEqual(await standOfDemonstration(store), { kind: 'none' })
    const own = {
      slug: 'somewhere',
      name: 'Somewhere',
      pack: 'nine-steps',
      closures: [],
      demonstration: false,
    }
    await store.addAuthority(own)
    assert.deepEqual(await standOfDemonstration(store), { kind: 'other' })
  })
})

describe('a filled demonstration', () => {
  let deps: Deps
  let authorities: readonly Authority[] = []
  const all = new Map<string, readonly CaseRecord[]>()
  const users = new Map<string, readonly User[]>()
  const lists: { readonly who: string; readonly list: MyWork }[] = []

  before(async () => {
    deps = await filled(300)
    authorities = await deps.store.authorities()
    for (const authority of authorities) {
      all.set(authority.pack, await casesOf(deps, authority))
      users.set(authority.pack, await deps.store.look(authority.id, (one) => one.users()))
    }
    for (const [pack, of] of users)
      for (const user of of) {
        const role = user.memberships[0]?.role ?? ''
        if (['practitioner', 'senior-practitioner', 'partner'].includes(role))
          lists.push({ who: `${role} ${user.name}, ${pack}`, list: await myWork(deps, user) })
      }
  })

  it('has five authorities, one on each procedure that comes from a real one, marked as not real', () => {
    assert.deepEqual(authorities.map(({ pack }) => pack).toSorted(), [
      'caf-process',
      'family-work',
      'nine-steps',
      'partner-pathway',
      'step-down',
    ])
    assert.ok(authorities.every(({ demonstration }) => demonstration))
    assert.deepEqual(
      [...all.values()].map((cases) => cases.length),
      [60, 60, 60, 60, 60],
    )
  })

  it('has somebody in every role of every authority, and several practitioners in each team', () => {
    for (const of of users.values()) {
      const held = of.flatMap(({ memberships }) => memberships)
      const missing = standardRoles.filter((role) => !held.some((one) => one.role === role))
      assert.deepEqual(missing, ['family-member'])
      const teams = Map.groupBy(
        held.filter(({ role }) => role === 'practitioner'),
        ({ team }) => team,
      )
      assert.deepEqual(
        [...teams.values()].map((one) => one.length),
        [2, 2],
      )
      assert.equal(new Set(of.map(({ name }) => name)).size, of.length)
    }
  })

  it('gives every practitioner families enough and not too many', () => {
    for (const [pack, cases] of all) {
      for (const user of users.get(pack) ?? []) {
        if (user.memberships[0]?.role !== 'practitioner') continue
        const open = cases.filter(({ worker, closed }) => worker === user.user && closed === null).length
        assert.ok(open >= 7 && open <= 14, `${user.name} has ${open} families under ${pack}`)
      }
    }
  })

  it('has families that wait, that are restricted, whose address is protected, and that are closed', () => {
    for (const [pack, cases] of all) {
      const waiting = cases.filter(({ worker, closed }) => worker === null && closed === null)
      assert.ok(waiting.length >= 2 && waiting.length <= 14, `${waiting.length} wait under ${pack}`)
      assert.ok(
        cases.some(({ closed }) => closed !== null),
        `some are closed under ${pack}`,
      )
      assert.equal(cases.filter(({ restrictedTo }) => restrictedTo !== null).length, 1)
      const hidden = cases.filter(({ people }) => people.some(({ addressProtected }) => addressProtected))
      assert.equal(hidden.length, 1)
    }
  })

  it('gives everybody who works with families something overdue, something due today and something later', () => {
    assert.equal(lists.length, 35)
    for (const { who, list } of lists) {
      for (const part of ['overdue', 'today'] as const) assert.ok(list[part].length > 0, `${who}: ${part}`)
      assert.ok(list.week.length + list.later.length > 0, `${who}: later`)
      assert.equal(list.more, false)
    }
  })

  it('has gone through no gate of a procedure without what it asks for, or a reason', () => {
    let past = 0
    for (const authority of authorities)
      for (const record of all.get(authority.pack) ?? []) {
        const procedure = procedureOf(shelf, record)
        const { timeline } = derive(procedure, record.events, record.people, calendarOf(authority))
        const met = gateMeetings(procedure, timeline)
        assert.deepEqual(
          met.filter(({ outcome }) => outcome !== 'past with a reason').map(({ gate }) => gate),
          [],
          record.reference,
        )
        past += met.length
      }
    assert.ok(past > 0)
  })

  it('has nothing written down by social workers, who do not sign in', () => {
    const roles = [...all.values()].flat().flatMap(({ events }) => events.map(({ by }) => by?.role))
    assert.ok(roles.includes('social-care-manager'))
    assert.ok(!roles.includes('social-worker'))
  })

  it('has parents who were grown up when their children were born', () => {
    for (const { people, reference } of [...all.values()].flat()) {
      const children = people.filter(({ role }) => role === 'child' || role === 'young-person')
      const parents = people.filter(({ role, born }) => role === 'parent' && born !== null)
      for (const parent of parents)
        for (const { born } of children)
          assert.ok((born ?? 0) - (parent.born ?? 0) >= 18 * 365, `${parent.name}, ${reference}`)
    }
  })

  it('has siblings who are twins or born far enough apart', () => {
    for (const { people, reference } of [...all.values()].flat()) {
      const births = people.filter(isChild).map(({ born }) => born ?? 0)
      for (const one of births)
        for (const other of births) assert.ok(one <= other || one - other >= 300, reference)
    }
  })

  it('happened before today, written down by people who are there, with no stand-in left', () => {
    const today = dayOf(now)
    for (const [pack, cases] of all) {
      const known = new Set((users.get(pack) ?? []).map(({ user }) => user))
      for (const { events, reference } of cases) {
        assert.ok(
          events.every(({ at, recorded }) => dayOf(at) < today && dayOf(recorded) < today),
          reference,
        )
        assert.ok(events.every(({ writtenBy }) => writtenBy === null || known.has(writtenBy)))
        assert.doesNotMatch(JSON.stringify(events.map(({ by, data }) => [by, data])), /"w\d+"/)
      }
    }
  })
})
