import { addDays, addMonths, addYears } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { addHours, dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import type { FieldTest, Match } from '#procedure/rules/match.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** A clock that can be had without an engine: started by an event, and due a fixed length after it or only shown. */
export type PlainClock = {
  readonly id: string
  readonly any: readonly Match[]
  readonly each: boolean
  readonly length: Duration | null
}

/** The clocks of a procedure that start from events; with the length where one is written down. */
export const plainClocks = ({ clocks }: Procedure): readonly PlainClock[] =>
  clocks.flatMap(({ id, start, due, scope }) => {
    const period = due.within ?? due.aim
    const length = period?.kind === 'fixed' ? period.duration : due.about
    if (start.kind !== 'events' || scope === 'worker') return []
    return [{ id, any: start.any, each: start.which !== 'first', length }]
  })

/** When something is due: a day, for hours an instant. Working hours are counted as hours. */
export const dueAfter = (at: Instant, length: Duration | null, calendar: WorkingCalendar): number => {
  if (length === null) return at
  const { n, unit } = length
  const day: Day = dayOf(at)
  if (unit === 'working days') return addWorkingDays(calendar, day, n)
  if (unit === 'days') return addDays(day, n)
  if (unit === 'weeks') return addDays(day, n * 7)
  if (unit === 'months') return addMonths(day, n)
  return unit === 'years' ? addYears(day, n) : addHours(at, n)
}

const passes = ({ path, ...test }: FieldTest, { data }: CaseEvent): boolean => {
  const value = data[path[0] ?? '']
  if (test.kind === 'present') return test.present === (value !== undefined && value !== '')
  if (test.kind === 'range') return typeof value === 'number' && value >= test.atLeast && value <= test.atMost
  const within = test.values.includes(value as string)
  return test.kind === 'in' ? within : !within
}

const means = ({ events, where, by }: Match, event: CaseEvent): boolean =>
  events.includes(event.type) &&
  where.every((test) => passes(test, event)) &&
  (by.length === 0 || by.includes(event.by?.role ?? ''))

/** The loop that somebody would write by hand: due dates alone. What met them, and why, is not asked. */
export const plainDues = (
  clocks: readonly PlainClock[],
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
): number => {
  const started = new Set<string>()
  let found = 0
  for (const event of events)
    for (const clock of clocks) {
      if (!clock.each && started.has(clock.id)) continue
      if (!clock.any.some((match) => means(match, event))) continue
      started.add(clock.id)
      if (dueAfter(event.at, clock.length, calendar) > 0) found += 1
    }
  return found
}
