import type { Day } from './day.ts'
import { daysOffInWords } from './days-off-in-words.ts'
import { daysOff, type WorkingCalendar } from './working-calendar.ts'

const MOST_KEPT = 50_000
const DAYS_IN_TABLE = 100_000

const kept = new WeakMap<WorkingCalendar, Map<number, string>>()

function keptFor(cal: WorkingCalendar): Map<number, string> {
  let said = kept.get(cal)
  if (said === undefined) {
    said = new Map()
    kept.set(cal, said)
  }
  if (said.size >= MOST_KEPT) said.clear()
  return said
}

/**
 * daysOffInWords of daysOff from one day to another. The sentence is kept: the same two days come back in thousands of
 * cases, and putting it together takes far longer than counting. RangeError outside the calendar's table.
 */
export function daysNotCounted(cal: WorkingCalendar, from: Day, to: Day): string {
  const said = keptFor(cal)
  const key = from * DAYS_IN_TABLE + to
  const before = said.get(key)
  if (before !== undefined) return before
  const words = daysOffInWords(daysOff(cal, from, to))
  said.set(key, words)
  return words
}
