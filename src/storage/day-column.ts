import { formatDay, parseDay, type Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'

/** A date from the database, which gives it as text. RangeError for one outside 1900 to 2199. */
export function dayOfColumn(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`A date from the database cannot be read: ${text}`)
  return day
}

export const dayOrNull = (text: string | null): Day | null => (text === null ? null : dayOfColumn(text))
export const textOfDay = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** A moment as the database takes it, to the millisecond. */
export const textOfInstant = (instant: Instant): string => new Date(instant).toISOString()
export const textOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : textOfInstant(instant)
