import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { derive } from '#engine/derive.ts'
import { pendingDecisions } from '#engine/next.ts'
import { wayOutOf } from '#engine/way-out.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import type { Authority, Looking } from '../ports.ts'
import { together } from '../recording/together.ts'
import { isStepDown } from './ways-in.ts'

/** How far what becomes of a family has been decided; both null where the work goes on, and it needs a worker. */
export type DecidedSoFar = {
  /** What was decided, where that leads out of the procedure: it needs no worker, and is only to be closed. */
  readonly wayOut: string | null
  /** The event by which it is decided, where that is still to be done. */
  readonly toDecide: string | null
}

/** What is decided about a family by now, and what is not. */
const decidedSoFar = (
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

/** What of a family that waits is not in a list of cases, and has to be read from its record. */
export type ReadOfWaiting = DecidedSoFar & {
  readonly procedure: Procedure
  /** It comes down from social care, and goes first. */
  readonly stepDown: boolean
}

/** The most families that are read for one page: those who have waited longest stand first there. */
export const mostRead = 200

/** How far each of the first families of a list is decided about, by their ids; they are read in one turn. */
export const readWaiting = async (
  { shelf, clock }: Pick<Deps, 'shelf' | 'clock'>,
  store: Looking,
  authority: Authority,
  lines: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, ReadOfWaiting>> => {
  const records = await together(...lines.slice(0, mostRead).map(({ id }) => store.caseById(id)))
  const calendar = calendarOf(authority)
  const now = clock.now()
  return new Map(
    records.flatMap((record) => {
      if (record === null) return []
      const procedure = procedureOf(shelf, record)
      const stepDown = isStepDown(procedure, record.events)
      return [
        [record.id, { procedure, stepDown, ...decidedSoFar(procedure, record, calendar, now) }] as const,
      ]
    }),
  )
}
