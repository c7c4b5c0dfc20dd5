import { addDays, formatDay, parseDay } from '#calendar/day.ts'
import { dayOf, minutesOf, parseInstant, timeInWords } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Data, DataValue } from '#engine/case-event.ts'
import { isChild } from '#engine/case-event.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { isList } from '#engine/history/entry.ts'
import { listed } from '#procedure/in-words.ts'
import type { placeholders } from '#procedure/rules/placeholders.ts'
import type { CasePerson, CaseRecord } from '../case/case-record.ts'
import type { ServiceDetails } from '../administration/staff-ports.ts'
import type { Authority, Looking, Team, User } from '../ports.ts'
import { namesFor } from './names-for.ts'
import { actionsAgreed } from './actions-agreed.ts'

type Placeholder = (typeof placeholders)[number]

/** What the fillings are taken from. */
export type FillingFacts = {
  readonly record: CaseRecord
  readonly now: Instant
  readonly users: ReadonlyMap<string, User>
  readonly authority: Authority
  readonly team: Team | null
  /** How the service and the family’s team are reached. */
  readonly contact: Contact
  /** To whom it is written; null for a form. */
  readonly recipient: CasePerson | string | null
}

/** What the service is called, and how families reach the team: where it has no details of its own, as the service. */
export type Contact = ServiceDetails

/** How the service and the team of a family are reached. */
export const contactOf = async (
  store: Pick<Looking, 'serviceDetails' | 'teamDetails'>,
  team: string | null,
): Promise<Contact> => {
  const service = await store.serviceDetails()
  const own = team === null ? service : await store.teamDetails(team)
  return {
    name: service.name,
    phone: own.phone ?? service.phone,
    email: own.email ?? service.email,
    address: own.address ?? service.address,
  }
}

/** A day is given as `2026-03-02`; null: not on record. */
export type Fillings = (name: string) => string | null

const text = (value: DataValue | undefined): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number') return String(value)
  if (!isList(value)) return null
  return listed(value.filter((one) => typeof one === 'string')) || null
}

const latest = (events: readonly CaseEvent[], ...types: readonly string[]): CaseEvent | undefined =>
  events
    .filter(({ type }) => types.includes(type))
    .toSorted((a, b) => a.at - b.at)
    .at(-1)

const said = (events: readonly CaseEvent[], field: string, ...types: readonly string[]): string | null =>
  text(valueSaid(events, field, ...types))

const valueSaid = (
  events: readonly CaseEvent[],
  field: string,
  ...types: readonly string[]
): DataValue | undefined => {
  const found = events
    .filter(({ type, data }) => types.includes(type) && text(data[field]) !== null)
    .toSorted((a, b) => a.at - b.at)
    .at(-1)
  return found?.data[field]
}

const dayIn = (value: string | null): string | null => {
  const day = value === null ? undefined : parseDay(value.slice(0, 10))
  return day === undefined ? null : formatDay(day)
}

const dayWhen = (event: CaseEvent | undefined): string | null =>
  event === undefined ? null : formatDay(dayOf(event.at))

const timeWhen = (event: CaseEvent | undefined): string | null =>
  event === undefined ? null : timeInWords(minutesOf(event.at))

const names = (people: readonly CasePerson[]): string | null => listed(people.map(({ name }) => name)) || null

const inCase = ({ record, now }: FillingFacts): readonly CasePerson[] =>
  record.people.filter(({ until }) => until === null || until >= dayOf(now))

/** A manager of the family's team, where there is one only. */
const managerName = ({ users, record }: FillingFacts): string | null => {
  const found = [...users.values()].filter(
    ({ active, memberships }) =>
      active && memberships.some(({ role, team }) => role === 'manager' && team === record.team),
  )
  return found.length === 1 ? (found[0]?.name ?? null) : null
}

const attempts = (events: readonly CaseEvent[]): string | null => {
  const contact = latest(events, 'contact.made', 'visit.made')?.at ?? 0
  const days = events
    .filter(({ type, at }) => (type === 'contact.attempted' || type === 'visit.attempted') && at >= contact)
    .toSorted((a, b) => a.at - b.at)
    .map((event) => formatDay(dayOf(event.at)))
  return days.length === 0 ? null : listed([...new Set(days)])
}

const weeksAfter = ({ at, data }: CaseEvent): string | null => {
  const weeks = data['reviewEvery']
  return typeof weeks === 'number' ? formatDay(addDays(dayOf(at), weeks * 7)) : null
}

/** The agreed day of the next review: one that lies ahead. */
const reviewDate = (events: readonly CaseEvent[], now: Instant): string | null => {
  const agreed = events
    .filter(({ type }) => type === 'taf.agreed' || type === 'plan.agreed' || type === 'review.held')
    .map(({ data }) => dayIn(text(data['date'])))
    .filter((day) => day !== null)
    .filter((day) => (parseDay(day) ?? 0) >= dayOf(now))
    .toSorted()[0]
  if (agreed !== undefined) return agreed
  const plan = latest(events, 'plan.agreed', 'plan.revised', 'taf.held', 'review.held')
  return plan === undefined ? null : weeksAfter(plan)
}

const meetingTime = (events: readonly CaseEvent[]): string | null => {
  const date = said(events, 'date', 'taf.agreed', 'taf.invited')
  const at = date?.includes('T') === true ? parseInstant(date) : undefined
  return at === undefined ? null : timeInWords(minutesOf(at))
}

/** `Ring the school: Mo, by 2026-03-09`. */
const phrase = ({ what, who, by }: Data): string => {
  const [deed, whose, day] = [text(what), text(who), text(by)]
  const rest = [whose, day === null ? null : `by ${day}`].filter((one) => one !== null).join(', ')
  return [deed, rest === '' ? null : rest].filter((one) => one !== null).join(': ')
}

/** Never where the address is protected, whoever writes. */
const addressOf = ({ recipient }: FillingFacts): string | null =>
  typeof recipient === 'object' && recipient !== null && !recipient.addressProtected
    ? recipient.address
    : null

/** What is on record for the things that letters and forms are filled in with. */
export const fillings = (facts: FillingFacts): Fillings => {
  const { record, now, users, authority, team, contact, recipient } = facts
  const events = happenedBy(record.events, now)
  const people = inCase(facts)
  const children = people.filter(isChild)
  const only = children.length === 1 ? children[0] : undefined
  const worker = record.worker === null ? undefined : users.get(record.worker)
  const nameOf = namesFor(facts)
  const nameIn = (value: DataValue): DataValue => (typeof value === 'string' ? nameOf(value) : value)
  const named = (value: DataValue | undefined): DataValue | undefined =>
    isList(value) ? value.map(nameIn) : value === undefined ? undefined : nameIn(value)
  const meetings = ['taf.agreed', 'taf.invited'] as const
  const one: Readonly<Record<Placeholder, () => string | null>> = {
    'recipient name': () => (typeof recipient === 'string' ? recipient : (recipient?.name ?? null)),
    address: () => addressOf(facts),
    'family name': () => record.family,
    'children names': () => names(children),
    'child name': () => only?.name ?? null,
    'child born': () => (only?.born == null ? null : formatDay(only.born)),
    'parent names': () => names(people.filter((person) => person.member && !isChild(person))),
    'case reference': () => record.reference,
    'worker name': () => worker?.name ?? null,
    'worker phone': () => worker?.phone ?? null,
    'worker email': () => worker?.email ?? null,
    'manager name': () => managerName(facts),
    'lead name': () =>
      text(named(valueSaid(events, 'lead', 'lead.changed', 'lead.preferred'))) ?? worker?.name ?? null,
    'referrer name': () => said(events, 'source', 'referral.received'),
    'authority name': () => authority.name,
    'service name': () => contact.name,
    'team name': () => team?.name ?? null,
    'team phone': () => contact.phone,
    'team email': () => contact.email,
    'team address': () => contact.address,
    date: () => formatDay(dayOf(now)),
    'due date': () => null,
    'referral date': () => dayWhen(latest(events, 'referral.received')),
    'decision date': () => dayWhen(latest(events, 'decision.made', 'threshold-meeting.held', 'panel.held')),
    'allocation date': () => dayWhen(latest(events, 'case.allocated', 'case.transferred')),
    'visit date': () => dayWhen(latest(events, 'visit.made')),
    'visit time': () => timeWhen(latest(events, 'visit.made')),
    'attempt dates': () => attempts(events),
    'review date': () => reviewDate(events, now),
    'closing date': () => dayWhen(latest(events, 'case.closed')),
    'meeting date': () => dayIn(said(events, 'date', ...meetings)),
    'meeting time': () => meetingTime(events),
    'meeting place': () => said(events, 'place', ...meetings),
    'meeting number': () => said(events, 'number', ...meetings),
    'meeting people': () => text(named(valueSaid(events, 'with', 'taf.invited'))),
    reason: () =>
      said(
        events,
        'reason',
        'decision.made',
        'panel.held',
        'closure.agreed',
        'closure.proposed',
        'case.transferred',
      ),
    outcome: () => null,
    'next steps': () => said(events, 'direction', 'case.allocated'),
    services: () => said(events, 'services', 'decision.made'),
    actions: () =>
      actionsAgreed(events)
        .map((row) => `- ${phrase(row)}`)
        .join('\n') || null,
  }
  const byName: Readonly<Record<string, (() => string | null) | undefined>> = one
  return (name) => byName[name]?.() ?? null
}
