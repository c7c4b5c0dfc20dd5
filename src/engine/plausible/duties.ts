import { addDays, formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays, onOrBefore } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import { concerns } from '../history/entry.ts'
import type { Entry } from '../history/entry.ts'
import type { Obligation } from '../obligation.ts'
import type { Chance } from './chance.ts'
import { draftFor, draftOf } from './draft.ts'
import type { Draft, Making, Planned } from './making.ts'
import { meansEntry } from './making.ts'
import { inOffice, inSlotTime, whenOpen } from './office-time.ts'
import { endsWork } from './outline.ts'

const HOUR = 3_600_000
/** So often an obligation is taken up before people leave it. */
const MOST_TRIES = 4

/** What has become of the obligations of a case so far. */
export type Duties = {
  /** By obligation: what is going to be done about it. */
  readonly planned: Map<string, Planned>
  readonly tries: Map<string, number>
}

/** An event may start several of a clock: each action of a plan its own. */
const keyOf = ({ clock, subject, startedBy, start, startEntry }: Obligation): string =>
  `${clock.id} ${'id' in subject ? subject.id : ''} ${startedBy} ${start} ${startEntry?.seq ?? ''}`

/** Days: mostly within the limit and rather towards its end, a minority late by a few working days. */
const dayInTime = (from: Day, due: Day, chance: Chance): Day => {
  const left = Math.max(0, due - from)
  const spare = Math.min(chance.whole(0, 1000), chance.whole(0, 1000)) / 1000
  return addDays(from, Math.round(left * (1 - 0.7 * spare)))
}

const onDay = ({ calendar, chance }: Making, day: Day): Instant => inOffice(calendar, day, chance)

const worked = (calendar: WorkingCalendar, day: Day, from: Day): Day => {
  const before = onOrBefore(calendar, day)
  return before >= from ? before : day
}

type When = { readonly at: Instant; readonly late: boolean }

const byHour = ({ start, due }: Obligation, making: Making): When => {
  const { calendar, chance } = making
  const limit = due as Instant
  const late = chance.share(0.1)
  const span = limit - start
  const wanted = late ? limit + chance.whole(1, 30) * HOUR : start + (span * chance.whole(2, 75)) / 100
  const at = whenOpen(calendar, (Math.floor(wanted / 60_000) * 60_000) as Instant, chance)
  return late || at <= limit
    ? { at, late }
    : { at: whenOpen(calendar, (start + HOUR / 2) as Instant, chance), late }
}

const byDay = (obligation: Obligation, making: Making): When | null => {
  const { chance, calendar } = making
  const { due, aim, earliest, opens, clock, start } = obligation
  const begun = dayOf(start)
  const opensOn = obligation.counts === 'hours' ? begun : (Math.max(opens, begun) as Day)
  const target = (due ?? aim) as Day | null
  if (target === null) {
    if (!chance.share(clock.priority ? 0.95 : 0.8)) return null
    return { at: onDay(making, addWorkingDays(calendar, opensOn, chance.whole(0, 6))), late: false }
  }
  const way = chance.whole(1, 100)
  if (clock.due.fromDate?.by === null && way <= 80)
    return { at: onDay(making, worked(calendar, Math.max(target, opensOn) as Day, opensOn)), late: false }
  if (way > 99 && !clock.priority && due !== null) return null
  if (way > 97 && due !== null)
    return { at: onDay(making, addWorkingDays(calendar, target, chance.whole(10, 40))), late: true }
  if (way > 86 && due !== null)
    return { at: onDay(making, addWorkingDays(calendar, target, chance.whole(1, 9))), late: true }
  const from = Math.min(Math.max(earliest ?? opensOn, opensOn), target) as Day
  const day =
    aim !== null && due !== null && chance.share(0.6) ? (aim as Day) : dayInTime(from, target, chance)
  return { at: onDay(making, worked(calendar, day, from)), late: false }
}

const unsought = (match: Match): boolean =>
  match.events.every((type) => /^case\.|^consent\.(refused|withdrawn)$|^social-work\./.test(type))

/** The events by which people would meet it: the first named is the usual one. */
const wayToMeet = (obligation: Obligation, clock: CompiledClock, making: Making): Match | undefined => {
  const { met } = obligation.clock
  if (met?.kind !== 'events') return undefined
  const since = (list: CompiledClock['metParts'][number]): boolean =>
    making.history.entries.some((entry) => entry.at >= obligation.start && meansEntry(list, entry))
  const next =
    met.all[
      Math.max(
        0,
        clock.metParts.findIndex((part) => !since(part)),
      )
    ]
  const ways = next === undefined ? met.any : [next]
  return making.chance.weighted(ways, (match) => {
    if (endsWork(match) && making.phase === 'open') return 0
    return unsought(match) ? 0.2 : match === ways[0] ? 8 : 2
  })
}

const alike = (draft: Draft, { clock, startEntry: from, startedBy }: Obligation): Draft => {
  if (clock.met?.kind !== 'events') return draft
  for (const field of clock.met.same) {
    const value = from?.data[field]
    if (value !== undefined) draft.data[field] = value
  }
  const names =
    clock.met.same.length === 0 && (clock.scope === 'each event' || clock.scope === 'each meeting')
  if (names && from !== null) draft.data['of'] = startedBy
  return draft
}

/** A date put off with a reason before it passes, or explained; null where neither is done. */
const putOff = (
  obligation: Obligation,
  clock: CompiledClock,
  making: Making,
): ((at: Instant) => Draft) | null => {
  const { chance, calendar, outline } = making
  const due = obligation.due
  if (due === null || !chance.share(0.4)) return null
  const person = obligation.subject.kind === 'person' ? obligation.subject.id : null
  const to = addWorkingDays(
    calendar,
    obligation.counts === 'hours' ? dayOf(due as Instant) : (due as Day),
    chance.whole(4, 12),
  )
  const [excuse] = clock.clock.excuse
  if (excuse !== undefined && chance.share(0.8))
    return (at) => {
      const draft = draftFor(excuse, outline.worker, making, dayOf(at), person)
      if (making.procedure.events[draft.type]?.['when'] !== undefined) draft.data['when'] = formatDay(to)
      return draft
    }
  return (at) => {
    const draft = draftOf('clock.moved', outline.manager, making, dayOf(at))
    const moved = {
      rule: obligation.clock.id,
      due: obligation.counts === 'hours' ? `${formatDay(to)}T16:00` : formatDay(to),
    }
    draft.data = {
      ...draft.data,
      ...moved,
      ...('id' in obligation.subject ? { subject: obligation.subject.id } : {}),
    }
    return draft
  }
}

/** Whether what is said in the fields that have to agree, or in `of`, is about this very obligation. */
const isAboutIt = ({ clock, startEntry: from, startedBy }: Obligation, { data }: Entry): boolean => {
  const same = clock.met?.kind === 'events' ? clock.met.same : []
  const agrees = same.every((field) => from?.data[field] === undefined || from.data[field] === data[field])
  return agrees && (typeof data['of'] !== 'string' || data['of'] === startedBy)
}

const meets =
  (clock: CompiledClock, obligation: Obligation) =>
  (entry: Entry): boolean =>
    entry.at > obligation.start &&
    (obligation.subject.kind !== 'person' || concerns(entry, obligation.subject.id)) &&
    clock.metParts.some((list) => meansEntry(list, entry)) &&
    isAboutIt(obligation, entry)

const planFor = (
  obligation: Obligation,
  clock: CompiledClock,
  making: Making,
  duties: Duties,
): Planned | null => {
  const match = wayToMeet(obligation, clock, making)
  if (match === undefined || (match.events[0] === 'taf.held' && making.meetingFixed)) return null
  const key = keyOf(obligation)
  const when =
    obligation.counts === 'hours' && obligation.due !== null
      ? byHour(obligation, making)
      : byDay(obligation, making)
  const done = (): void => {
    duties.planned.delete(key)
    duties.tries.set(key, (duties.tries.get(key) ?? 0) + 1)
  }
  const leave: Planned = {
    type: null,
    at: making.until,
    draft: () => null,
    doneBy: () => false,
    unsure: false,
    afterwards: done,
  }
  if (when === null) return { ...leave, at: (making.until + HOUR) as Instant }
  const rest = { doneBy: meets(clock, obligation), unsure: obligation.start > making.last, afterwards: done }
  const put =
    when.late && obligation.explained === null && obligation.moved === null
      ? putOff(obligation, clock, making)
      : null
  if (put !== null) {
    const limit = obligation.counts === 'hours' ? dayOf(obligation.due as Instant) : (obligation.due as Day)
    return {
      type: null,
      at: onDay(making, worked(making.calendar, limit, dayOf(obligation.start))),
      draft: put,
      ...rest,
    }
  }
  const person = obligation.subject.kind === 'person' ? obligation.subject.id : null
  const slot = making.outline.slotOf.get(match.events[0] ?? '')
  const at = slot === undefined ? when.at : inSlotTime(making.calendar, dayOf(when.at), slot, making.chance)
  const draft = (on: Instant): Draft =>
    alike(draftFor(match, obligation.clock.owner, making, dayOf(on), person), obligation)
  return { type: match.events[0] ?? null, at, draft, ...rest }
}

const isOpen = ({ met, lapsed, clock, explained, pauses }: Obligation): boolean =>
  met === null &&
  lapsed === null &&
  clock.met?.kind === 'events' &&
  (explained === null || explained.until !== null) &&
  pauses.at(-1)?.until !== null

/** Looks at what is open now: plans what has not been planned, and forgets what is no longer open. */
export const planDuties = (obligations: readonly Obligation[], making: Making, duties: Duties): void => {
  const stillOpen = new Set<string>()
  const dueBy = new Map<string, number>()
  for (const obligation of obligations) {
    const clock = making.outline.clocks.get(obligation.clock)
    if (clock === undefined || !isOpen(obligation)) continue
    if (making.phase === 'closed' && !obligation.clock.outlivesClosure) continue
    const key = keyOf(obligation)
    stillOpen.add(key)
    const type = clock.metParts[0]?.parts[0]?.type ?? ''
    if (obligation.counts === 'days' && obligation.due !== null)
      dueBy.set(type, Math.min(obligation.due, dueBy.get(type) ?? Number.POSITIVE_INFINITY))
    if (duties.planned.has(key) || (duties.tries.get(key) ?? 0) >= MOST_TRIES) continue
    const plan = planFor(obligation, clock, making, duties)
    if (plan !== null) duties.planned.set(key, plan)
  }
  making.dueBy = dueBy
  for (const [key, { type }] of duties.planned)
    if (!stillOpen.has(key) || (making.meetingFixed && type === 'taf.held')) duties.planned.delete(key)
}
