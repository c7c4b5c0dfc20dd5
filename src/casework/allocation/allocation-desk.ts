import type { Actor } from '../access/actor.ts'
import type { CaseOverview } from '../case/case-overview.ts'
import type { Caseload } from '../lists/caseloads.ts'
import { caseloadsIn, familiesOf } from '../lists/caseloads.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import { isFromOutside } from './outside-worker.ts'
import type { User } from '../ports.ts'

/** Somebody who could work with a family, with the families that they have already. */
export type Candidate = Caseload & {
  readonly user: User
  readonly team: string | null
  /** They would work with it for a partner agency, and are no staff of the authority. */
  readonly fromOutside: boolean
}

/** Whom a family could be given to: those who work in its team, or in any where it has none. The least busy first. */
export const candidatesFor = (
  deps: Deps,
  actor: Actor,
  { record, now, procedure }: Pick<CaseOverview, 'record' | 'now' | 'procedure'>,
): Promise<readonly Candidate[]> =>
  deps.store.look(actor.authority, async (store) => {
    const teams = record.team === null ? (await store.teams()).map(({ id }) => id) : [record.team]
    const loads = caseloadsIn(await familiesOf(store, actor, teams, now, procedure))
    const around = await store.usersAround({ team: record.team, everywhere: [], named: [] })
    const users = around.filter(({ active }) => active)
    return users
      .flatMap((user): readonly Candidate[] => {
        const team = teams.find((id) => may.workIn(user, id))
        if (team === undefined) return []
        const load = loads.get(user.user) ?? { families: 0, overdue: 0 }
        return [{ user, team, fromOutside: isFromOutside(user, record.team), ...load }]
      })
      .toSorted((a, b) => a.families - b.families)
  })
