import type { Actor, StandardRole } from './actor.ts'
import { standardRoles } from './actor.ts'
import type { CaseRecord } from '../case/case-record.ts'

/** What of a case decides who may see it. */
type Placed = Pick<CaseRecord, 'team' | 'worker' | 'restrictedTo'>

/**
 * The families that a list may show to somebody, as a store is asked for them. Only so does a list that ends after fifty
 * lines have fifty of the reader's, and say nothing about how many others there are.
 */
export type Reach = {
  readonly user: string
  /** Every team's, and those that have none yet. */
  readonly everywhere: boolean
  /** Those of these teams, and those that have none yet; empty for somebody of no team. */
  readonly teams: readonly string[]
  /** Those that the reader works with. */
  readonly own: boolean
}

/** Whose families each role may see: none, those it works with, its team's, or all. */
export const seenBy: Readonly<Record<StandardRole, 'nothing' | 'own' | 'team' | 'authority'>> = {
  practitioner: 'team',
  'senior-practitioner': 'team',
  manager: 'team',
  'duty-manager': 'authority',
  'service-manager': 'authority',
  'business-support': 'team',
  'social-care-manager': 'nothing',
  'quality-lead': 'authority',
  'practice-lead': 'nothing',
  administrator: 'nothing',
  partner: 'own',
  'family-member': 'nothing',
}

/** The roles that come to a family whichever team has it. */
export const everywhereRoles: readonly StandardRole[] = standardRoles.filter(
  (role) => seenBy[role] === 'authority',
)

/** As far as somebody's lists reach, by all their roles. Not how far they reach by breaking the glass: that is in no list. */
export const reachOf = ({ user, memberships }: Pick<Actor, 'user' | 'memberships'>): Reach => {
  const of = (how: (typeof seenBy)[StandardRole]) => memberships.filter(({ role }) => seenBy[role] === how)
  const teams = of('team').map(({ team }) => team)
  return {
    user,
    everywhere: of('authority').length > 0 || teams.includes(null),
    teams: [...new Set(teams.filter((team) => team !== null))],
    own: memberships.some(({ role }) => seenBy[role] !== 'nothing'),
  }
}

/** Whether a list may show a case to somebody: what a store has to keep to. */
export const isWithin = ({ user, everywhere, teams, own }: Reach, one: Placed): boolean => {
  if (one.restrictedTo !== null && !one.restrictedTo.includes(user)) return false
  if (everywhere || (own && one.worker === user)) return true
  return one.team === null ? teams.length > 0 : teams.includes(one.team)
}
