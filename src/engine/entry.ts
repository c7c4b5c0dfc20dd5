import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Data, DataValue } from './case-event.ts'

/**
 * An event in its place: after corrections, in the order in which things happened. A visit that names the
 * children seen stands here once as the visit and once for each child; all carry the visit's id.
 */
export type Entry = {
  readonly id: string
  readonly type: string
  readonly at: Instant
  readonly day: Day
  readonly recorded: Instant
  readonly role: string | null
  readonly data: Data
  readonly event: CaseEvent
  /** Place in the order of the history, from 0. */
  seq: number
}

export const isData = (value: DataValue | undefined): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The value of a field, or of a field inside a field; undefined when nothing is there. Of rows, the values of
 * that field row by row, null where a row lacks it.
 */
export const fieldOf = (data: Data, path: readonly string[]): DataValue | undefined => {
  let value: DataValue | undefined = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    if (Array.isArray(value)) return value.map((row) => (isData(row) ? (fieldOf(row, [key]) ?? null) : null))
    value = (value as Data)[key]
  }
  return value ?? undefined
}

const personFields = ['person', 'child', 'children', 'persons', 'about'] as const

/** The people of the family whom an event names; null when it names none and so concerns everybody. */
export const peopleNamed = (data: Data): readonly string[] | null => {
  for (const field of personFields) {
    const value = data[field]
    if (typeof value === 'string') return field === 'about' ? null : [value]
    if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  }
  return null
}

/** Whether an event is about a person: it names that person, or nobody. */
export const concerns = (entry: Entry, person: string): boolean =>
  peopleNamed(entry.data)?.includes(person) ?? true
