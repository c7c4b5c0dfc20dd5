import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CompiledPlace } from './compiled-clock.ts'
import type { Entry } from './entry.ts'
import { entriesOf } from './history.ts'
import type { History } from './history.ts'

/** One of a row of meetings: held at a moment, or planned for a day. */
export type Occurrence = {
  readonly day: Day
  readonly heldAt: Instant | null
  readonly final: boolean
  readonly number: number | null
}

const numberOf = (entry: Entry): number | null => {
  const number = entry.data['number']
  return typeof number === 'number' ? number : null
}

const isFinal = (entry: Entry): boolean => entry.data['final'] === true

const held = (entry: Entry): Occurrence => ({
  day: entry.day,
  heldAt: entry.at,
  final: isFinal(entry),
  number: numberOf(entry),
})

/**
 * The meetings held and, after them, those that have a date, in order. A later plan for the same number takes
 * the place of an earlier one; a plan without a number is for the next meeting.
 */
export const occurrencesOf = (
  place: CompiledPlace,
  history: History,
  sinceSeq: number,
): readonly Occurrence[] => {
  const after = (entry: Entry): boolean => entry.seq > sinceSeq
  const heldOnes = entriesOf(history, place.of).filter(after)
  const lastHeld = heldOnes.at(-1)?.seq ?? -1
  const planned = new Map<number, Occurrence>()
  for (const entry of entriesOf(history, place.plannedBy).filter(after)) {
    const date = entry.data['date']
    const day = typeof date === 'string' ? parseDay(date) : undefined
    const number = numberOf(entry) ?? (entry.seq > lastHeld ? heldOnes.length + 1 : 0)
    if (day === undefined || number <= heldOnes.length) continue
    planned.set(number, { day, heldAt: null, final: isFinal(entry), number })
  }
  return [...heldOnes.map(held), ...[...planned.values()].toSorted((a, b) => a.day - b.day)]
}

/** The meeting that a place in the order means, if it is known yet. */
export const occurrenceAt = (place: CompiledPlace, occurrences: readonly Occurrence[]): Occurrence | null => {
  if (typeof place.which === 'number') {
    const inOrder = occurrences.filter((one) => one.heldAt !== null)[place.which - 1]
    return occurrences.find((one) => one.number === place.which) ?? inOrder ?? null
  }
  const final = occurrences.findIndex((one) => one.final)
  if (final < 0) return null
  return occurrences[place.which === 'final' ? final : final - 1] ?? null
}
