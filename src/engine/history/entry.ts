import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Data, DataValue } from '../case-event.ts'

/**
 * An event in its place: after corrections, in the order in which things happened. A visit that names the
 * children seen stands here once as the visit and once for each child; all carry the visit's id.
 */
export type Entry = {
  readonly id: string
  readonly type: string
  readonly at: Instant
  readonly day: Day
  readonly data: Data
  readonly event: CaseEvent
  /** The id of the earlier event that it says it belongs to. */
  readonly of: string | null
  /** Place in the order of the history, from 0. */
  seq: number
  /** What peopleNamed found, once it has been asked. */
  named: readonly string[] | null | undefined
}

export const isList = (value: DataValue | undefined): value is readonly DataValue[] => Array.isArray(value)

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
    if (isList(value)) return value.map((row) => (isData(row) ? (fieldOf(row, [key]) ?? null) : null))
    value = value[key]
  }
  return value ?? undefined
}

const isText = (value: DataValue): value is string => typeof value === 'string'

/** The fields that name people, the one that counts first where there are several. */
const naming: ReadonlyMap<string, number> = new Map(
  ['person', 'child', 'children', 'persons', 'about'].map((field, rank) => [field, rank]),
)

/**
 * `about` names people in a note and subjects in a letter: only a list of it is a list of people. What an event
 * says differs from one to the next; going through what is there is sooner done than asking for five fields.
 */
const findPeople = (data: Data): readonly string[] | null => {
  let found: readonly string[] | null = null
  let best = naming.size
  for (const field in data) {
    const rank = naming.get(field) ?? best
    const value = data[field]
    if (rank >= best || value == null) continue
    best = rank
    found = typeof value === 'string' ? (field === 'about' ? null : [value]) : textsIn(value)
  }
  return found
}

const textsIn = (value: DataValue): readonly string[] | null => {
  if (!isList(value)) return null
  return value.every(isText) ? value : value.filter(isText)
}

/** The people of the family whom an event names; null when it names none and so concerns everybody. */
export const peopleNamed = (entry: Entry): readonly string[] | null => {
  if (entry.named === undefined) entry.named = findPeople(entry.data)
  return entry.named
}

/** Whether an event is about a person: it names that person, or nobody. */
export const concerns = (entry: Entry, person: string): boolean =>
  peopleNamed(entry)?.includes(person) ?? true

/** One thing that an event says to the rules: the event itself, or one of its rows. */
export const makeEntry = (
  event: CaseEvent,
  type: string,
  data: Data,
  day: Day,
  of: string | null,
): Entry => ({
  id: event.id,
  type,
  at: event.at,
  day,
  data,
  event,
  of,
  seq: 0,
  named: undefined,
})
