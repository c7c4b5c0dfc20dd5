import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { may } from '../may.ts'
import type { Team, User } from '../ports.ts'
import { usesDuty } from './duty-rota.ts'
import type { Closure } from './staff-ports.ts'

/** Who may sign in to an authority, and what they hold. No family is among it. */
export type Staff = {
  readonly users: readonly User[]
  readonly teams: readonly Team[]
  readonly procedure: Procedure
  /** How many open families each works with. */
  readonly openFamilies: ReadonlyMap<string, number>
  readonly hasDuty: boolean
}

/** Null where the reader may not manage users. */
export const staff = (deps: Deps, actor: Actor): Promise<Staff | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.manageUsers(actor)) return null
    const { pack } = await store.authority()
    const procedure = procedureOn(deps.shelf, pack, dayOf(deps.clock.now()))
    return {
      users: await store.users(),
      teams: await store.teams(),
      procedure,
      openFamilies: await store.openFamilies(),
      hasDuty: usesDuty(procedure),
    }
  })

/** The closure days of an authority, and whether what is due has been worked out with them everywhere. */
export type ClosureDays = {
  readonly closures: readonly Closure[]
  readonly isUpToDate: boolean
  readonly hasDuty: boolean
}

export const closureDays = (deps: Deps, actor: Actor): Promise<ClosureDays | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.manageClosures(actor)) return null
    const { closures, pack } = await store.authority()
    return {
      closures,
      isUpToDate: (await store.outdated(1)).length === 0,
      hasDuty: usesDuty(procedureOn(deps.shelf, pack, dayOf(deps.clock.now()))),
    }
  })
