import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import { addHours, dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays, isKnown } from '#calendar/working-calendar.ts'
import { nextSlot } from '#calendar/slots.ts'
import type { Clock } from '#procedure/clock.ts'
import type { Due, Period } from '#procedure/clock-due.ts'
import { countsHours } from '#procedure/duration.ts'
import type { Duration } from '#procedure/duration.ts'
import type { CompiledClock, CompiledProcedure } from './compiled-procedure.ts'
import type { Counting } from './count.ts'
import { CannotCount, countFrom, countWithPauses, restsOnHolidays } from './count.ts'
import type { Obligation, PauseSpell, Reckoning } from './obligation.ts'
import { occurrenceAt, occurrencesOf } from './order.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'

export type Dates = Pick<
  Obligation,
  'counts' | 'opens' | 'earliest' | 'aim' | 'due' | 'tooLateAt' | 'provisional' | 'undecided'
> & { readonly reckoning: Pick<Reckoning, 'stoodStill' | 'from' | 'anchor' | 'rolledFrom' | 'held'> }

/** Hours begin to count as due soon so many hours before, unless the clock says otherwise. */
const soonHours = 4

const periodOf = (period: Period, start: StartPoint): Duration => {
  if (period.kind === 'fixed') return period.duration
  const n = start.entry?.data[period.field]
  if (typeof n === 'number' && Number.isInteger(n) && n > 0) return { n, unit: period.unit }
  if (period.otherwise !== null) return period.otherwise
  throw new CannotCount(`"${period.field}" is not on record`)
}

const dateIn = (field: string, start: StartPoint): Day => {
  const value = start.entry?.data[field]
  const day = typeof value === 'string' ? parseDay(value) : undefined
  if (day === undefined) throw new CannotCount(`the date in "${field}" is not on record`)
  return day
}

const hoursClock = ({ within, aim, about, fromDate, slot, order, quota }: Due): boolean => {
  if (fromDate !== null || slot !== null || order !== null || quota !== null) return false
  const length = within ?? aim
  if (length !== null) return length.kind === 'fixed' && countsHours(length.duration)
  return about !== null && countsHours(about)
}

/** How a clock counts: as it says itself, else as the head of its procedure says. */
const countingOf = (
  clock: Clock,
  { calendar }: Timeline,
  { openingHours, procedure }: CompiledProcedure,
): Counting => ({
  calendar,
  openingHours,
  startDay: clock.due.startDay ?? procedure.counting.startDay,
  roll: clock.due.roll ?? procedure.counting.roll,
})

/** Open "for more than 6 months" begins on the day after the 6 months. */
const opensAfter = (start: StartPoint, length: Duration, counting: Counting): number =>
  countFrom(start, length, counting) + (countsHours(length) ? 0 : 1)

/** The moment from which an obligation is open that opens only some time after its start; null when at once. */
export const openingOf = (
  clock: Clock,
  start: StartPoint,
  timeline: Timeline,
  compiled: CompiledProcedure,
): Instant | null => {
  if (clock.opensAfter === null) return null
  const opens = opensAfter(start, clock.opensAfter, countingOf(clock, timeline, compiled))
  return countsHours(clock.opensAfter) ? (opens as Instant) : instantAt(opens as Day, 0)
}

type Limit = {
  due: number | null
  from: Reckoning['from']
  anchor: number | null
  stoodStill: number
  rolledFrom: number | null
}

const noLimit: Limit = { due: null, from: 'none', anchor: null, stoodStill: 0, rolledFrom: null }

const limitOf = (
  due: Due,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
  compiled: CompiledProcedure,
): Limit => {
  if (due.fromDate !== null) {
    const anchor = dateIn(due.fromDate.field, start)
    const { by, way } = due.fromDate
    const length = by === null ? null : { ...by, n: way === 'before' ? -by.n : by.n }
    const day = length === null ? anchor : countFrom({ day: anchor, at: start.at }, length, counting)
    return { ...noLimit, due: day, from: 'date', anchor }
  }
  if (due.slot !== null) {
    const slot = compiled.procedure.slots[due.slot.slot]
    if (slot === undefined) throw new CannotCount(`there is no slot "${due.slot.slot}"`)
    const next = nextSlot(counting.calendar, { weekdays: slot.days, ...slot.times }, start.at, due.slot.nth)
    return { ...noLimit, due: next.day, from: 'slot' }
  }
  const limit = due.within ?? (due.about === null ? null : { kind: 'fixed' as const, duration: due.about })
  if (limit === null) return noLimit
  return { ...noLimit, ...countWithPauses(start, periodOf(limit, start), spells, counting), from: 'period' }
}

/**
 * The dates of one obligation: when it opens, is aimed at and falls due, and how that came about. What cannot
 * be computed is left open with the reason, for a person to decide (procedure.md, sections 2 and 3).
 */
export const datesOf = (
  compiledClock: CompiledClock,
  start: StartPoint,
  spells: readonly PauseSpell[],
  timeline: Timeline,
  compiled: CompiledProcedure,
): Dates => {
  const { clock, place } = compiledClock
  const { due } = clock
  const hours = hoursClock(due)
  const counting = countingOf(clock, timeline, compiled)
  const started = hours ? start.at : start.day
  const bare: Dates = {
    counts: hours ? 'hours' : 'days',
    opens: started,
    earliest: null,
    aim: null,
    due: null,
    tooLateAt: null,
    provisional: false,
    undecided: null,
    reckoning: { stoodStill: 0, from: 'none', anchor: null, rolledFrom: null, held: null },
  }
  try {
    const limit = limitOf(due, start, spells, counting, compiled)
    const opens = clock.opensAfter === null ? started : opensAfter(start, clock.opensAfter, counting)
    const earliest = due.earliest === null ? null : countFrom(start, due.earliest, counting)
    const aim = due.aim === null ? null : aimOf(due.aim, start, spells, counting)
    const meeting =
      place === null
        ? null
        : occurrenceAt(place, occurrencesOf(place, timeline.history, sinceOf(start, timeline)))
    const byOrder = meeting !== null && (limit.due === null || meeting.day < limit.due)
    const reached = byOrder ? meeting.day : limit.due
    const advisory = due.about !== null
    const length = due.within ?? due.aim
    const unit = advisory ? due.about.unit : length?.kind === 'fixed' ? length.duration.unit : 'weeks'
    const rests =
      due.slot !== null || due.fromDate?.by?.unit === 'working days' || restsOnHolidays(unit, counting)
    const last = Math.max(reached ?? 0, aim ?? 0)
    return {
      ...bare,
      opens,
      earliest,
      aim: advisory ? limit.due : aim !== null && reached !== null && aim > reached ? reached : aim,
      due: advisory ? null : reached,
      tooLateAt: place !== null && clock.due.order?.how === 'before' ? (meeting?.heldAt ?? null) : null,
      provisional:
        rests && last > 0 && !isKnown(timeline.calendar, hours ? dayOf(last as Instant) : (last as Day)),
      reckoning: {
        stoodStill: limit.stoodStill,
        from: byOrder ? 'order' : place !== null && limit.due === null ? 'order' : limit.from,
        anchor: byOrder ? meeting.day : limit.anchor,
        rolledFrom: byOrder ? null : limit.rolledFrom,
        held: null,
      },
    }
  } catch (error) {
    if (error instanceof CannotCount) return { ...bare, undecided: error.message }
    if (error instanceof RangeError) return { ...bare, undecided: 'the date lies outside the calendar' }
    throw error
  }
}

const aimOf = (
  aim: Period,
  start: StartPoint,
  spells: readonly PauseSpell[],
  counting: Counting,
): number | null => {
  if (aim.kind === 'agreed' && aim.otherwise === null && typeof start.entry?.data[aim.field] !== 'number')
    return null
  return countWithPauses(start, periodOf(aim, start), spells, counting).due
}

/** Meetings are counted since the case was last reopened before the start. */
const sinceOf = (start: StartPoint, timeline: Timeline): number =>
  timeline.reopenings.findLast((seq) => seq <= start.seq) ?? -1

/** From when an obligation counts as due soon: by the clock, or by the head of the procedure. */
export const soonFor = (
  due: number | null,
  dates: Dates,
  clock: CompiledClock,
  timeline: Timeline,
  compiled: CompiledProcedure,
): number | null => {
  if (due === null) return null
  const soon = clock.clock.due.soon ?? compiled.procedure.counting.soon
  if (dates.counts === 'hours') return addHours(due as Instant, soon.unit === 'hours' ? -soon.n : -soonHours)
  if (soon.unit === 'working days') return addWorkingDays(timeline.calendar, due as Day, -soon.n)
  return due - (soon.unit === 'weeks' ? 7 * soon.n : soon.n)
}
