import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { seenToByWorker, workersOwn } from '#casework/owners.ts'
import { derive } from '#engine/derive.ts'
import type { Obligation } from '#engine/obligation.ts'
import { standingOf } from '#engine/standing.ts'
import type { FamilyHistory } from './history.ts'

/** Under what a family stands on its worker's list. */
export type ListPart = 'overdue' | 'today' | 'later'

const partOf = (one: Obligation, morning: Instant): ListPart | null => {
  switch (standingOf(one, morning)) {
    case 'overdue':
      return 'overdue'
    case 'planned':
      return 'later'
    case 'open':
    case 'due-soon': {
      const day = one.due === null || one.counts === 'days' ? one.due : dayOf(one.due as Instant)
      return day === dayOf(morning) ? 'today' : 'later'
    }
    default:
      return null
  }
}

/** What a family gives its worker's list on the morning of a day. */
export const listParts = (
  { procedure, people, events }: FamilyHistory,
  today: Day,
  calendar: WorkingCalendar,
): ReadonlySet<ListPart> => {
  const owners = new Set([...workersOwn(procedure), ...seenToByWorker(procedure)])
  const morning = instantAt(today, 9 * 60)
  const parts = derive(procedure, events, people, calendar)
    .obligations.filter(({ clock }) => owners.has(clock.owner))
    .map((one) => partOf(one, morning))
  return new Set(parts.filter((part) => part !== null))
}
