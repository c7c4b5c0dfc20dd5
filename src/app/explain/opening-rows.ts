import type { Day } from '#calendar/day.ts'
import { weekdayOf } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { isWorkingDay } from '#calendar/working-calendar.ts'
import type { PauseSpell } from '#engine/clock/pause-spell.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** A stretch of opening hours that counted: from when to when, and the minutes counted by its end. */
export type OpeningRow = {
  readonly from: Instant
  readonly to: Instant
  readonly minutes: number
  readonly total: number
}

const minute = 60_000

const stoodStillIn = (from: number, to: number, spells: readonly PauseSpell[]): number =>
  spells
    .filter(({ standsStill }) => standsStill)
    .reduce((sum, spell) => {
      const overlap = Math.min(to, spell.until ?? to) - Math.max(from, spell.from)
      return sum + Math.max(0, overlap)
    }, 0)

/** The stretches of opening hours between two moments, with the time taken out in which the clock stood still. */
export const openingRows = (
  from: Instant,
  to: Instant,
  openingHours: Procedure['openingHours'],
  spells: readonly PauseSpell[],
  calendar: WorkingCalendar,
): readonly OpeningRow[] => {
  const rows: OpeningRow[] = []
  let total = 0
  for (let day = dayOf(from); day <= dayOf(to); day = (day + 1) as Day) {
    if (!isWorkingDay(calendar, day)) continue
    const stretches = openingHours
      .filter(({ days }) => days.includes(weekdayOf(day)))
      .toSorted((a, b) => a.times.from - b.times.from)
    for (const { times } of stretches) {
      const begins = Math.max(from, instantAt(day, times.from)) as Instant
      const ends = Math.min(to, instantAt(day, times.to)) as Instant
      if (ends <= begins) continue
      const minutes = Math.round((ends - begins - stoodStillIn(begins, ends, spells)) / minute)
      total += minutes
      rows.push({ from: begins, to: ends, minutes, total })
    }
  }
  return rows
}
