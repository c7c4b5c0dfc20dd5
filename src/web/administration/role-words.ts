import { standardRoles } from '#casework/actor.ts'
import type { Membership, StandardRole } from '#casework/actor.ts'
import type { Team } from '#casework/ports.ts'
import type { Procedure } from '#procedure/procedure.ts'

const usual: Readonly<Record<StandardRole, string>> = {
  practitioner: 'Practitioner',
  'senior-practitioner': 'Senior practitioner',
  manager: 'Manager',
  'duty-manager': 'Duty manager',
  'service-manager': 'Service manager',
  'business-support': 'Business support',
  'social-care-manager': 'Social care manager',
  'quality-lead': 'Quality lead',
  'practice-lead': 'Practice lead',
  administrator: 'Administrator',
  partner: 'Partner agency',
  'family-member': 'Family member',
}

type Spoken = Pick<Procedure, 'roles' | 'standsFor'>

/** What the authority's procedure calls a role, with the usual word where they differ. */
export const roleWords = ({ roles, standsFor }: Spoken, role: StandardRole): string => {
  const own = Object.keys(roles).find((one) => (standsFor[one] ?? one) === role)
  const word = own === undefined ? undefined : roles[own]
  return word === undefined || word === usual[role] ? usual[role] : `${word} (${usual[role].toLowerCase()})`
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
