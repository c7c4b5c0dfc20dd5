import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'

/** A value inside an event's data; dates and moments stay the text that was written. */
export type DataValue =
  | string
  | number
  | boolean
  | null
  | readonly DataValue[]
  | { readonly [key: string]: DataValue }

export type Data = { readonly [key: string]: DataValue }

/** One thing that happened, as it was recorded. Never changed: a correction is another event. */
export type CaseEvent = {
  readonly id: string
  readonly type: string
  /** When it happened. */
  readonly at: Instant
  /** When it was written down; the same moment unless said. */
  readonly recorded: Instant
  /** The role in which it was recorded, and the person, where known. */
  readonly by: { readonly role: string | null; readonly id: string | null } | null
  readonly data: Data
  /** A manager's reason for going past a soft gate. */
  readonly override: { readonly role: string | null; readonly reason: string } | null
}

/** Somebody in the case. */
export type Person = {
  readonly id: string
  readonly role: string
  readonly born: Day | null
  /** The days between which the person is part of the case; null where open. */
  readonly from: Day | null
  readonly until: Day | null
  /** Whether the person is one of those for whom the case is open, as against a professional around them. */
  readonly member: boolean
}

/** Whether a person is part of the case on a day: has joined, has not left, and is not a child to be born later. */
export const isThere = (person: Person, day: Day): boolean =>
  (person.from === null || person.from <= day) &&
  (person.until === null || person.until >= day) &&
  (person.born === null || person.born <= day || person.role === 'unborn')

const childRoles: ReadonlySet<string> = new Set(['child', 'young-person', 'unborn'])

/**
 * Whether somebody's birth is on record by a day. An unborn child stays one until its birth is said, whenever it was
 * expected: until then nobody can see it. Of whom no day is known the birth is taken for granted.
 */
export const isBorn = ({ role, born }: Pick<Person, 'role' | 'born'>, day: Day): boolean =>
  role !== 'unborn' && (born === null || born <= day)

/** Whether the procedure means this person when it says "each child". */
export const isChild = (person: Person): boolean => childRoles.has(person.role)
