import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, Person } from '../case-event.ts'
import { derive } from '../derive.ts'
import { emptyHistory } from '../history/history.ts'
import { chanceFrom } from './chance.ts'
import { planClosing } from './closing.ts'
import { planStep } from './course.ts'
import { draftFor } from './draft.ts'
import type { Duties } from './duties.ts'
import { planDuties } from './duties.ts'
import { begun, planEveryday } from './everyday.ts'
import { followUp } from './habits.ts'
import type { Making, Planned } from './making.ts'
import { countOf, isFull, noStepReached, stepNow } from './making.ts'
import { inOffice, whenOpen } from './office-time.ts'
import { outlineOf } from './outline.ts'
import { plausibleFamily } from './plausible-family.ts'
import { record } from './record.ts'

const DAY = 86_400_000
/** What is planned for these days is done before the procedure is asked again. */
const ROUND = 20 * DAY
const MOST_IN_A_ROUND = 12
const MOST_STEP_TRIES = 12

export type PlausibleCase = { readonly people: readonly Person[]; readonly events: readonly CaseEvent[] }

/** What is asked for: a procedure, a seed (any whole number), from when to when, and perhaps how many events. */
export type Wanted = {
  readonly procedure: Procedure
  readonly seed: number
  readonly begins: Instant
  readonly until: Instant
  readonly calendar: WorkingCalendar
  readonly events?: number
}

type Course = {
  readonly making: Making
  readonly duties: Duties
  readonly counted: boolean
  endsAt: Instant
  plannedStep: number
  stepTries: number
  everydayAt: Instant | null
}

const begin = (wanted: Wanted): Making => {
  const { procedure, seed, begins, until, calendar, events } = wanted
  const chance = chanceFrom(seed)
  const outline = outlineOf(procedure)
  const making: Making = {
    procedure,
    outline,
    calendar,
    chance,
    people: plausibleFamily(procedure, dayOf(begins), chance),
    worker: `w${chance.whole(1, 12)}`,
    events: [],
    history: emptyHistory(outline.compiled.dealing),
    until,
    most: events ?? Number.POSITIVE_INFINITY,
    leaving: events === undefined ? 0.5 : 0,
    last: (begins - 1) as Instant,
    over: begins > until,
    phase: 'open',
    reached: noStepReached(outline),
    plans: [],
    dueBy: new Map(),
    meetingFixed: false,
  }
  const isReturn = (types: readonly string[]): boolean => types.every((type) => type === 'case.reopened')
  const route = chance.weighted(procedure.routes, ({ event }) => (isReturn(event.events) ? 0 : 1))
  const match = route?.event ?? { events: ['referral.received'], where: [], by: [], since: [], same: [] }
  const role = Object.keys(procedure.roles)[0] ?? outline.worker
  record(making, draftFor(match, role, making, dayOf(begins)), whenOpen(calendar, begins, chance))
  return making
}

/** How far apart the everyday things are: some days, or as far as the wanted number of events allows. */
const gap = ({ making, counted }: Course): number => {
  const { chance, until, last, most, events } = making
  if (!counted) return chance.whole(5, 16) * DAY
  return ((until - last) / (most - events.length + 1)) * (chance.whole(40, 140) / 100)
}

const planCourse = (course: Course): void => {
  const { making, counted } = course
  const { calendar, chance, last } = making
  if (making.phase === 'open' && last >= course.endsAt)
    planClosing(making, false, counted ? 1 : 0.15, () => {
      course.plannedStep = -2
      course.endsAt = (making.last + chance.whole(60, 200) * DAY) as Instant
    })
  if (making.phase === 'open' && course.plannedStep !== stepNow(making)) {
    course.plannedStep = stepNow(making)
    planStep(making, course.duties, () => {
      course.stepTries += 1
      if (course.stepTries < MOST_STEP_TRIES) course.plannedStep = -2
    })
  }
  const waited = last - (making.events[0]?.at ?? last) > 20 * DAY
  if (making.phase !== 'closed' && course.everydayAt === null && (counted || begun(making) || waited)) {
    course.everydayAt = inOffice(calendar, dayOf((last + gap(course)) as Instant), chance)
    planEveryday(making, course.everydayAt)
  }
}

const leftBy = ({ making }: Course, event: CaseEvent): boolean =>
  making.phase === 'open' &&
  event.type !== 'case.closed' &&
  making.procedure.decisions.some(
    ({ on, field, outcomes }) =>
      on.events.includes(event.type) &&
      outcomes.some(({ value, to }) => value === event.data[field] && to in making.procedure.exits),
  )

const afterwards = (course: Course, event: CaseEvent): void => {
  followUp(event, course.making)
  if (leftBy(course, event)) planClosing(course.making, true, course.counted ? 1 : 0.05, () => undefined)
}

const carryOut = (course: Course, planned: Planned, roundFrom: number): void => {
  const { making, duties } = course
  making.plans = making.plans.filter((one) => one !== planned)
  if (course.everydayAt === planned.at) course.everydayAt = null
  const done = making.history.entries.slice(roundFrom).some(planned.doneBy)
  const needless = done || (planned.type === 'taf.held' && making.meetingFixed)
  const draft = needless ? null : planned.draft(planned.at)
  const from = making.events.length
  const recorded = draft !== null && record(making, draft, planned.at)
  if (needless) for (const [key, one] of duties.planned) if (one === planned) duties.planned.delete(key)
  if (!needless) planned.afterwards(recorded)
  for (const event of making.events.slice(from)) afterwards(course, event)
}

/** Whether something has happened for the first time, or starts what is due within days: then the rules are asked again. */
const asksForMore = ({ making }: Course, from: number): boolean =>
  making.events.slice(from).some(({ type }) => making.outline.urgent.has(type) || countOf(making, type) === 1)

const round = (course: Course): boolean => {
  const { making, duties } = course
  const { obligations } = derive(making.procedure, making.events, making.people, making.calendar)
  planDuties(obligations, making, duties)
  planCourse(course)
  const ahead = [...duties.planned.values(), ...making.plans].toSorted((a, b) => a.at - b.at)
  const first = ahead[0]
  if (first === undefined || first.at > making.until) return false
  const until = Math.max(first.at, making.last) + ROUND
  const roundFrom = making.history.entries.length
  const from = making.events.length
  for (const planned of ahead.slice(0, MOST_IN_A_ROUND)) {
    if (planned.at > until || planned.at > making.until || isFull(making)) break
    if (planned.unsure && making.events.length > from) break
    if (planned.at > making.last + DAY / 2 && asksForMore(course, from)) break
    carryOut(course, planned, roundFrom)
  }
  return !isFull(making)
}

/** Where the time has run out before the wanted number: contacts at even distances up to the end. */
const fillUp = ({ making }: Course): void => {
  const { events, most, until, last } = making
  const step = (until - last) / (most - events.length + 1)
  making.over = false
  for (let n = 1; events.length < most && n <= most; n += 1) {
    const at = Math.floor(last + step * Math.min(n, most)) as Instant
    const draft = { type: 'contact.attempted', data: { method: 'telephone' }, role: making.outline.worker }
    if (!record(making, draft, at)) return
  }
}

/**
 * A family and a history that a practitioner would find believable under a procedure, from its rules alone:
 * the schedule says what is open, and the family's worker does most of it in time, some of it late, and a few
 * things not at all. Pure: the same seed gives the same case.
 *
 * Where `events` is given there are exactly so many, spread over the time between `begins` and `until`.
 */
export const plausibleCase = (wanted: Wanted): PlausibleCase => {
  const making = begin(wanted)
  const { chance, people, events, until } = making
  const counted = wanted.events !== undefined
  const length = counted && chance.share(0.6) ? until + DAY : wanted.begins + chance.whole(90, 420) * DAY
  const course: Course = {
    making,
    duties: { planned: new Map(), tries: new Map() },
    counted,
    endsAt: length as Instant,
    plannedStep: -2,
    stepTries: 0,
    everydayAt: null,
  }
  for (const event of events.slice()) afterwards(course, event)
  while (!isFull(making) && round(course)) continue
  if (counted && events.length < making.most) fillUp(course)
  return { people, events }
}
