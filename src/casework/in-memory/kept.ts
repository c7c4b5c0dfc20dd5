import type { Instant } from '#calendar/instant.ts'
import type { Day } from '#calendar/day.ts'
import type { ServiceDetails } from '../administration/staff-ports.ts'
import type { CasePerson, CaseRecord } from '../case/case-record.ts'
import type { StoredDocument } from '../documents/stored-document.ts'
import type { Message } from '../messages/message.ts'
import type { ObligationRow, ScheduleStamp } from '../schedule/obligation-row.ts'
import type { Opening } from '../restricted/openings.ts'
import type { AuditEntry, Authority, Draft, Team, User } from '../ports.ts'
import type { KnownOfPerson, Relationship } from '../people/people-ports.ts'
import type { Answered } from '../recording/request-key.ts'
import { noVersions, type KeptVersions } from './people-versions.ts'
import { copyOfSignIn, nothingOfSignIn, type KeptSignIn } from './signing-in.ts'

export type KeptPlace = Omit<CasePerson, keyof KnownOfPerson>

export type KeptCase = Omit<CaseRecord, 'people' | 'openings'> & {
  readonly places: readonly KeptPlace[]
  readonly step: string | null
}

/** A message as it is kept; what it shows of its case is looked up. */
export type KeptMessage = Omit<Message, 'about'>

type KeptSchedule = { readonly rows: readonly ObligationRow[]; readonly stamp: ScheduleStamp }

/** Everything of one authority. Values are never changed, so that a copy need only copy the maps and lists. */
export type Kept = {
  authority: Authority
  casesOpened: number
  teams: readonly Team[]
  users: readonly User[]
  messages: readonly KeptMessage[]
  audit: readonly AuditEntry[]
  signIn: KeptSignIn
  versions: KeptVersions
  /** Over all authorities, as the database counts: no id of one is a message of another. */
  readonly counted: { messages: number }
  readonly cases: Map<string, KeptCase>
  readonly people: Map<string, KnownOfPerson>
  readonly schedules: Map<string, KeptSchedule>
  readonly relationships: Map<string, Relationship>
  readonly results: Map<string, Answered>
  readonly drafts: Map<string, Draft>
  readonly duty: Map<Day, string>
  /** Of the service, and of teams by their ids. */
  readonly contacts: Map<string, ServiceDetails>
  readonly outdated: Set<string>
  readonly documents: Map<string, readonly StoredDocument[]>
  readonly openings: Map<string, readonly Opening[]>
  readonly looks: Map<string, Instant>
}

export const emptyKept = (authority: Authority, counted: Kept['counted']): Kept => ({
  counted,
  authority,
  casesOpened: 0,
  teams: [],
  users: [],
  messages: [],
  audit: [],
  signIn: nothingOfSignIn,
  versions: noVersions,
  cases: new Map(),
  people: new Map(),
  schedules: new Map(),
  relationships: new Map(),
  results: new Map(),
  drafts: new Map(),
  duty: new Map(),
  contacts: new Map(),
  outdated: new Set(),
  documents: new Map(),
  openings: new Map(),
  looks: new Map(),
})

export const copyOf = (kept: Kept): Kept => ({
  ...kept,
  signIn: copyOfSignIn(kept.signIn),
  cases: new Map(kept.cases),
  people: new Map(kept.people),
  schedules: new Map(kept.schedules),
  relationships: new Map(kept.relationships),
  results: new Map(kept.results),
  drafts: new Map(kept.drafts),
  duty: new Map(kept.duty),
  contacts: new Map(kept.contacts),
  outdated: new Set(kept.outdated),
  documents: new Map(kept.documents),
  openings: new Map(kept.openings),
  looks: new Map(kept.looks),
})

/** The case as casework sees it, without who has it open. */
export function recordOf({ people }: Kept, one: KeptCase): CaseRecord {
  const { places, step, ...shown } = one
  void step
  return {
    ...shown,
    openings: [],
    people: places.map((place) => {
      const person = people.get(place.personId)
      if (person === undefined) throw new Error('There is no such person.')
      return { ...place, ...person }
    }),
  }
}

/** Throws where the authority has no such case. */
export function caseIn({ cases }: Kept, id: string): KeptCase {
  const one = cases.get(id)
  if (one === undefined) throw new Error('There is no such case.')
  return one
}
