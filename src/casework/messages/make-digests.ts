import { addDays, formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { standardRoles } from '../access/actor.ts'
import { myWork } from '../lists/my-work.ts'
import { onlyOwn } from '../access/owners.ts'
import type { Outgoing } from './message.ts'
import type { Authority, Looking, User, WorklistRow } from '../ports.ts'
import { reachOf, seenBy } from '../access/reach.ts'
import { digestWords, saysSomething } from './digest-words.ts'
import type { Digest } from './digest-words.ts'
import type { PostDeps } from './post.ts'

const most = 500

/** Whoever holds one of these has on their list what others' families need, or answers for those of no team. */
const forOthersToo = standardRoles.filter((role) => seenBy[role] !== 'nothing' && !onlyOwn.has(role))

const teamsManagedBy = ({ memberships }: User, teams: readonly string[]): readonly string[] => [
  ...new Set(
    memberships
      .filter(({ role }) => role === 'manager')
      .flatMap(({ team }) => (team === null ? teams : [team])),
  ),
]

const name = ({ caseId, key }: Pick<WorklistRow, 'caseId' | 'key'>): string => `${caseId} ${key}`

/** What is overdue in the teams that somebody manages, and is not theirs to do. */
const overdueInTeams = async (
  store: Looking,
  manager: User,
  teams: readonly string[],
  own: ReadonlySet<string>,
  asOf: Instant,
): Promise<{ readonly overdue: readonly WorklistRow[]; readonly more: boolean }> => {
  const rows: WorklistRow[] = []
  const reach = reachOf(manager)
  const late = ({ overdueFrom }: WorklistRow): boolean => overdueFrom !== null && overdueFrom <= asOf
  let more = false
  for (const team of teams) {
    const asked = { reach, of: { team }, owners: null, asOf, limit: most, after: null }
    const overdue = (await store.worklist(asked)).filter(late)
    more ||= overdue.length === most
    rows.push(...overdue.filter((row) => !own.has(name(row))))
  }
  return { overdue: rows.toSorted((a, b) => (a.overdueFrom ?? 0) - (b.overdueFrom ?? 0)), more }
}

const eachWorkers = async (
  store: Looking,
  rows: readonly WorklistRow[],
): Promise<readonly (readonly [string, number])[]> => {
  const counted = Map.groupBy(rows, ({ worker }) => worker)
  const users = await store.usersNamed([...counted.keys()].filter((worker) => worker !== null))
  const named = users.flatMap((user): (readonly [string, number])[] => {
    const count = counted.get(user.user)?.length
    return count === undefined ? [] : [[`${user.name}’s families`, count]]
  })
  const waiting = counted.get(null)?.length
  return waiting === undefined ? named : [...named, ['families without a worker', waiting]]
}

const digestFor = async (deps: PostDeps, user: User, day: Day): Promise<Digest> => {
  const { overdue, today, inNoTeam, more, now } = await myWork(deps, user)
  const own = new Set(overdue.map(name))
  return deps.store.look(user.authority, async (store) => {
    const teams = teamsManagedBy(
      user,
      (await store.teams()).map(({ id }) => id),
    )
    if (teams.length === 0) return { day, overdue, today, inNoTeam, team: null, more }
    const late = await overdueInTeams(store, user, teams, own, now)
    const team = { overdue: late.overdue, each: await eachWorkers(store, late.overdue) }
    return { day, overdue, today, inNoTeam, team, more: more || late.more }
  })
}

const digests = async (deps: PostDeps, { id }: Authority, day: Day): Promise<readonly Outgoing[]> => {
  const endOfToday = instantAt(addDays(dayOf(deps.clock.now()), 1), 0)
  const users = await deps.store.look(id, (store) =>
    store.usersToRemind({ by: endOfToday, holding: forOthersToo }),
  )
  const made: Outgoing[] = []
  for (const user of users) {
    const digest = await digestFor(deps, user, day)
    if (!saysSomething(digest)) continue
    const words = digestWords(digest, deps.links)
    made.push({ kind: 'digest', to: { kind: 'user', user: user.user }, caseId: null, ...words })
  }
  return made
}

/**
 * Queues the digests of a day: to each worker what of theirs is overdue or due today, to each manager what is overdue in
 * their team as well, to who answers for them the referrals that are in no team, and nothing to who has none of these. Once a day, however many ask for it and however often.
 *
 * @param asOf the moment as of which they speak, where that is not now
 * @returns whether they were made by this call
 */
export const makeDigests = async (
  deps: PostDeps,
  authority: Authority,
  day: Day,
  asOf: Instant = deps.clock.now(),
): Promise<boolean> => {
  const { store } = deps
  const key = `digests ${formatDay(day)}`
  if ((await store.change(authority.id, ({ resultOf }) => resultOf(key))) !== null) return false
  const made = await digests({ ...deps, clock: { now: () => asOf } }, authority, day)
  return store.change(authority.id, async ({ resultOf, keepResult, send }) => {
    if ((await resultOf(key)) !== null) return false
    await keepResult(key, `${made.length}`)
    for (const digest of made) await send({ ...digest, at: asOf })
    return true
  })
}
