import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { DayOff, WorkingCalendar } from '#calendar/working-calendar.ts'
import { daysOff } from '#calendar/working-calendar.ts'
import type { PauseSpell } from '#engine/clock/pause-spell.ts'

/** One day of a count: what it counts as, or why it does not count. */
export type DayRow = {
  readonly day: Day
  readonly counts: number | null
  readonly why: 'start' | 'stood still' | DayOff | null
}

/** A count of working days from a day (backwards where `to` is earlier), with the days that do not count. */
export type DayCount = {
  readonly from: Day
  readonly to: Day
  /** Whether the count ends on that day, or is still under way there. */
  readonly ends: boolean
  /** 1: the day of the start is day 1 where it is worked. */
  readonly startDay: 0 | 1
  readonly length: number
  readonly spells: readonly PauseSpell[]
}

const stoodStillOn = (day: Day, spells: readonly PauseSpell[]): boolean =>
  spells.some(
    ({ from, until, standsStill }) =>
      standsStill && day > dayOf(from) && (until === null || day <= dayOf(until)),
  )

/**
 * The days of a count of working days one by one, from the start to the day that it ends on. The day on which
 * a clock stops still counts; those after it, up to and including the day on which it goes on, do not.
 */
export const workingDayRows = (count: DayCount, calendar: WorkingCalendar): readonly DayRow[] => {
  const { from, to, ends, startDay, length, spells } = count
  const step = to < from ? -1 : 1
  const [first, last] = step === 1 ? [from, to] : [to, from]
  const off = new Map(daysOff(calendar, (first - 1) as Day, last).map((one) => [one.day, one]))
  const rows: DayRow[] = []
  let counted = 0
  for (let day = from; step * (to - day) >= 0; day = (day + step) as Day) {
    const dayOff = off.get(day)
    if (day === from && (startDay === 0 || dayOff !== undefined))
      rows.push({ day, counts: null, why: 'start' })
    else if (dayOff !== undefined) rows.push({ day, counts: null, why: dayOff })
    else if (!(ends && day === to) && (stoodStillOn(day, spells) || counted === length - 1))
      rows.push({ day, counts: null, why: 'stood still' })
    else {
      counted += 1
      rows.push({ day, counts: counted, why: null })
    }
  }
  return rows
}
