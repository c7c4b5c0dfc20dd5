import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './actor.ts'
import type { Caseload, FamilyLine } from './caseloads.ts'
import { caseloadsIn, familiesOf } from './caseloads.ts'
import type { Deps } from './deps.ts'
import { procedureOn } from './deps.ts'
import { may } from './may.ts'
import type { Team, User } from './ports.ts'

const pageSize = 50

/** A team as its managers see it: who waits for a worker, and each worker's families. */
export type TeamBoard = {
  readonly team: Team
  readonly teams: readonly Team[]
  readonly procedure: Procedure
  readonly now: Instant
  /** Those who have waited longest first. */
  readonly unallocated: readonly FamilyLine[]
  readonly workers: readonly (Caseload & { readonly user: User })[]
  /** One page of the families with a worker, by worker and then by name. */
  readonly families: readonly FamilyLine[]
  readonly page: number
  readonly pages: number
  readonly mayAllocate: boolean
}

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
    const { pack } = await store.authority()
    const procedure = procedureOn(deps.shelf, pack, dayOf(now))
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
    const own = (user: User): boolean => loads.has(user.user) || (user.active && may.workIn(user, team.id))
    return {
      team,
      teams,
      procedure,
      now,
      unallocated: lines.filter(({ worker }) => worker === null).toSorted((a, b) => a.opened - b.opened),
      workers: users
        .filter(own)
        .map((user) => ({ user, ...(loads.get(user.user) ?? { families: 0, overdue: 0 }) })),
      families: allocated.slice((shown - 1) * pageSize, shown * pageSize),
      page: shown,
      pages,
      mayAllocate: may.allocate(actor, {
        authority: actor.authority,
        team: team.id,
        worker: null,
        restrictedTo: null,
      }),
    }
  })
