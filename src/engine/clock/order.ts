import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import type { CompiledPlace } from '../compiled/compiled-clock.ts'
import type { Entry } from '../history/entry.ts'
import { entriesOf } from '../history/history.ts'
import type { History } from '../history/history.ts'

/** One of a row of meetings: held when its entry says so, or planned by it for a day. */
export type Occurrence = {
  readonly entry: Entry
  readonly isHeld: boolean
  readonly day: Day
  readonly number: number | null
}

const numberOf = (entry: Entry): number | null => {
  const number = entry.data['number']
  return typeof number === 'number' ? number : null
}

const isFinal = ({ entry }: Occurrence): boolean => entry.data['final'] === true

const entriesAfter = (entries: readonly Entry[], seq: number): readonly Entry[] =>
  entries.filter((entry) => entry.seq > seq)

const heldBy = (entry: Entry): Occurrence => ({
  entry,
  isHeld: true,
  day: entry.day,
  number: numberOf(entry),
})

/** A plan without a number is for the next meeting; null where it says no day, or the meeting has been held. */
const plannedBy = (entry: Entry, held: number, lastHeld: number): Occurrence | null => {
  const { date } = entry.data
  const day = typeof date === 'string' ? parseDay(date) : undefined
  const number = numberOf(entry) ?? (entry.seq > lastHeld ? held + 1 : 0)
  return day === undefined || number <= held ? null : { entry, isHeld: false, day, number }
}

/**
 * The meetings held and, after them, those that have a date, in order. A later plan for the same number takes
 * the place of an earlier one.
 */
export const occurrencesOf = (
  place: CompiledPlace,
  history: History,
  sinceSeq: number,
): readonly Occurrence[] => {
  const held = entriesAfter(entriesOf(history, place.of), sinceSeq)
  const lastHeld = held.at(-1)?.seq ?? -1
  const planned = new Map<number | null, Occurrence>()
  for (const entry of entriesAfter(entriesOf(history, place.plannedBy), sinceSeq)) {
    const plan = plannedBy(entry, held.length, lastHeld)
    if (plan !== null) planned.set(plan.number, plan)
  }
  return [...held.map(heldBy), ...[...planned.values()].toSorted((a, b) => a.day - b.day)]
}

/** The meeting that a place in the order means, if it is known yet. */
export const occurrenceAt = (place: CompiledPlace, occurrences: readonly Occurrence[]): Occurrence | null => {
  if (typeof place.which === 'number') {
    const inOrder = occurrences.filter(({ isHeld }) => isHeld)[place.which - 1]
    return occurrences.find((one) => one.number === place.which) ?? inOrder ?? null
  }
  const final = occurrences.findIndex(isFinal)
  if (final < 0) return null
  return occurrences[place.which === 'final' ? final : final - 1] ?? null
}
