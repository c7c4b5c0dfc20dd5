import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { Caseload, FamilyLine } from './caseloads.ts'
import { caseloadsIn, familiesOf } from './caseloads.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { may } from '../access/may.ts'
import { isFromOutside } from '../allocation/outside-worker.ts'
import type { Team, User } from '../ports.ts'
import type { DecidedSoFar } from '../referrals/decided-so-far.ts'
import { readWaiting } from '../referrals/decided-so-far.ts'

const pageSize = 50

/** A family without a worker, with how far what becomes of it has been decided. */
export type Unallocated = FamilyLine & DecidedSoFar

/** A team as its managers see it: who waits for a worker, and each worker's families. */
export type TeamBoard = {
  readonly team: Team
  readonly teams: readonly Team[]
  readonly procedure: Procedure
  readonly now: Instant
  /** Those who have waited longest first. */
  readonly unallocated: readonly Unallocated[]
  /** Those that need no worker, since the decision leads elsewhere: they wait to be closed. */
  readonly toClose: readonly Unallocated[]
  readonly workers: readonly (Caseload & { readonly user: User; readonly fromOutside: boolean })[]
  /** One page of the families with a worker, by worker and then by name. */
  readonly families: readonly FamilyLine[]
  readonly page: number
  readonly pages: number
  readonly mayAllocate: boolean
  readonly mayRecord: boolean
}

/** Of those who came after the most that are read. */
const notRead: DecidedSoFar = { wayOut: null, toDecide: null }

/** A team's board; null when there is no such team or the reader may not see it. Pages count from 1. */
export const teamBoard = (
  deps: Deps,
  actor: Actor,
  teamId: string,
  page: number,
): Promise<TeamBoard | null> =>
  deps.store.look(actor.authority, async (store) => {
    const teams = (await store.teams()).filter(({ id }) => may.seeTeam(actor, id))
    const team = teams.find(({ id }) => id === teamId)
    if (team === undefined) return null
    const now = deps.clock.now()
    const authority = await store.authority()
    const procedure = procedureOn(deps.shelf, authority.pack, dayOf(now))
    const lines = await familiesOf(store, actor, [team.id], now, procedure)
    const loads = caseloadsIn(lines)
    const users = await store.usersAround({ team: team.id, everywhere: [], named: [...loads.keys()] })
    const names = new Map(users.map(({ user, name }) => [user, name]))
    const nameOf = ({ worker }: FamilyLine): string => names.get(worker ?? '') ?? ''
    const allocated = lines
      .filter(({ worker }) => worker !== null)
      .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB'))
    const pages = Math.max(1, Math.ceil(allocated.length / pageSize))
    const shown = Math.min(Math.max(1, page), pages)
    const waiting = lines.filter(({ worker }) => worker === null).toSorted((a, b) => a.opened - b.opened)
    const read = await readWaiting(deps, store, authority, waiting)
    const unallocated = waiting.map((line) => ({ ...line, ...(read.get(line.id) ?? notRead) }))
    const guarded = { authority: actor.authority, team: team.id, worker: null, restrictedTo: null }
    const own = (user: User): boolean => loads.has(user.user) || (user.active && may.workIn(user, team.id))
    return {
      team,
      teams,
      procedure,
      now,
      unallocated: unallocated.filter(({ wayOut }) => wayOut === null),
      toClose: unallocated.filter(({ wayOut }) => wayOut !== null),
      workers: users.filter(own).map((user) => ({
        user,
        fromOutside: isFromOutside(user, team.id),
        ...(loads.get(user.user) ?? { families: 0, overdue: 0 }),
      })),
      families: allocated.slice((shown - 1) * pageSize, shown * pageSize),
      page: shown,
      pages,
      mayAllocate: may.allocate(actor, guarded),
      mayRecord: may.record(actor, guarded),
    }
  })
