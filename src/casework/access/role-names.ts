import type { Procedure } from '#procedure/procedure.ts'
import type { StandardRole } from './actor.ts'

/** What a role is called where the authority's procedure has no word of its own for it. */
export const usualRoleNames: Readonly<Record<StandardRole, string>> = {
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

/** What the authority's procedure calls a role: its own word, or one that stands for it; else the usual one. */
export const roleNameIn = (
  { roles, standsFor }: Pick<Procedure, 'roles' | 'standsFor'>,
  role: StandardRole,
): string => {
  const own = Object.keys(roles).find((one) => one === role && standsFor[one] === undefined)
  const standIn = own ?? Object.keys(roles).find((one) => standsFor[one] === role)
  return (standIn === undefined ? undefined : roles[standIn]) ?? usualRoleNames[role]
}
