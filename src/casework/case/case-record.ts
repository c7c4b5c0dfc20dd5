import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Person } from '#engine/case-event.ts'
import type { Opening } from '../restricted/openings.ts'

/** Somebody of the family, or around it, with what the pages show beside what the engine needs. */
export type CasePerson = Person & {
  /** The person's own id in the authority: one person may be in several cases. */
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  readonly addressProtected: boolean
}

/** An event as stored: with who wrote it down. Ids are `e1`, `e2` in the order of writing. */
export type StoredEvent = CaseEvent & { readonly writtenBy: string | null }

/** A family's case as it is stored: the truth is in the events. */
export type CaseRecord = {
  readonly authority: string
  readonly id: string
  /** What people call it: `NS-0041`. */
  readonly reference: string
  readonly family: string
  readonly procedure: string
  readonly version: Day
  readonly team: string | null
  readonly worker: string | null
  /** The users who may see a restricted case; null when it is not restricted. */
  readonly restrictedTo: readonly string[] | null
  /** Who else has a restricted case open now, and until when; none for one that is not restricted. */
  readonly openings: readonly Opening[]
  readonly opened: Instant
  readonly closed: Instant | null
  /** Grows with every change; whoever changes says which one they saw. */
  readonly revision: number
  readonly people: readonly CasePerson[]
  readonly events: readonly StoredEvent[]
}

/** An event about to be recorded. The store gives it its id. */
export type NewEvent = Omit<StoredEvent, 'id'>
