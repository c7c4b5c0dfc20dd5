import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CasePerson } from '../case/case-record.ts'

/** Somebody's being somebody's mother, carer, friend: between two people, each by their `personId`. */
export type Relationship = {
  readonly id: string
  readonly person: string
  /** What the person is to the other: `mother`. */
  readonly kind: string
  readonly other: string
  readonly from: Day | null
  readonly until: Day | null
}

/** What is known of a person in every case that they are in. */
export type KnownOfPerson = Pick<CasePerson, 'name' | 'born' | 'phone' | 'address' | 'addressProtected'>

/** A person's place in one case. */
export type PlaceInCase = Pick<CasePerson, 'id' | 'role' | 'from' | 'until' | 'member'>

/** When something was written down and by whom; null for the service itself, or where it is not known. */
export type Written = { readonly at: Instant; readonly by: string | null }

/** How the people of a case have stood over time: every version there was, the first of each first. */
export type PeopleVersions = {
  readonly known: readonly (Written & { readonly personId: string; readonly known: KnownOfPerson })[]
  /** Null from when the person was taken off the case. */
  readonly places: readonly (Written & { readonly personId: string; readonly place: PlaceInCase | null })[]
  readonly relationships: readonly (Written & {
    readonly relationship: Relationship
    /** Recorded by mistake: it never was. */
    readonly mistaken: boolean
  })[]
}

export type LookingAtPeople = {
  /** How those in a case are related to each other, also when it is over; not what was recorded by mistake. */
  readonly relationshipsOf: (caseId: string) => Promise<readonly Relationship[]>
  readonly peopleVersions: (caseId: string) => Promise<PeopleVersions>
}

export type ChangingPeople = {
  /** Keeps a person from all others until the transaction ends. They may be in several cases. */
  readonly lockPerson: (personId: string) => Promise<void>
  /**
   * Sets who is in the case. Without a `personId` it is somebody new; who is left out is taken off the case. What was
   * known before stays as a version.
   */
  readonly setPeople: (
    caseId: string,
    people: readonly (Omit<CasePerson, 'personId'> & { readonly personId: string | null })[],
    written?: Written,
  ) => Promise<void>
  readonly relate: (relationship: Omit<Relationship, 'id'>, written?: Written) => Promise<Relationship>
  /** Throws where there is no such relationship. */
  readonly changeRelationship: (
    id: string,
    set: Pick<Relationship, 'kind' | 'from' | 'until'> & { readonly mistaken: boolean },
    written?: Written,
  ) => Promise<void>
}
