import type { StandardRole } from '#casework/access/actor.ts'
import type { Chance } from '#engine/plausible/chance.ts'
import { adultNames, familyNames } from './names.data.ts'

/** Somebody who works in an invented authority; the team by its place among the teams, null for all of it. */
export type Post = {
  readonly role: StandardRole
  readonly team: number | null
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** As many families as a practitioner has in a full week, closed ones counted in. */
const familiesEach = 15
const familiesOfTeam = 120

/** A number that nobody has, out of those that are kept for plays. */
const mobile = (nth: number): string => `07700 900 ${String(nth % 1000).padStart(3, '0')}`

/** How many teams so many families need: two at least. */
export const teamsFor = (families: number): number => Math.max(2, Math.round(families / familiesOfTeam))

const everywhere: readonly StandardRole[] = [
  'duty-manager',
  'service-manager',
  'social-care-manager',
  'quality-lead',
  'practice-lead',
  'administrator',
  'partner',
]

const one = (names: readonly string[], chance: Chance): string =>
  names[chance.whole(0, names.length - 1)] ?? ''

/** Everybody who works in an authority with so many families, practitioners first. No two have one name. */
export const staffFor = (families: number, slug: string, chance: Chance): readonly Post[] => {
  const taken = new Set<string>()
  const named = (role: StandardRole, team: number | null): Post => {
    for (let tries = 0; ; tries += 1) {
      const first = one(adultNames, chance)
      const last = one(familyNames, chance)
      const nth = tries < 50 ? '' : ` ${taken.size}`
      const name = `${first} ${last}${nth}`
      if (taken.has(name)) continue
      taken.add(name)
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@${slug}.example`
      return { role, team, name, email, phone: mobile(taken.size) }
    }
  }
  const teams = teamsFor(families)
  const practitioners = Math.max(2, Math.round(families / teams / familiesEach))
  const ofTeam: readonly StandardRole[] = [
    ...Array.from({ length: practitioners }, () => 'practitioner' as const),
    'senior-practitioner',
    'manager',
    'business-support',
  ]
  return [
    ...Array.from({ length: teams }, (_, team) => ofTeam.map((role) => named(role, team))).flat(),
    ...everywhere.map((role) => named(role, null)),
  ]
}
