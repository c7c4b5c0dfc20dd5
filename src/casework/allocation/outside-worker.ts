import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import { may } from '../access/may.ts'
import { roleNameIn, usualRoleNames } from '../access/role-names.ts'

/** Whether somebody works with the families of a team only for a partner agency. Without a team: of any. */
export const isFromOutside = (actor: Actor, team: string | null): boolean => {
  const own = actor.memberships.filter(({ role }) => role !== 'partner')
  return may.workIn(actor, team) && !may.workIn({ ...actor, memberships: own }, team)
}

/** What the authority's procedure calls such a worker, so that it says that they are not of its own staff. */
export const outsideName = (procedure: Pick<Procedure, 'roles' | 'standsFor'>): string => {
  const name = roleNameIn(procedure, 'partner')
  return /agenc/i.test(name) ? name : `${name}, ${usualRoleNames.partner.toLowerCase()}`
}
