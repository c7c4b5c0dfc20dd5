import type { Day } from '#calendar/day.ts'
import { weekdayOf } from '#calendar/day.ts'
import type { DayOff } from '#calendar/working-calendar.ts'
import type { DayRow } from './working-day-rows.ts'

/** A week of a long count: its first and last day, what they count as, and the days off in it by name. */
export type WeekRow = {
  readonly first: Day
  readonly last: Day
  readonly from: number | null
  readonly to: number | null
  readonly off: readonly DayOff[]
  readonly stoodStill: number
}

const weekOf = ({ day }: DayRow): number => day - weekdayOf(day)

const fold = (rows: readonly DayRow[]): WeekRow => {
  const numbers = rows.flatMap(({ counts }) => (counts === null ? [] : [counts]))
  const days = rows.map(({ day }) => day)
  return {
    first: Math.min(...days) as Day,
    last: Math.max(...days) as Day,
    from: numbers[0] ?? null,
    to: numbers.at(-1) ?? null,
    off: rows.flatMap(({ why }) =>
      why !== null && typeof why === 'object' && why.why !== 'weekend' ? [why] : [],
    ),
    stoodStill: rows.filter(({ why }) => why === 'stood still').length,
  }
}

/** The days of a long count folded into weeks that begin on Monday, in the order of the count. */
export const weekRows = (rows: readonly DayRow[]): readonly WeekRow[] =>
  [...Map.groupBy(rows, weekOf).values()].map(fold)
