import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Person } from '../case-event.ts'

/** A case as a file gives it (procedure.md, section 4), read: what is sound of it. */
export type CaseFile = {
  readonly procedure: string
  /** The first day in force of the version asked for; null: the one in force when the case began. */
  readonly version: Day | null
  readonly people: readonly Person[]
  readonly events: readonly CaseEvent[]
  /** The moment to assess at when none is asked for; null: now. */
  readonly asOf: Instant | null
}

/** A worker's file: the same, for the worker's own obligations. */
export type WorkerFile = Omit<CaseFile, 'people'> & { readonly worker: string }
