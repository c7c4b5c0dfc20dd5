import { addDays, formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt, minutesOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { standardRoles } from '#casework/actor.ts'
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

/** Whether it is for somebody who signs in, and so on a list of theirs. */
const isOurs = ({ clock }: Obligation, { standsFor }: Procedure): boolean =>
  ownRoles.has(standsFor[clock.owner] ?? clock.owner)

/** The day on which it fell due, where it still stood open on that morning. */
const openWhenDue = (one: Obligation, today: Day): Day | null => {
  const { counts, due, met, lapsed, explained } = one
  if (counts === 'hours' || due === null || explained !== null) return null
  const day = due as Day
  const over = met?.at ?? lapsed?.at ?? null
  return day <= today && dayOf(one.start) < day && (over === null || dayOf(over) >= day) ? day : null
}

/**
 * A history as it stood on a morning when something was due, moved forward by whole weeks so that this was some days
 * ago: today itself for `'today'`, one to six days for `'lately'`. The history as it is where there is no such morning.
 */
export const cutAtDue = (
  history: FamilyHistory,
  due: 'today' | 'lately',
  today: Day,
  calendar: WorkingCalendar,
): FamilyHistory => {
  const { procedure, people, events } = history
  const { obligations } = derive(procedure, events, people, calendar)
  const fits = (day: Day): boolean => ((today - day) % week === 0) === (due === 'today')
  const mornings = (of: readonly Obligation[]): readonly Day[] =>
    of
      .map((one) => openWhenDue(one, today))
      .filter((day) => day !== null)
      .filter(fits)
  const ours = mornings(obligations.filter((one) => isOurs(one, procedure)))
  const found = ours.length > 0 ? ours : mornings(obligations)
  if (found.length === 0) return history
  const morning = Math.max(...found) as Day
  const forward = Math.floor((today - morning) / week) * week
  const before = events.filter(({ recorded }) => dayOf(recorded) < morning)
  if (before.length === 0 || before.some((event, i) => event !== events[i])) return history
  return {
    procedure,
    people: people.map((person) => laterPerson(person, forward)),
    events: before.map((event) => laterEvent(event, forward)),
  }
}
