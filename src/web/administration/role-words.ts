import { standardRoles } from '#casework/access/actor.ts'
import type { Membership, StandardRole } from '#casework/access/actor.ts'
import type { Team } from '#casework/ports.ts'
import { roleNameIn, usualRoleNames } from '#casework/access/role-names.ts'
import type { Procedure } from '#procedure/procedure.ts'

type Spoken = Pick<Procedure, 'roles' | 'standsFor'>

/** What the authority's procedure calls a role, with the usual word where they differ. */
export const roleWords = (procedure: Spoken, role: StandardRole): string => {
  const [word, usual] = [roleNameIn(procedure, role), usualRoleNames[role]]
  return word === usual ? usual : `${word} (${usual.toLowerCase()})`
}

/** Every role that somebody can be given. */
export const rolesToGive = (procedure: Spoken) =>
  standardRoles.map((role) => ({ value: role, text: roleWords(procedure, role) }))

/** `Manager, Harbour team`. */
export const membershipWords = (
  { role, team }: Membership,
  procedure: Spoken,
  teams: readonly Team[],
): string => {
  const name = team === null ? 'everywhere' : (teams.find(({ id }) => id === team)?.name ?? 'a team')
  return `${roleWords(procedure, role)}, ${name}`
}
