import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { momentText } from '#engine/assessment-json.ts'
import { becauseOf } from '#engine/because/because.ts'
import type { Obligation } from '#engine/obligation.ts'
import { standingOf } from '#engine/standing/standing.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { ObligationRow } from './obligation-row.ts'
import { deedOf } from '../case/obligation-title.ts'

const asInstant = (moment: number, counts: Obligation['counts']): Instant =>
  counts === 'hours' ? (moment as Instant) : instantAt(moment as Day, 0)

/** A day is in time until it ends; an instant until it is reached. */
const firstLate = (moment: number, counts: Obligation['counts']): Instant =>
  counts === 'hours' ? ((moment + 1) as Instant) : instantAt(addDays(moment as Day, 1), 0)

const stateOf = (one: Obligation): ObligationRow['state'] => {
  if (one.met !== null) return standingOf(one, one.met.at) === 'met-late' ? 'met-late' : 'met'
  if (one.lapsed !== null) return 'lapsed'
  if (one.pauses.some(({ until }) => until === null)) return 'paused'
  return one.explained !== null && one.explained.until === null ? 'explained' : 'open'
}

const overdueFrom = (one: Obligation, state: ObligationRow['state']): Instant | null => {
  if (state !== 'open') return null
  const byDue = one.due === null ? null : firstLate(one.due, one.counts)
  if (one.tooLateAt === null) return byDue
  return byDue === null || one.tooLateAt < byDue ? ((one.tooLateAt + 1) as Instant) : byDue
}

const rowOf = (one: Obligation, procedure: Procedure, calendar: WorkingCalendar): ObligationRow => {
  const { clock, subject, counts } = one
  const state = stateOf(one)
  const subjectId = subject.kind === 'case' ? null : subject.id
  const does = clock.met?.kind === 'events' ? (clock.met.any[0] ?? clock.met.all[0]) : undefined
  return {
    key: [clock.id, subjectId ?? '', one.startedBy, one.start].join('|'),
    rule: clock.id,
    clause: clock.clause,
    step: clock.step,
    title: clock.title,
    deed: deedOf(one),
    owner: clock.owner,
    subjectKind: subject.kind,
    subjectId,
    startedBy: one.startedBy,
    opensAt: asInstant(one.opens, counts),
    soonFrom: one.soon === null ? null : asInstant(one.soon, counts),
    overdueFrom: overdueFrom(one, state),
    due: momentText(one.due ?? one.aim, counts),
    because: becauseOf(one, procedure, calendar),
    advisory: clock.due.about !== null,
    provisional: one.provisional,
    priority: clock.priority,
    undecided: one.undecided,
    state,
    metBy: one.met?.by ?? null,
    metAt: one.met?.at ?? null,
    does: does?.events[0] ?? null,
  }
}

/** A schedule as it is kept for lists. Two that would have one key are told apart by their order. */
export const scheduleRows = (
  obligations: readonly Obligation[],
  procedure: Procedure,
  calendar: WorkingCalendar,
): readonly ObligationRow[] => {
  const seen = new Map<string, number>()
  return obligations.map((one) => {
    const row = rowOf(one, procedure, calendar)
    const nth = (seen.get(row.key) ?? 0) + 1
    seen.set(row.key, nth)
    return nth === 1 ? row : { ...row, key: `${row.key}|${nth}` }
  })
}

/**
 * What a page that records something for a row says that it belongs to: the earlier event that it is about, such as a
 * supervision to be written up, or of a plan the action, as in `e9-2`. Null where it belongs to none.
 */
export const rowBelongsTo = ({
  key,
  subjectKind,
  subjectId,
  startedBy,
  does,
}: Pick<ObligationRow, 'key' | 'subjectKind' | 'subjectId' | 'startedBy' | 'does'>): string | null => {
  if (subjectKind !== 'event') return null
  return does === 'action.completed' ? `${startedBy}-${key.split('|')[4] ?? '1'}` : subjectId
}
