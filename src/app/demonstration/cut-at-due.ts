import { addDays, formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt, minutesOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { standardRoles } from '#casework/access/actor.ts'
import { seenToByWorker, workersOwn } from '#casework/access/owners.ts'
import type { CaseEvent, DataValue, Person } from '#engine/case-event.ts'
import { derive } from '#engine/derive.ts'
import type { Obligation } from '#engine/obligation.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { FamilyHistory } from './history.ts'

const week = 7
const ownRoles: ReadonlySet<string> = new Set(standardRoles)

const laterInstant = (at: Instant, days: number): Instant =>
  (instantAt(addDays(dayOf(at), days), minutesOf(at)) + (at % 60_000)) as Instant

const laterText = (text: string, days: number): string => {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.test(text) ? parseDay(text.slice(0, 10)) : undefined
  return day === undefined ? text : `${formatDay(addDays(day, days))}${text.slice(10)}`
}

const laterValue = (value: DataValue, days: number): DataValue => {
  if (typeof value === 'string') return laterText(value, days)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: DataValue) => laterValue(one, days))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, laterValue(one, days)]))
}

const laterEvent = (event: CaseEvent, days: number): CaseEvent => ({
  ...event,
  at: laterInstant(event.at, days),
  recorded: laterInstant(event.recorded, days),
  data: laterValue(event.data, days) as CaseEvent['data'],
})

const laterPerson = (person: Person, days: number): Person => ({
  ...person,
  born: person.born === null ? null : addDays(person.born, days),
})

/** Whose it is to see that it is done: the family's worker's first, then that of others who sign in, then anybody's. */
const rankIn = (procedure: Procedure): ((one: Obligation) => number) => {
  const workers = new Set([...workersOwn(procedure), ...seenToByWorker(procedure)])
  return ({ clock: { owner } }) => {
    if (workers.has(owner)) return 0
    return ownRoles.has(procedure.standsFor[owner] ?? owner) ? 1 : 2
  }
}

/** The day on which it fell due, where it still stood open on that morning. */
const openWhenDue = (one: Obligation, today: Day): Day | null => {
  const { counts, due, met, lapsed, explained } = one
  if (counts === 'hours' || due === null || explained !== null) return null
  const day = due as Day
  const over = met?.at ?? lapsed?.at ?? null
  return day <= today && dayOf(one.start) < day && (over === null || dayOf(over) >= day) ? day : null
}

/** The mornings on which something was due, so many whole weeks ago as is asked; the worker's first, then the latest. */
const morningsOf = (
  { procedure, people, events }: FamilyHistory,
  due: 'today' | 'lately',
  today: Day,
  calendar: WorkingCalendar,
): readonly Day[] => {
  const rank = rankIn(procedure)
  const found = derive(procedure, events, people, calendar)
    .obligations.map((one) => ({ day: openWhenDue(one, today), rank: rank(one) }))
    .filter((one): one is { day: Day; rank: number } => one.day !== null)
    .filter(({ day }) => ((today - day) % week === 0) === (due === 'today'))
    .toSorted((a, b) => a.rank - b.rank || b.day - a.day)
  return [...new Set(found.map(({ day }) => day))]
}

/** A history as it stood on a morning; null where nothing was written down by then, or not in its order. */
export const cutBefore = (history: FamilyHistory, morning: Day): FamilyHistory | null => {
  const before = history.events.filter(({ recorded }) => dayOf(recorded) < morning)
  if (before.length === 0 || before.some((event, i) => event !== history.events[i])) return null
  return { ...history, events: before }
}

const moved = ({ procedure, people, events }: FamilyHistory, days: number): FamilyHistory => ({
  procedure,
  people: people.map((person) => laterPerson(person, days)),
  events: events.map((event) => laterEvent(event, days)),
})

/** A history as it stood when only its first entry was there, so many whole weeks later that this is lately. */
export const justBegun = (history: FamilyHistory, today: Day): FamilyHistory => {
  const events = history.events.slice(0, 1)
  const latest = Math.max(...events.map(({ recorded }) => dayOf(recorded)))
  return moved({ ...history, events }, Math.floor((today - 1 - latest) / week) * week)
}

/**
 * A history as it stood on mornings when something was due, each moved forward by whole weeks so that this was some days
 * ago: today itself for `'today'`, one to six days for `'lately'`. None where there is no such morning.
 */
export function* cutsAtDue(
  history: FamilyHistory,
  due: 'today' | 'lately',
  today: Day,
  calendar: WorkingCalendar,
): Generator<FamilyHistory> {
  for (const morning of morningsOf(history, due, today, calendar)) {
    const forward = Math.floor((today - morning) / week) * week
    const before = cutBefore(history, morning)
    if (before === null) continue
    yield moved(before, forward)
  }
}
