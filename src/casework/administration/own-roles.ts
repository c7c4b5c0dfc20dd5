import { dayOf } from '#calendar/instant.ts'
import { listed } from '#procedure/in-words.ts'
import type { Actor, Membership } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import type { Changing } from '../ports.ts'
import { seenBy } from '../access/reach.ts'
import { roleNameIn } from '../access/role-names.ts'

/** Of what somebody is to hold, that with which they see families that they did not see before. */
const gained = (before: readonly Membership[], after: readonly Membership[]): readonly Membership[] =>
  after.filter(
    ({ role, team }) =>
      seenBy[role] !== 'nothing' &&
      !before.some((one) => one.role === role && (one.team === null || one.team === team)),
  )

/**
 * An administrator sees no family, and could give themselves a role that does. In a small authority that may be right; those
 * who lead the service hear of it.
 */
export const tellOfOwnRoles = async (
  deps: Pick<Deps, 'shelf' | 'clock'>,
  store: Changing,
  { user: own, name, memberships }: Actor,
  after: readonly Membership[],
): Promise<void> => {
  const roles = [...new Set(gained(memberships, after).map(({ role }) => role))]
  if (roles.length === 0) return
  const { pack } = await store.authority()
  const procedure = procedureOn(deps.shelf, pack, dayOf(deps.clock.now()))
  const called = listed(roles.map((role) => roleNameIn(procedure, role)))
  const heads = (await store.usersHolding(['service-manager'])).filter(
    ({ active, user }) => active && user !== own,
  )
  for (const { user } of heads)
    await store.send({
      kind: 'notice',
      to: { kind: 'user', user },
      caseId: null,
      subject: 'An administrator gave themselves a role',
      body: `${name}, who administers the service, can see families from now on: ${called}. They gave this to themselves, and it stands in the history of administration. If it was not agreed, ask them, and have another administrator take it back.`,
    })
}
