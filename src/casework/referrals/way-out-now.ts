import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { derive } from '#engine/derive.ts'
import { wayOutOf } from '#engine/way-out.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'

/**
 * What was decided about a family, where that leads out of the procedure: it needs no worker, and is only to be closed. Null
 * where the work goes on.
 */
export const wayOutNow = (
  procedure: Procedure,
  { events, people }: Pick<CaseRecord, 'events' | 'people'>,
  calendar: WorkingCalendar,
): string | null => {
  const deciding = new Set(procedure.decisions.flatMap(({ on }) => on.events))
  if (!events.some(({ type }) => deciding.has(type))) return null
  const { timeline } = derive(procedure, events, people, calendar)
  return wayOutOf(procedure, timeline)?.outcome.title ?? null
}
