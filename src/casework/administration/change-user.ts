import type { Actor, Membership } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import type { User } from '../ports.ts'
import { administer } from './administer.ts'
import type { Administered } from './administer.ts'
import { tellOfOwnRoles } from './own-roles.ts'

export type ChangeUser = {
  readonly key: string
  readonly user: string
  /** How the user stood when the page was opened, as seenOf writes it. */
  readonly seen: string
  readonly name: string
  readonly active: boolean
  readonly phone: string | null
  readonly memberships: readonly Membership[]
}

/** How a user stands, as a text to be compared. */
export const seenOf = ({
  name,
  active,
  phone,
  memberships,
}: Pick<User, 'name' | 'active' | 'phone' | 'memberships'>): string =>
  JSON.stringify([name, active, phone, memberships.map(({ role, team }) => [role, team])])

const administers = ({ active, memberships }: Pick<User, 'active' | 'memberships'>): boolean =>
  active && memberships.some(({ role }) => role === 'administrator')

/**
 * Changes what somebody is called, how they are reached, what they may do and whether they may sign in. Who may no longer is signed out at once.
 * Nobody takes their own administration away: somebody has to be left who can give it back.
 */
export const changeUser = (deps: Deps, actor: Actor, asked: ChangeUser): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageUsers(actor), key: asked.key }, async ({ store, note }) => {
    const { name, active, phone, memberships } = asked
    const user = await store.user(asked.user)
    if (user === null) return { kind: 'not-there' }
    if (seenOf(user) !== asked.seen) return { kind: 'changed-meanwhile' }
    if (active && memberships.length === 0)
      return { kind: 'problem', field: 'role-1-role', text: 'Choose at least one role' }
    if (user.user === actor.user && !administers({ active, memberships }))
      return {
        kind: 'problem',
        field: 'active',
        text: 'You cannot end your own administration. Ask another administrator to do it',
      }
    const teams = new Set((await store.teams()).map(({ id }) => id))
    if (memberships.some(({ team }) => team !== null && !teams.has(team))) return { kind: 'not-there' }
    await store.changeUser(user.user, { name, active, phone, memberships })
    if (user.user === actor.user) await tellOfOwnRoles(deps, store, user, memberships)
    const roles = (all: readonly Membership[]): string => all.map(({ role }) => role).join(', ')
    await note(user.active && !active ? 'ended the access of' : 'changed the user', {
      who: user.user,
      ...(user.active === active ? {} : { active }),
      ...(user.phone === phone ? {} : { phone }),
      ...(seenOf(user) === seenOf({ ...user, memberships })
        ? {}
        : { before: roles(user.memberships), after: roles(memberships) }),
    })
    return { kind: 'done' }
  })
