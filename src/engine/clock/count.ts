import type { Day } from '#calendar/day.ts'
import { addDays, addMonths, addYears } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { addHours, dayOf } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { addWorkingDays, isWorkingDay, onOrAfter, workingDaysBetween } from '#calendar/working-calendar.ts'
import type { OpeningHours } from '#calendar/working-hours.ts'
import { addWorkingMinutes, workingMinutesBetween } from '#calendar/working-hours.ts'
import { countsHours } from '#procedure/rules/duration.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import type { PauseSpell } from './pause-spell.ts'

/** How a procedure counts, with the calendar to count in (procedure.md, section 3). */
export type Counting = {
  readonly calendar: WorkingCalendar
  readonly openingHours: OpeningHours | null
  readonly startDay: 0 | 1
  readonly roll: 'none' | 'next working day'
}

/** How a clock counts: as its procedure does, but for what it says itself. */
export const countingFor = (
  { startDay, roll }: Pick<Counting, 'startDay' | 'roll'>,
  usual: Counting,
): Counting => (startDay === usual.startDay && roll === usual.roll ? usual : { ...usual, startDay, roll })

/** A date that cannot be computed: a person has to decide, and is told why. */
export class CannotCount extends Error {}

const hoursOf = ({ openingHours }: Counting): OpeningHours => {
  if (openingHours === null) throw new CannotCount('the procedure gives no opening hours')
  return openingHours
}

/** Null where the count leaves the calendar, which datesOf puts into words. */
export const whereCounted = <T>(count: () => T): T | null => {
  try {
    return count()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Day 1 is the first day counted: the day after the start, or the start itself where the pack says so. */
const daysToAdd = (n: number, start: Day, working: boolean, { startDay, calendar }: Counting): number =>
  startDay === 1 && n > 0 && (!working || isWorkingDay(calendar, start)) ? n - 1 : n

/** The day, or for hours the instant, that lies a duration after a start; a negative one lies before. */
export const countFrom = (
  start: { readonly day: Day; readonly at: Instant },
  { n, unit }: Duration,
  counting: Counting,
): number => {
  switch (unit) {
    case 'hours':
      return addHours(start.at, n)
    case 'working hours':
      return addWorkingMinutes(counting.calendar, hoursOf(counting), start.at, n * 60)
    case 'working days':
      return addWorkingDays(counting.calendar, start.day, daysToAdd(n, start.day, true, counting))
    case 'days':
      return addDays(start.day, daysToAdd(n, start.day, false, counting))
    case 'weeks':
      return addDays(start.day, 7 * n)
    case 'months':
      return addMonths(start.day, n)
    case 'years':
      return addYears(start.day, n)
  }
}

/** How much of a clock's own unit a spell holds back: ms, minutes, working days or days. */
const heldBack = (from: Instant, until: Instant, unit: Duration['unit'], counting: Counting): number => {
  if (unit === 'hours') return until - from
  if (unit === 'working hours')
    return workingMinutesBetween(counting.calendar, hoursOf(counting), from, until)
  if (unit === 'working days') return workingDaysBetween(counting.calendar, dayOf(from), dayOf(until))
  return dayOf(until) - dayOf(from)
}

const putOff = (due: number, by: number, unit: Duration['unit'], counting: Counting): number => {
  if (by === 0) return due
  if (unit === 'hours') return due + by
  if (unit === 'working hours')
    return addWorkingMinutes(counting.calendar, hoursOf(counting), due as Instant, by)
  if (unit === 'working days') return addWorkingDays(counting.calendar, due as Day, by)
  return addDays(due as Day, by)
}

/** What a count gives: it is written into the dates of an obligation, of which a case has many. */
export type Counted = {
  due: number | null
  /** In the unit of the length: ms, minutes, working days or days. */
  stoodStill: number
  rolledFrom: number | null
}

/**
 * Counts a due date, the spells in which the clock stood still put behind it in its own unit; it is null while
 * it still stands still. A calendar date is rolled off a day that is not worked where the pack says so.
 */
export const countWithPauses = (
  into: Counted,
  start: { readonly day: Day; readonly at: Instant },
  duration: Duration,
  spells: readonly PauseSpell[],
  counting: Counting,
): void => {
  let due = countFrom(start, duration, counting)
  let stoodStill = 0
  const hours = countsHours(duration)
  for (const { from, until, standsStill } of spells) {
    if (!standsStill || (hours ? from : dayOf(from)) > due) continue
    if (until === null) {
      into.stoodStill = stoodStill
      return
    }
    const held = heldBack(from, until, duration.unit, counting)
    due = putOff(due, held, duration.unit, counting)
    stoodStill += held
  }
  into.due = due
  into.stoodStill = stoodStill
  if (counting.roll === 'none' || hours || duration.unit === 'working days') return
  const rolled = onOrAfter(counting.calendar, due as Day)
  into.due = rolled
  if (rolled !== due) into.rolledFrom = due
}
