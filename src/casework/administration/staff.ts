import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { may } from '../access/may.ts'
import type { Looking, Team, User } from '../ports.ts'
import { usesDuty } from './duty-rota.ts'
import type { Closure } from './staff-ports.ts'

/** What every page of the administration needs of an authority. No family is among it. */
export type Staff = {
  readonly teams: readonly Team[]
  readonly procedure: Procedure
  readonly hasDuty: boolean
}

const staffIn = async (deps: Deps, store: Looking): Promise<Staff> => {
  const { pack } = await store.authority()
  const procedure = procedureOn(deps.shelf, pack, dayOf(deps.clock.now()))
  return { teams: await store.teams(), procedure, hasDuty: usesDuty(procedure) }
}

/** Null where the reader may not manage users. */
export const staff = (deps: Deps, actor: Actor): Promise<Staff | null> =>
  deps.store.look(actor.authority, async (store) => (may.manageUsers(actor) ? staffIn(deps, store) : null))

const perPage = 50

/** Who may sign in and who no longer may, a page at a time, or found by name. */
export type UserList = {
  readonly staff: Staff
  readonly words: string
  readonly users: readonly User[]
  /** How many open families each of them works with. */
  readonly openFamilies: ReadonlyMap<string, number>
  readonly page: number
  readonly more: boolean
}

/** Null where the reader may not manage users. Pages count from 1. */
export const userList = (
  deps: Deps,
  actor: Actor,
  { words, page }: { readonly words: string; readonly page: number },
): Promise<UserList | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.manageUsers(actor)) return null
    const found = await store.usersFound({ words, limit: perPage + 1, offset: (page - 1) * perPage })
    const users = found.slice(0, perPage)
    return {
      staff: await staffIn(deps, store),
      words,
      users,
      openFamilies: await store.openFamilies(users.map(({ user }) => user)),
      page,
      more: found.length > perPage,
    }
  })

/** One user, with how many open families they work with. */
export type OneUser = { readonly staff: Staff; readonly user: User; readonly openFamilies: number }

/** Null where there is no such user, or the reader may not manage users. */
export const oneUser = (deps: Deps, actor: Actor, id: string): Promise<OneUser | null> =>
  deps.store.look(actor.authority, async (store) => {
    const user = may.manageUsers(actor) ? await store.user(id) : null
    if (user === null) return null
    const openFamilies = (await store.openFamilies([id])).get(id) ?? 0
    return { staff: await staffIn(deps, store), user, openFamilies }
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
