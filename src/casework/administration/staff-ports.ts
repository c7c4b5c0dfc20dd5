import type { Day } from '#calendar/day.ts'
import type { Actor, Membership } from '../access/actor.ts'

/** Who is on duty on a day. */
export type DutyDay = { readonly day: Day; readonly user: string }

export type Closure = { readonly day: Day; readonly name: string }

/** How somebody is reached; null for what is not known. */
export type ContactDetails = {
  readonly phone: string | null
  readonly email: string | null
  /** In lines. */
  readonly address: string | null
}

/** What the service is called and how it is reached, as letters say it. */
export type ServiceDetails = ContactDetails & { readonly name: string | null }

export const nothingKnown: ServiceDetails = { name: null, phone: null, email: null, address: null }

/** Users by name, those who may sign in first: those in whose name or email address each of the words stands, whatever its accents and capitals. */
export type UserQuery = { readonly words: string; readonly limit: number; readonly offset: number }

export type LookingAtStaff = {
  readonly serviceDetails: () => Promise<ServiceDetails>
  readonly teamDetails: (team: string) => Promise<ContactDetails>
  /** How many who may sign in hold a role in each team; nothing of a team in which nobody does. */
  readonly peopleInTeams: () => Promise<ReadonlyMap<string, number>>
  /** Who is on duty from a day until another, both included, in their order. */
  readonly duty: (from: Day, until: Day) => Promise<readonly DutyDay[]>
  /** Open families of each of these workers who has any. */
  readonly openFamilies: (workers: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** Cases whose kept schedule was worked out with other closure days, at most so many. */
  readonly outdated: (limit: number) => Promise<readonly string[]>
}

export type ChangingStaff = {
  /** Keeps users, teams, closure days and the rota from all other administrators until the transaction ends. */
  readonly lockStaff: () => Promise<void>
  /** Sets somebody's name and phone, what they hold and whether they may sign in. Throws where there is no such user. */
  readonly changeUser: (
    id: string,
    set: Pick<Actor, 'name'> & {
      readonly active: boolean
      readonly phone: string | null
      readonly memberships: readonly Membership[]
    },
  ) => Promise<void>
  readonly setServiceDetails: (details: ServiceDetails) => Promise<void>
  readonly setTeamDetails: (team: string, details: ContactDetails) => Promise<void>
  /** Throws where there is no such team. */
  readonly renameTeam: (id: string, name: string) => Promise<void>
  readonly setClosures: (closures: readonly Closure[]) => Promise<void>
  /**
   * Says that the kept schedules are out of date since the closure days are others: of open cases, and of those closed in
   * which something is still due.
   */
  readonly outdateSchedules: () => Promise<void>
  /** Says that the kept schedule of a case has been worked out again. */
  readonly noteUpToDate: (caseId: string) => Promise<void>
  /** Says who is on duty on a day; null for nobody. */
  readonly setDuty: (day: Day, user: string | null) => Promise<void>
}
