import { weekdayOf, type Day, type Weekday } from './day.ts'
import { dayOf, instantAt, type Instant } from './instant.ts'
import { isWorkingDay, onOrAfter, type WorkingCalendar } from './working-calendar.ts'

/**
 * When an office is open: for each weekday (Monday 1) the spells in date order, from and to in minutes of the day (0 to 1440).
 * A weekday left out is closed.
 */
export type OpeningHours = {
  readonly [weekday in Weekday]?: ReadonlyArray<readonly [fromMinute: number, toMinute: number]>
}

const MINUTE = 60_000
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const

function checkOpening(hours: OpeningHours): void {
  let open = false
  for (const weekday of MONDAY_TO_FRIDAY) {
    let before = 0
    for (const [from, to] of hours[weekday] ?? []) {
      if (!(from >= before && to > from)) {
        throw new RangeError(
          `The opening hours of weekday ${weekday} are not in order: ${from} to ${to}. Give each spell once, earliest first, without overlap.`,
        )
      }
      before = to
      open = true
    }
  }
  if (!open) throw new RangeError('No weekday from Monday to Friday has opening hours. Give at least one.')
}

function nextDay(day: Day): Day {
  return (day + 1) as Day
}

/**
 * The moment by which so many minutes of opening hours on working days have run since `from`. Where `from` is outside opening
 * hours they begin at the next opening. A last minute that ends at closing time gives closing time, not the next opening; no
 * minutes give `from` itself.
 * RangeError for negative minutes, for hours that are never open or not in order, and outside the calendar's table.
 */
export function addWorkingMinutes(
  cal: WorkingCalendar,
  hours: OpeningHours,
  from: Instant,
  minutes: number,
): Instant {
  if (!(minutes >= 0)) throw new RangeError(`Working minutes are counted forwards from 0, not ${minutes}.`)
  checkOpening(hours)
  let left = Math.round(minutes * MINUTE)
  if (left === 0) return from
  for (let day = onOrAfter(cal, dayOf(from)); ; day = onOrAfter(cal, nextDay(day))) {
    for (const [opens, closes] of hours[weekdayOf(day)] ?? []) {
      const start = Math.max(instantAt(day, opens), from)
      const spell = instantAt(day, closes) - start
      if (spell >= left) return (start + left) as Instant
      if (spell > 0) left -= spell
    }
  }
}

/**
 * The minutes of opening hours on working days between two moments, to the millisecond; negative where `to` is earlier.
 * RangeError for hours that are never open or not in order, and outside the calendar's table.
 */
export function workingMinutesBetween(
  cal: WorkingCalendar,
  hours: OpeningHours,
  from: Instant,
  to: Instant,
): number {
  checkOpening(hours)
  if (to < from) return -workingMinutesBetween(cal, hours, to, from)
  let worked = 0
  for (let day = dayOf(from); day <= dayOf(to); day = nextDay(day)) {
    if (!isWorkingDay(cal, day)) continue
    for (const [opens, closes] of hours[weekdayOf(day)] ?? []) {
      worked += Math.max(0, Math.min(instantAt(day, closes), to) - Math.max(instantAt(day, opens), from))
    }
  }
  return worked / MINUTE
}
