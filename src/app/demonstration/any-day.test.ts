import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { minutesOf, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { whoIsOnDuty } from '#casework/administration/duty-rota.ts'
import type { Deps } from '#casework/deps.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import { myWork } from '#casework/lists/my-work.ts'
import type { Authority, User } from '#casework/ports.ts'
import { installedPacks } from '../service/installed-packs.ts'
import { fillDemonstration } from './fill-demonstration.ts'

const shelf = installedPacks()
const workers: ReadonlySet<string> = new Set(['practitioner', 'senior-practitioner', 'partner'])

/** A demonstration whose clock can be put to another hour. */
const filledAt = async (moment: Instant): Promise<{ deps: Deps; at: (moment: Instant) => void }> => {
  let now = moment
  const clock = { now: () => now }
  const deps = { store: inMemoryStore(clock), clock, shelf }
  const { signal } = new AbortController()
  await fillDemonstration(deps, { families: 100, tell: () => {}, signal })
  return {
    deps,
    at: (then) => {
      now = then
    },
  }
}

type Working = { readonly authority: Authority; readonly user: User }

const everybody = async ({ store }: Deps): Promise<readonly Working[]> => {
  const all: Working[] = []
  for (const authority of await store.authorities())
    for (const user of await store.look(authority.id, (one) => one.users())) all.push({ authority, user })
  return all
}

const withFamilies = (all: readonly Working[]): readonly Working[] =>
  all.filter(({ user }) => user.memberships.some(({ role }) => workers.has(role)))

const days = {
  'a Sunday': '2026-11-22',
  'a Saturday': '2026-11-21',
  'Christmas Day': '2026-12-25',
  'Easter Monday': '2026-04-06',
  'New Year’s Day': '2027-01-01',
  'a Wednesday': '2026-11-25',
  'the last of March': '2026-03-31',
  'the day on which the clocks go forward': '2026-03-29',
  'the day on which the clocks go back': '2026-10-25',
} as const

describe('a demonstration that is filled', () => {
  for (const [which, text] of Object.entries(days))
    it(`on ${which} gives everybody who works with families something overdue, due today and later, at any hour`, async () => {
      const midnight = parseInstant(`${text}T00:30`) as Instant
      const { deps, at } = await filledAt(midnight)
      const all = withFamilies(await everybody(deps))
      assert.equal(all.length, 35)
      for (const time of ['00:30', '08:00', '23:30']) {
        at(parseInstant(`${text}T${time}`) as Instant)
        for (const { authority, user } of all) {
          const { overdue, today, week, later } = await myWork(deps, user)
          const who = `${authority.pack}, ${user.memberships[0]?.role}, ${text} ${time}`
          assert.ok(overdue.length > 0, `${who}: overdue`)
          assert.ok(today.length > 0, `${who}: today`)
          assert.ok(week.length + later.length > 0, `${who}: later`)
        }
      }
    })

  it('in the last hour of a day is the same as in its first', async () => {
    const rows = async (time: string) => {
      const { deps, at } = await filledAt(parseInstant(`2026-11-22T${time}`) as Instant)
      at(parseInstant('2026-11-22T12:00') as Instant)
      const lists = withFamilies(await everybody(deps)).map(async ({ user }) => {
        const { overdue, today } = await myWork(deps, user)
        return [user.name, ...[...overdue, ...today].map(({ reference, rule }) => `${reference} ${rule}`)]
      })
      return Promise.all(lists)
    }
    assert.deepEqual(await rows('23:30'), await rows('00:30'))
  })

  it('on a Sunday says why something is due on it', async () => {
    const { deps } = await filledAt(parseInstant('2026-11-22T08:00') as Instant)
    const moved: string[] = []
    for (const { id } of await deps.store.authorities())
      await deps.store.look(id, async (store) => {
        for (const { id: one } of await store.cases({ reach: 'all', open: true, limit: 1000, offset: 0 }))
          for (const { type, data, at } of (await store.caseById(one))?.events ?? [])
            if (type === 'clock.moved' && data['due'] === '2026-11-22') {
              assert.ok(
                at < (parseInstant('2026-11-21T00:00') as Instant),
                'it was agreed on a day that is worked',
              )
              moved.push(JSON.stringify(data['reason']))
            }
      })
    assert.ok(moved.length > 20)
    assert.ok(moved.every((reason) => reason.includes('the weekend')))
  })

  it('has a manager on duty on every working day around it, where the procedure knows one', async () => {
    const { deps } = await filledAt(parseInstant('2026-12-27T08:00') as Instant)
    const onDuty: Record<string, readonly string[]> = {}
    for (const { id, pack } of await deps.store.authorities()) {
      const named: string[] = []
      // The Friday before, Christmas Eve, that Sunday, the bank holiday after it, and two days that are worked.
      for (const text of [
        '2026-12-18',
        '2026-12-24',
        '2026-12-27',
        '2026-12-28',
        '2026-12-29',
        '2027-01-04',
      ]) {
        const user = await whoIsOnDuty(deps, id, parseDay(text) as Day)
        if (user !== null) named.push(text)
      }
      onDuty[pack] = named
    }
    const worked = ['2026-12-18', '2026-12-24', '2026-12-29', '2027-01-04']
    assert.deepEqual(onDuty, {
      'nine-steps': worked,
      'family-work': [],
      'caf-process': worked,
      'partner-pathway': [],
      'step-down': worked,
    })
  })

  it('has referrals in no team, on the list of the manager on duty', async () => {
    const noon = parseInstant('2026-11-25T12:00') as Instant
    const { deps } = await filledAt(noon)
    for (const authority of await deps.store.authorities()) {
      const lists: string[] = []
      const onDuty = await whoIsOnDuty(deps, authority.id, parseDay('2026-11-25') as Day)
      for (const { user } of (await everybody(deps)).filter((one) => one.authority.id === authority.id)) {
        const { inNoTeam } = await myWork(deps, user)
        if ((inNoTeam?.referrals.length ?? 0) > 0) lists.push(user.user)
      }
      assert.ok(lists.length > 0, authority.pack)
      assert.ok(onDuty === null || lists.includes(onDuty.user), authority.pack)
    }
  })

  it('has nothing written down at night', async () => {
    const { deps } = await filledAt(parseInstant('2026-11-22T08:00') as Instant)
    const late: string[] = []
    for (const { id } of await deps.store.authorities())
      await deps.store.look(id, async (store) => {
        for (const open of [true, false])
          for (const { id: one } of await store.cases({ reach: 'all', open, limit: 1000, offset: 0 }))
            for (const { type, recorded } of (await store.caseById(one))?.events ?? []) {
              const minutes = minutesOf(recorded)
              if (minutes < 8 * 60 || minutes > 19 * 60) late.push(type)
            }
      })
    assert.deepEqual(late, [])
  })
})
