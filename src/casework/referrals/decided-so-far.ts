import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { derive } from '#engine/derive.ts'
import { pendingDecisions } from '#engine/next.ts'
import { wayOutOf } from '#engine/way-out.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'

/** How far what becomes of a family has been decided; both null where the work goes on, and it needs a worker. */
export type DecidedSoFar = {
  /** What was decided, where that leads out of the procedure: it needs no worker, and is only to be closed. */
  readonly wayOut: string | null
  /** The event by which it is decided, where that is still to be done. */
  readonly toDecide: string | null
}

/** What is decided about a family by now, and what is not. */
export const decidedSoFar = (
  procedure: Procedure,
  { events, people }: Pick<CaseRecord, 'events' | 'people'>,
  calendar: WorkingCalendar,
  now: Instant,
): DecidedSoFar => {
  if (procedure.decisions.length === 0) return { wayOut: null, toDecide: null }
  const { timeline } = derive(procedure, events, people, calendar)
  const wayOut = wayOutOf(procedure, timeline)?.outcome.title ?? null
  const [pending] = wayOut === null ? pendingDecisions(procedure, timeline, now) : []
  return { wayOut, toDecide: pending?.on.events[0] ?? null }
}
