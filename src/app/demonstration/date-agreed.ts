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
import { standingOf } from '#engine/standing.ts'
import { ownersOnList } from './list-parts.ts'
import type { FamilyHistory } from './history.ts'

/** When in the day it is written down that another date was agreed. */
const midMorning = 10 * 60 + 20
const minute = 60_000

const withFamily = /^(visit|contact|child|support-call)\./
/** Schools and other services come to these, and not at the weekend. */
const withOthers = /^(taf|review)\./

/** Rather a visit than paper, rather paper than a meeting of many, and rather what is due soon than what has no date. */
const fitness = ({ clock, due, counts }: Obligation, day: Day): number => {
  const types = clock.met?.kind === 'events' ? [...clock.met.any, ...clock.met.all] : []
  const means = (kind: RegExp): boolean => types.some(({ events }) => events.some((type) => kind.test(type)))
  const limit = counts === 'days' ? due : null
  return (
    (means(withOthers) ? 20 : means(withFamily) ? 0 : 10) +
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

const whyOn = (day: Day, calendar: WorkingCalendar): string => {
  if (isWorkingDay(calendar, day)) return 'the family asked for this day'
  return weekdayOf(day) >= 6
    ? 'everybody is at home at the weekend, and the family asked for this day'
    : 'everybody is at home on the bank holiday, and the family asked for this day'
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
      reason: whyOn(day, calendar),
    },
    override: null,
  }
  return { ...history, events: [...events, moved] }
}
