import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { nextSlot } from '#calendar/slots.ts'
import { isKnown } from '#calendar/working-calendar.ts'
import type { Period } from '#procedure/rules/clock-due.ts'
import { countsHours } from '#procedure/rules/duration.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import type { CompiledClock, CompiledPlace } from '../compiled/compiled-clock.ts'
import type { CompiledProcedure } from '../compiled/compiled-procedure.ts'
import type { Counted, Counting } from './count.ts'
import { CannotCount, countFrom, countWithPauses, whereCounted } from './count.ts'
import type { StartPoint } from '../obligation.ts'
import type { PauseSpell } from './pause-spell.ts'
import { occurrenceAt, occurrencesOf } from './order.ts'
import type { Growing, Reckoning } from '../reckoning.ts'
import { undated } from '../reckoning.ts'
import type { Timeline } from '../history/timeline.ts'
import { inYearsOfCases } from '../case-file/years-of-cases.ts'

/** How long a period is; where the case does not say, why not. */
const periodOf = (period: Period, start: StartPoint): Duration | string => {
  if (period.kind === 'fixed') return period.duration
  const n = start.entry?.data[period.field]
  if (typeof n === 'number') {
    if (Number.isInteger(n) && n > 0) return { n, unit: period.unit }
    return `"${period.field}" is ${n}, which is no number of ${period.unit}`
  }
  return period.otherwise ?? `"${period.field}" is not on record`
}

const dateIn = (field: string, start: StartPoint): Day | undefined => {
  const value = start.entry?.data[field]
  return typeof value === 'string' ? parseDay(value) : undefined
}

/** Open "for more than 6 months" begins on the day after the 6 months. */
const openAfter = (start: StartPoint, length: Duration, counting: Counting): number =>
  countFrom(start, length, counting) + (countsHours(length) ? 0 : 1)

const momentAfter = (start: StartPoint, length: Duration, counting: Counting): Instant | null =>
  whereCounted(() => {
    const opens = openAfter(start, length, counting)
    return countsHours(length) ? (opens as Instant) : instantAt(opens as Day, 0)
  })

/** The moment from which an obligation is open that opens only some time after its start; null when at once. */
export const openingOf = ({ clock }: CompiledClock, start: StartPoint, counting: Counting): Instant | null =>
  clock.opensAfter === null ? null : momentAfter(start, clock.opensAfter, counting)

/** Gives why the limit cannot be counted; null where it is. */
const setLimit = (
  dates: Growing,
  { clock }: CompiledClock,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
  { procedure }: CompiledProcedure,
): string | null => {
  const { within, about, fromDate, slot } = clock.due
  if (fromDate !== null) {
    const anchor = dateIn(fromDate.field, start)
    if (anchor === undefined) return `the date in "${fromDate.field}" is not on record`
    const { by, way } = fromDate
    dates.from = 'date'
    dates.anchor = anchor
    dates.due =
      by === null
        ? anchor
        : countFrom(
            { day: anchor, at: start.at },
            { n: way === 'before' ? -by.n : by.n, unit: by.unit },
            counting,
          )
  } else if (slot !== null) {
    const found = procedure.slots[slot.slot]
    if (found === undefined) return `there is no slot "${slot.slot}"`
    dates.from = 'slot'
    dates.due = nextSlot(counting.calendar, { weekdays: found.days, ...found.times }, start.at, slot.nth).day
  } else if (within !== null) {
    const length = periodOf(within, start)
    if (typeof length === 'string') return length
    dates.from = 'period'
    countWithPauses(dates, start, length, spells, counting)
  } else if (about !== null) {
    dates.from = 'period'
    countWithPauses(dates, start, about, spells, counting)
  }
  return null
}

/** Gives why the aim cannot be counted; null where it is, and where the case does not say it. */
const setAim = (
  dates: Growing,
  aim: Period,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
): string | null => {
  const isSaid =
    aim.kind === 'fixed' || aim.otherwise !== null || typeof start.entry?.data[aim.field] === 'number'
  if (!isSaid) return null
  const length = periodOf(aim, start)
  if (typeof length === 'string') return length
  const aimed: Counted = { due: null, stoodStill: 0, rolledFrom: null }
  countWithPauses(aimed, start, length, spells, counting)
  const { due: at } = aimed
  dates.aim = at !== null && dates.due !== null && at > dates.due ? dates.due : at
  return null
}

/** By order: the earlier of the limit and the meeting decides. Meetings are counted since the last reopening. */
const setOrder = (
  dates: Growing,
  { clock }: CompiledClock,
  place: CompiledPlace,
  start: StartPoint,
  timeline: Timeline,
): void => {
  const since = timeline.reopenings.findLast((seq) => seq <= start.seq) ?? -1
  const meeting = occurrenceAt(place, occurrencesOf(place, timeline.history, since))
  if (dates.due === null) dates.from = 'order'
  if (meeting === null) return
  if (meeting.isHeld && clock.due.order?.how === 'before') dates.tooLateAt = meeting.entry.at
  if (dates.due !== null && dates.due <= meeting.day) return
  dates.from = 'order'
  dates.due = meeting.day
  dates.anchor = meeting.day
  dates.rolledFrom = null
}

const isInCalendar = (due: number, hours: boolean): boolean =>
  inYearsOfCases(hours ? dayOf(due as Instant) : (due as Day))

const isProvisional = (
  { due, aim }: Reckoning,
  { restsOnHolidays, hours }: CompiledClock,
  { calendar }: Counting,
): boolean => {
  const last = Math.max(due ?? 0, aim ?? 0)
  return restsOnHolidays && last > 0 && !isKnown(calendar, hours ? dayOf(last as Instant) : (last as Day))
}

const outside = 'the date lies outside the calendar'

/** Gives why the dates cannot be computed; null where they are. */
const reckon = (
  dates: Growing,
  clock: CompiledClock,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
  timeline: Timeline,
  compiled: CompiledProcedure,
): string | null => {
  const { due, opensAfter } = clock.clock
  const whyNoLimit = setLimit(dates, clock, start, spells, counting, compiled)
  if (whyNoLimit !== null) return whyNoLimit
  if (clock.place !== null) setOrder(dates, clock, clock.place, start, timeline)
  if (dates.due !== null && !isInCalendar(dates.due, clock.hours)) return outside
  if (opensAfter !== null) dates.opens = openAfter(start, opensAfter, counting)
  if (due.earliest !== null) dates.earliest = countFrom(start, due.earliest, counting)
  const whyNoAim = due.aim === null ? null : setAim(dates, due.aim, start, spells, counting)
  if (whyNoAim !== null) return whyNoAim
  dates.provisional = isProvisional(dates, clock, counting)
  if (due.about === null) return null
  dates.aim = dates.due
  dates.due = null
  return null
}

const undecided = (why: string, { opens }: Reckoning): Reckoning => ({ ...undated(), opens, undecided: why })

/**
 * The dates of one obligation: when it opens, is aimed at and falls due, and how that came about. What cannot
 * be computed is left open with the reason, for a person to decide (procedure.md, sections 2 and 3).
 */
export const datesOf = (
  clock: CompiledClock,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
  timeline: Timeline,
  compiled: CompiledProcedure,
): Reckoning => {
  const dates = undated()
  try {
    const why = reckon(dates, clock, start, spells, counting, timeline, compiled)
    return why === null ? dates : undecided(why, dates)
  } catch (error) {
    if (error instanceof CannotCount) return undecided(error.message, dates)
    if (error instanceof RangeError) return undecided(outside, dates)
    throw error
  }
}
