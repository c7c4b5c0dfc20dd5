import type { Procedure } from '#procedure/procedure.ts'
import type { Actor, StandardRole } from './actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import { seenBy } from './reach.ts'

/** What of a case decides who may do what with it. */
export type Guarded = Pick<CaseRecord, 'team' | 'worker' | 'restrictedTo' | 'authority'> & {
  /** Who has a restricted case open. A list does not say, and so shows it to nobody but those whom it names. */
  readonly openings?: readonly { readonly user: string }[]
}

const administrators: ReadonlySet<StandardRole> = new Set(['administrator'])
const readers: ReadonlySet<StandardRole> = new Set(['quality-lead'])
const managers: ReadonlySet<StandardRole> = new Set(['manager', 'duty-manager', 'service-manager'])
const allocators: ReadonlySet<StandardRole> = new Set([...managers, 'senior-practitioner'])
const workers: ReadonlySet<StandardRole> = new Set(['practitioner', 'senior-practitioner', 'partner'])
const receivers: ReadonlySet<StandardRole> = new Set([
  ...allocators,
  'practitioner',
  'business-support',
  'partner',
  'social-care-manager',
])

const reaches = (actor: Actor, one: Guarded, role: StandardRole, team: string | null): boolean => {
  if (actor.authority !== one.authority) return false
  switch (seenBy[role]) {
    case 'authority':
      return true
    case 'team':
      return one.worker === actor.user || team === null || one.team === null || team === one.team
    case 'own':
      return one.worker === actor.user
    case 'nothing':
      return false
  }
}

/** The roles in which somebody would reach a case if it were not restricted. */
const rolesUnrestricted = (actor: Actor, one: Guarded): readonly StandardRole[] =>
  actor.memberships.filter(({ role, team }) => reaches(actor, one, role, team)).map(({ role }) => role)

const isNamed = ({ user }: Actor, { restrictedTo }: Guarded): boolean =>
  restrictedTo === null || restrictedTo.includes(user)

/** The roles in which somebody reaches a case; of a restricted one those whom it names, and managers who opened it. */
const rolesFor = (actor: Actor, one: Guarded): readonly StandardRole[] => {
  const roles = rolesUnrestricted(actor, one)
  if (isNamed(actor, one)) return roles
  const hasItOpen = one.openings?.some(({ user }) => user === actor.user) === true
  return hasItOpen ? roles.filter((role) => managers.has(role)) : []
}

const holds = (actor: Actor, roles: ReadonlySet<StandardRole>): boolean =>
  actor.memberships.some(({ role }) => roles.has(role))

const limitChanges: ReadonlySet<string> = new Set(['clock.moved', 'clock.paused', 'clock.resumed'])

/** Whether an event changes by hand when something is due: as going past a gate, a manager answers for it. */
export const changesLimits = (type: string): boolean => limitChanges.has(type)

/** Who may do what: one function an act, each a plain answer from what it is handed. */
export const may = {
  /** See a case, in any list, page, search or export. */
  seeCase: (actor: Actor, one: Guarded): boolean => rolesFor(actor, one).length > 0,
  /** Write down what happened in a case. */
  record: (actor: Actor, one: Guarded): boolean => rolesFor(actor, one).some((role) => !readers.has(role)),
  /** Hear what became of a family that they have referred, without seeing its record; not of a restricted one. */
  followReferral: (actor: Actor, one: Guarded): boolean =>
    actor.authority === one.authority && isNamed(actor, one) && may.receiveReferral(actor),
  /** Take in a referral. */
  receiveReferral: (actor: Actor): boolean => holds(actor, receivers),
  /** Give a family to a worker, or to another one. */
  allocate: (actor: Actor, one: Guarded): boolean =>
    rolesFor(actor, one).some((role) => allocators.has(role)),
  /**
   * Answer for the families that are in no team: whoever is on duty, and those who manage in the whole authority; where nobody
   * is on duty, every manager.
   */
  answerForNoTeam: (actor: Actor, onDuty: string | null): boolean =>
    actor.user === onDuty ||
    actor.memberships.some(
      ({ role, team }) =>
        managers.has(role) && (onDuty === null || team === null || seenBy[role] === 'authority'),
    ),
  /** Write down what another has decided: typing for others is what they are there for. */
  writeFor: (actor: Actor, one: Guarded): boolean => rolesFor(actor, one).includes('business-support'),
  /** Go past a soft gate, or move or pause a time limit, with a reason. */
  goPast: (actor: Actor, one: Guarded): boolean => rolesFor(actor, one).some((role) => managers.has(role)),
  /** Say who is in a case, what is known of them, and who is who to whom. */
  changePeople: (actor: Actor, one: Guarded): boolean => may.record(actor, one),
  /** Correct or take back an entry: whoever may record it. */
  changeEntry: (actor: Actor, one: Guarded, type: string): boolean => {
    if (changesLimits(type)) return may.goPast(actor, one)
    if (type === 'case.allocated' || type === 'case.transferred') return may.allocate(actor, one)
    return may.record(actor, one)
  },
  /** Give a form that was handed in back to be changed. */
  returnDocument: (actor: Actor, one: Guarded): boolean =>
    rolesFor(actor, one).some((role) => allocators.has(role)),
  /** Restrict a case to named people, change whom it names, or lift that. Service managers also while they have it open. */
  restrict: (actor: Actor, one: Guarded): boolean =>
    rolesFor(actor, one).some(
      (role) => role === 'service-manager' || (managers.has(role) && isNamed(actor, one)),
    ),
  /** Open a restricted case that does not name them, for a while and with a reason: managers whose family it would be. */
  openRestricted: (actor: Actor, one: Guarded): boolean =>
    !may.seeCase(actor, one) && rolesUnrestricted(actor, one).some((role) => managers.has(role)),
  /** Ask for a restricted family by its reference at all. */
  askForRestricted: (actor: Actor): boolean => holds(actor, managers),
  /** See who saw and who changed what in a case. */
  audit: (actor: Actor, one: Guarded): boolean =>
    rolesFor(actor, one).some((role) => managers.has(role) || role === 'quality-lead'),
  /** See where somebody lives whose address is protected: only those whom a restricted case names. */
  seeProtectedAddress: (actor: Actor, one: Guarded): boolean =>
    one.restrictedTo !== null && one.restrictedTo.includes(actor.user) && rolesFor(actor, one).length > 0,
  /** See the families of a team and who works with them. */
  seeTeam: (actor: Actor, team: string): boolean =>
    actor.memberships.some(
      ({ role, team: own }) =>
        seenBy[role] === 'authority' || (seenBy[role] === 'team' && (own === null || own === team)),
    ),
  /** Be given families of a team to work with; of one that has no team yet, whoever works in any. */
  workIn: (actor: Actor, team: string | null): boolean =>
    actor.memberships.some(
      ({ role, team: own }) => workers.has(role) && (own === null || team === null || own === team),
    ),
  /** Invite people, say what they may do, and end their access. */
  manageUsers: (actor: Actor): boolean => holds(actor, administrators),
  /** Add teams and say what they are called. */
  manageTeams: (actor: Actor): boolean => holds(actor, administrators),
  /** Say what the service is called and how it is reached. */
  manageService: (actor: Actor): boolean => holds(actor, administrators),
  /** Say on which days the authority is closed. */
  manageClosures: (actor: Actor): boolean => holds(actor, administrators),
  /** Say who is on duty on which day. */
  keepRota: (actor: Actor): boolean => holds(actor, administrators),
  /** See what administrators have done; no family is among it. */
  seeAdministration: (actor: Actor): boolean => holds(actor, administrators),
  /** See what was sent to people, and what could not be. */
  seeMessages: (actor: Actor): boolean => holds(actor, managers) || holds(actor, administrators),
  /** See what was sent about a case, and have it sent again. */
  seeMessagesAbout: (actor: Actor, one: Guarded): boolean =>
    rolesFor(actor, one).some((role) => managers.has(role)),
  /** See what was sent to somebody about their work: one's own, and a manager that of the teams they see. */
  seeMessagesTo: (actor: Actor, { user, memberships }: Pick<Actor, 'user' | 'memberships'>): boolean =>
    user === actor.user ||
    (holds(actor, managers) && memberships.some(({ team }) => team !== null && may.seeTeam(actor, team))),
  /** See that something was sent that is about no family, to whomever; not what it says about anybody's work. */
  seeMessagesToAnybody: (actor: Actor): boolean => holds(actor, administrators),
  /** Search families and people at all; what is found is still held to seeCase. */
  search: (actor: Actor): boolean => actor.memberships.some(({ role }) => seenBy[role] !== 'nothing'),
} as const

/** Whoever works with a family leads the work, whichever agency they are of. */
const leads: ReadonlySet<string> = new Set<StandardRole>(['practitioner', 'partner'])

/**
 * The roles of a procedure that somebody fills for a case: what its rules call `by`. First that which is called like a role
 * they hold, last what they fill only because they work with the family.
 */
export const packRolesOf = (
  actor: Actor,
  one: Guarded,
  { roles, standsFor }: Procedure,
): readonly string[] => {
  const held: ReadonlySet<string> = new Set(rolesFor(actor, one))
  const isWorker = one.worker === actor.user && [...workers].some((role) => held.has(role))
  const standard = (role: string): string => standsFor[role] ?? role
  const all = Object.keys(roles)
  return [
    ...all.filter((role) => held.has(role) && standard(role) === role),
    ...all.filter((role) => held.has(standard(role)) && standard(role) !== role),
    ...all.filter((role) => isWorker && !held.has(standard(role)) && leads.has(standard(role))),
  ]
}
