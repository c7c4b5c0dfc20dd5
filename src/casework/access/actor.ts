/** The roles that the service knows (service.md); a pack says which of its own roles each of them fills. */
export const standardRoles = [
  'practitioner',
  'senior-practitioner',
  'manager',
  'duty-manager',
  'service-manager',
  'business-support',
  'social-care-manager',
  'quality-lead',
  'practice-lead',
  'administrator',
  'partner',
  'family-member',
] as const

export type StandardRole = (typeof standardRoles)[number]

/** A role held in one team, or in the whole authority when no team is named. */
export type Membership = { readonly role: StandardRole; readonly team: string | null }

/** Somebody who is signed in. Ids are UUIDs; a user belongs to one authority. */
export type Actor = {
  readonly authority: string
  readonly user: string
  readonly name: string
  readonly memberships: readonly Membership[]
}
