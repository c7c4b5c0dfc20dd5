import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { nextSlot } from '#calendar/slots.ts'
import { isKnown } from '#calendar/working-calendar.ts'
import type { Period } from '#procedure/clock-due.ts'
import { countsHours } from '#procedure/duration.ts'
import type { Duration } from '#procedure/duration.ts'
import type { CompiledClock, CompiledPlace } from './compiled-clock.ts'
import type { CompiledProcedure } from './compiled-procedure.ts'
import type { Counted, Counting } from './count.ts'
import { CannotCount, countFrom, countWithPauses, whereCounted } from './count.ts'
import type { PauseSpell } from './obligation.ts'
import { occurrenceAt, occurrencesOf } from './order.ts'
import type { Growing, Reckoning } from './reckoning.ts'
import { undated } from './reckoning.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'
import { inYearsOfCases } from './years-of-cases.ts'

const periodOf = (period: Period, start: StartPoint): Duration => {
  if (period.kind === 'fixed') return period.duration
  const n = start.entry?.data[period.field]
  if (typeof n === 'number') {
    if (Number.isInteger(n) && n > 0) return { n, unit: period.unit }
    throw new CannotCount(`"${period.field}" is ${n}, which is no number of ${period.unit}`)
  }
  if (period.otherwise !== null) return period.otherwise
  throw new CannotCount(`"${period.field}" is not on record`)
}

const dateIn = (field: string, start: StartPoint): Day => {
  const value = start.entry?.data[field]
  const day = typeof value === 'string' ? parseDay(value) : undefined
  if (day === undefined) throw new CannotCount(`the date in "${field}" is not on record`)
  return day
}

/** Open "for more than 6 months" begins on the day after the 6 months. */
const opensAfter = (start: StartPoint, length: Duration, counting: Counting): number =>
  countFrom(start, length, counting) + (countsHours(length) ? 0 : 1)

const momentAfter = (start: StartPoint, length: Duration, counting: Counting): Instant | null =>
  whereCounted(() => {
    const opens = opensAfter(start, length, counting)
    return countsHours(length) ? (opens as Instant) : instantAt(opens as Day, 0)
  })

/** The moment from which an obligation is open that opens only some time after its start; null when at once. */
export const openingOf = ({ clock }: CompiledClock, start: StartPoint, counting: Counting): Instant | null =>
  clock.opensAfter === null ? null : momentAfter(start, clock.opensAfter, counting)

const setCounted = (dates: Growing, { due, stoodStill, rolledFrom }: Counted): void => {
  dates.from = 'period'
  dates.due = due
  dates.stoodStill = stoodStill
  dates.rolledFrom = rolledFrom
}

const setLimit = (
  dates: Growing,
  { clock }: CompiledClock,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
  { procedure }: CompiledProcedure,
): void => {
  const { within, about, fromDate, slot } = clock.due
  if (fromDate !== null) {
    const anchor = dateIn(fromDate.field, start)
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
    if (found === undefined) throw new CannotCount(`there is no slot "${slot.slot}"`)
    dates.from = 'slot'
    dates.due = nextSlot(counting.calendar, { weekdays: found.days, ...found.times }, start.at, slot.nth).day
  } else if (within !== null)
    setCounted(dates, countWithPauses(start, periodOf(within, start), spells, counting))
  else if (about !== null) setCounted(dates, countWithPauses(start, about, spells, counting))
}

const setAim = (
  dates: Growing,
  aim: Period,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
): void => {
  const isSaid =
    aim.kind === 'fixed' || aim.otherwise !== null || typeof start.entry?.data[aim.field] === 'number'
  const at = isSaid ? countWithPauses(start, periodOf(aim, start), spells, counting).due : null
  dates.aim = at !== null && dates.due !== null && at > dates.due ? dates.due : at
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

/**
 * The dates of one obligation: when it opens, is aimed at and falls due, and how that came about. What cannot
 * be computed is left open with the reason, for a person to decide (procedure.md, sections 2 and 3).
 */
export const datesOf = (
  compiledClock: CompiledClock,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
  timeline: Timeline,
  compiled: CompiledProcedure,
): Reckoning => {
  const { clock, hours, place } = compiledClock
  const dates = undated()
  try {
    setLimit(dates, compiledClock, start, spells, counting, compiled)
    if (place !== null) setOrder(dates, compiledClock, place, start, timeline)
    if (dates.due !== null && !isInCalendar(dates.due, hours)) throw new RangeError('a date of no case')
    if (clock.opensAfter !== null) dates.opens = opensAfter(start, clock.opensAfter, counting)
    if (clock.due.earliest !== null) dates.earliest = countFrom(start, clock.due.earliest, counting)
    if (clock.due.aim !== null) setAim(dates, clock.due.aim, start, spells, counting)
    dates.provisional = isProvisional(dates, compiledClock, counting)
    if (clock.due.about !== null) {
      dates.aim = dates.due
      dates.due = null
    }
    return dates
  } catch (error) {
    if (!(error instanceof CannotCount || error instanceof RangeError)) throw error
    const why = error instanceof CannotCount ? error.message : 'the date lies outside the calendar'
    return { ...undated(), opens: dates.opens, undecided: why }
  }
}
