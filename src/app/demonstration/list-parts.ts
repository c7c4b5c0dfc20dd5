import type { Day } from '#calendar/day.ts'
import { instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { seenToByWorker, workersOwn } from '#casework/access/owners.ts'
import { derive } from '#engine/derive.ts'
import type { Obligation } from '#engine/obligation.ts'
import { standingOf } from '#engine/standing/standing.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { FamilyHistory } from './history.ts'

/** Under what a family stands on its worker's list. */
export type ListPart = 'overdue' | 'today' | 'later'

/** The roles of a procedure whose part stands on a worker's list. */
export const ownersOnList = (procedure: Procedure): ReadonlySet<string> =>
  new Set([...workersOwn(procedure), ...seenToByWorker(procedure)])

/** What is due at an hour of today is today's in the morning and overdue in the evening: it counts as neither. */
const partOf = (one: Obligation, today: Day): ListPart | null => {
  const { due, counts } = one
  const midnight = instantAt(today, 0)
  switch (standingOf(one, midnight)) {
    case 'overdue':
      return 'overdue'
    case 'open':
    case 'due-soon':
      if (counts === 'hours' && due !== null)
        return (due as Instant) > instantAt(today, 24 * 60) ? 'later' : null
      return due === today ? 'today' : 'later'
    default:
      return null
  }
}

/** What a family gives its worker's list throughout a day. */
export const listParts = (
  { procedure, people, events }: FamilyHistory,
  today: Day,
  calendar: WorkingCalendar,
): ReadonlySet<ListPart> => {
  const owners = ownersOnList(procedure)
  const parts = derive(procedure, events, people, calendar)
    .obligations.filter(({ clock }) => owners.has(clock.owner))
    .map((one) => partOf(one, today))
  return new Set(parts.filter((part) => part !== null))
}
