import { addDays, formatDay, weekdayOf } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { isWorkingDay, onOrBefore } from '#calendar/working-calendar.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import { derive } from '#engine/derive.ts'
import type { Obligation } from '#engine/obligation.ts'
import { outlineOf } from '#engine/plausible/outline.ts'
import { standingOf } from '#engine/standing/standing.ts'
import { ownersOnList } from './list-parts.ts'
import type { FamilyHistory } from './history.ts'

/** When in the day it is written down that another date was agreed. */
const midMorning = 10 * 60 + 20
const minute = 60_000

const withFamily = /^(visit|contact|child|support-call)\./
/** Schools and other services come to these, and not at the weekend. */
const withOthers = /^(taf|review)\./

/** Whether it is met by events of some kind. */
const means = ({ clock: { met } }: Obligation, kind: RegExp): boolean =>
  met?.kind === 'events' &&
  [...met.any, ...met.all].some(({ events }) => events.some((type) => kind.test(type)))

/** Rather a visit than paper, rather paper than a meeting of many, and rather what is due soon than what has no date. */
const fitness = (one: Obligation, day: Day): number => {
  const limit = one.counts === 'days' ? one.due : null
  return (
    (means(one, withOthers) ? 20 : means(one, withFamily) ? 0 : 10) +
    (limit === null ? 6 : Math.min(5, Math.abs(limit - day) / 3))
  )
}

/** The first moment after the last entry at which somebody at work could agree on a date; null where that is too late. */
const agreedAt = ({ events }: FamilyHistory, before: Day, calendar: WorkingCalendar): Instant | null => {
  const last = Math.max(...events.map(({ recorded }) => recorded)) as Instant
  const day = onOrBefore(calendar, addDays(before, -1))
  const at = instantAt(day, midMorning)
  if (at > last) return at
  const after = (last + 15 * minute) as Instant
  return dayOf(last) === day && dayOf(after) === day ? after : null
}

const whyOn = (one: Obligation, day: Day, calendar: WorkingCalendar): string => {
  const isVisit = means(one, withFamily)
  if (isWorkingDay(calendar, day))
    return isVisit ? 'the family asked for this day' : 'agreed in supervision, as other work comes first'
  const then = weekdayOf(day) >= 6 ? 'at the weekend' : 'on the bank holiday'
  return isVisit
    ? `everybody is at home ${then}, and the family asked for this day`
    : `the worker is at work ${then}, and does it then`
}

const waiting: ReadonlySet<string> = new Set(['open', 'due-soon'])

/**
 * The history with one more entry: that the family and the team agreed on a day for something that was open. So something
 * may be due on a day on which no limit in working days ends. Null where nothing is open, or nobody was at work in time.
 */
export const withDateAgreed = (
  history: FamilyHistory,
  day: Day,
  calendar: WorkingCalendar,
): FamilyHistory | null => {
  const { procedure, people, events } = history
  const at = agreedAt(history, day, calendar)
  if (at === null) return null
  const owners = ownersOnList(procedure)
  const [one] = derive(procedure, events, people, calendar)
    .obligations.filter(({ clock, counts }) => counts === 'days' && owners.has(clock.owner))
    .filter((each) => each.moved === null && waiting.has(standingOf(each, at)))
    .toSorted((a, b) => fitness(a, day) - fitness(b, day))
  if (one === undefined) return null
  const moved: CaseEvent = {
    id: `e${events.length + 1}`,
    type: 'clock.moved',
    at,
    recorded: at,
    by: { role: outlineOf(procedure).manager, id: null },
    data: {
      rule: one.clock.id,
      ...('id' in one.subject ? { subject: one.subject.id } : {}),
      due: formatDay(day),
      reason: whyOn(one, day, calendar),
    },
    override: null,
  }
  return { ...history, events: [...events, moved] }
}
