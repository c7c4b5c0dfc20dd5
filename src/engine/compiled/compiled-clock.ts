import { metMatches, startMatches } from '#procedure/rules/clock-matches.ts'
import type { Clock, Met, Pause } from '#procedure/rules/clock.ts'
import type { Due, Place } from '#procedure/rules/clock-due.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import { countsHours } from '#procedure/rules/duration.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CompiledCondition } from './compiled-condition.ts'
import { compileCondition } from './compiled-condition.ts'
import { dealtTo, ofTypes } from '../history/find.ts'
import type { MatchList, MatchLists } from './match-list.ts'

export type CompiledPause = {
  readonly from: MatchList
  readonly until: MatchList
  readonly standsStill: boolean
}

export type CompiledPlace = {
  readonly which: Place['which']
  readonly of: MatchList
  readonly plannedBy: MatchList
}

/** How events are paired with the starts that they meet. */
export type Pairing = Pick<Met, 'times' | 'counting'> & {
  /** Paths of the fields in which an event and the start that it meets agree. */
  readonly same: readonly (readonly string[])[]
}

/** A clock with its matches and conditions made ready to run. */
export type CompiledClock = {
  readonly clock: Clock
  readonly start: MatchList
  /** Whether every such event starts it anew, whatever came before. */
  readonly isStartedByEach: boolean
  /** For `later-of`: each of these has to have happened. */
  readonly startParts: readonly MatchList[]
  /** Events that begin a new count of first, second, third: the `since` of the start. */
  readonly startSince: MatchList | null
  /** What meets it, part by part: every part has to be met, each by any of its matches. */
  readonly metParts: readonly MatchList[]
  readonly pairing: Pairing | null
  readonly when: CompiledCondition | null
  readonly until: MatchList
  readonly excuse: MatchList
  /** Its own; null for those of the procedure. */
  readonly pauses: readonly CompiledPause[] | null
  readonly place: CompiledPlace | null
  /** Whether only seeing a child meets it, or saying why the child was not seen. */
  readonly asksToSee: boolean
  /** Whether another clock starts from this one. */
  readonly isFollowed: boolean
  /** Whether it is due at an instant, not on a day. */
  readonly hours: boolean
  readonly startDay: 0 | 1
  readonly roll: 'none' | 'next working day'
  readonly soon: Duration
  /** Whether its dates rest on the bank holidays, and so on how far they are known. */
  readonly restsOnHolidays: boolean
}

const metPartsOf = (met: Met | null, lists: MatchLists): readonly MatchList[] => {
  if (met === null) return []
  const any = met.any.length > 0 ? [lists.of(met.any)] : []
  return [...any, ...met.all.map((match) => lists.of([match]))]
}

const dueAtInstant = ({ within, aim, about, fromDate, slot, order, quota }: Due): boolean => {
  if (fromDate !== null || slot !== null || order !== null || quota !== null) return false
  const length = within ?? aim
  if (length !== null) return length.kind === 'fixed' && countsHours(length.duration)
  return about !== null && countsHours(about)
}

const restsOnHolidays = ({ within, aim, about, fromDate, slot }: Due, rolls: boolean): boolean => {
  if (slot !== null || fromDate?.by?.unit === 'working days') return true
  const length = within ?? aim
  const fixed = length?.kind === 'fixed' ? length.duration.unit : length?.unit
  const unit = about?.unit ?? fixed
  return (
    unit === 'working days' || unit === 'working hours' || (rolls && unit !== undefined && unit !== 'hours')
  )
}

const isStartedByEach = ({ start }: Clock): boolean =>
  start.kind === 'events' &&
  start.which === 'each' &&
  start.nth === 1 &&
  start.times === 1 &&
  start.onDays === 1

const seeing: ReadonlySet<string> = new Set(['child.seen', 'not-seen.explained'])

const asksToSee = (clock: Clock): boolean => {
  const met = metMatches(clock)
  return met.length > 0 && met.every(({ events }) => events.every((type) => seeing.has(type)))
}

export const compilePause = ({ from, until, time }: Pause, lists: MatchLists): CompiledPause => ({
  from: lists.of(from),
  until: lists.of(until),
  standsStill: time === 'stands still',
})

export const compileClock = (clock: Clock, procedure: Procedure, lists: MatchLists): CompiledClock => {
  const met = clock.met?.kind === 'events' ? clock.met : null
  const { order, startDay, roll, soon } = clock.due
  const rolls = roll ?? procedure.counting.roll
  const since = startMatches(clock).flatMap((match) => match.since)
  return {
    clock,
    start: lists.of(startMatches(clock)),
    isStartedByEach: isStartedByEach(clock),
    startParts: clock.start.kind === 'later-of' ? clock.start.all.map(lists.of) : [],
    startSince: since.length === 0 ? null : lists.of([ofTypes(since)]),
    metParts: metPartsOf(met, lists),
    pairing:
      met === null
        ? null
        : { times: met.times, counting: met.counting, same: met.same.map((field) => [field]) },
    when: clock.when === null ? null : compileCondition(clock.when, procedure.slots, dealtTo(lists)),
    until: lists.of(clock.until),
    excuse: lists.of(clock.excuse),
    pauses: clock.pauses?.map((pause) => compilePause(pause, lists)) ?? null,
    place:
      order === null
        ? null
        : { which: order.which, of: lists.of(order.of), plannedBy: lists.of(order.plannedBy) },
    asksToSee: asksToSee(clock),
    isFollowed: procedure.clocks.some(({ start }) => 'clock' in start && start.clock === clock.id),
    hours: dueAtInstant(clock.due),
    startDay: startDay ?? procedure.counting.startDay,
    roll: rolls,
    soon: soon ?? procedure.counting.soon,
    restsOnHolidays: restsOnHolidays(clock.due, rolls !== 'none'),
  }
}
