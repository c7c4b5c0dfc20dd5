import { formatDay } from '#calendar/day.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { derive } from '#engine/derive.ts'
import type { Schedule } from '#engine/derive.ts'
import { isClosed, stepOf } from '#engine/history/episode.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { KeptForLists, ObligationRow, ScheduleStamp } from './obligation-row.ts'
import type { Changing } from '../ports.ts'
import { scheduleRows } from './schedule-rows.ts'
import { together } from '../recording/together.ts'

/** The number in an event's id: `e12` is the twelfth to be written down. */
export const eventNumber = (id: string): number => Number(id.slice(1))

const latest = (events: readonly { readonly id: string }[]): number =>
  events.reduce((most, { id }) => Math.max(most, eventNumber(id)), 0)

/** The rows of a schedule and the stamp that says what they were worked out from. */
type KeptSchedule = {
  readonly schedule: Schedule
  readonly rows: readonly ObligationRow[]
  readonly stamp: ScheduleStamp
}

const asKept = (
  schedule: Schedule,
  { events }: Pick<CaseRecord, 'events'>,
  procedure: Procedure,
  calendar: WorkingCalendar,
): KeptSchedule => ({
  schedule,
  rows: scheduleRows(schedule.obligations, procedure, calendar),
  stamp: { version: formatDay(procedure.version), lastEvent: latest(events) },
})

/** Works the schedule of a case out anew, as it is kept for lists; keeps nothing. */
export const workOutSchedule = (
  one: Pick<CaseRecord, 'events' | 'people'>,
  procedure: Procedure,
  calendar: WorkingCalendar,
): KeptSchedule => asKept(derive(procedure, one.events, one.people, calendar), one, procedure, calendar)

/** All that is kept for lists, of a schedule that has been worked out from just these events. */
export const forLists = (
  schedule: Schedule,
  one: Pick<CaseRecord, 'events'>,
  procedure: Procedure,
  calendar: WorkingCalendar,
): KeptForLists => {
  const { rows, stamp } = asKept(schedule, one, procedure, calendar)
  const { timeline } = schedule
  const closed = isClosed(timeline) ? (timeline.closings.at(-1)?.at ?? null) : null
  return { rows, stamp, step: stepOf(procedure, timeline), closed }
}

/** Works the schedule of a case out anew and keeps it for lists, stamped with what it was worked out from. */
export const keepSchedule = async (
  store: Changing,
  one: CaseRecord,
  procedure: Procedure,
  calendar: WorkingCalendar,
): Promise<Schedule> => {
  const schedule = derive(procedure, one.events, one.people, calendar)
  const { rows, stamp, ...set } = forLists(schedule, one, procedure, calendar)
  await together(store.writeSchedule(one.id, rows, stamp), store.setCase(one.id, set))
  return schedule
}
