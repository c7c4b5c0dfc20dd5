import { addDays, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { Decision } from '#procedure/flow.ts'
import type { CaseEvent, DataValue } from '../case-event.ts'
import { isData } from '../entry.ts'
import { decisionFor, draftFor, draftOf } from './draft.ts'
import type { Duties } from './duties.ts'
import type { Draft, Making, Planned } from './making.ts'
import { stepNow } from './making.ts'
import { inOffice, inSlotTime, soonAfter } from './office-time.ts'
import { endsWork } from './outline.ts'

const DAY = 86_400_000

const nobody = (): boolean => false
const nothing = (): void => undefined

/** Adds something to happen on a day. */
export const plan = (
  making: Making,
  at: Instant,
  draft: Planned['draft'],
  afterwards: Planned['afterwards'] = nothing,
  doneBy: Planned['doneBy'] = nobody,
): void => {
  making.plans.push({ type: null, at, draft, afterwards, doneBy })
}

const onDay = ({ calendar, chance }: Making, day: Day): Instant => inOffice(calendar, day, chance)

/** An event of a type as it is usually written. */
export const simple =
  (making: Making, type: string, role: string, more: { readonly [field: string]: DataValue } = {}) =>
  (at: Instant): Draft => {
    const draft = draftOf(type, role, making, dayOf(at), making.leaving)
    return { ...draft, data: { ...draft.data, ...more } }
  }

const notes = (event: CaseEvent, making: Making): void => {
  const { chance, calendar, outline } = making
  if (!/^(visit|contact|support-call)\.made$/.test(event.type) || !chance.share(0.45)) return
  const day = dayOf(event.at)
  const at = chance.share(0.6) ? soonAfter(calendar, event.at, chance) : onDay(making, addDays(day, 1))
  const kind = event.type === 'visit.made' ? 'visit' : 'contact'
  plan(making, at, simple(making, 'note.recorded', outline.worker, { kind }))
}

const meeting = (event: CaseEvent, making: Making): void => {
  const { chance, outline, calendar } = making
  const date = typeof event.data['date'] === 'string' ? parseDay(event.data['date']) : undefined
  if (event.type !== 'taf.agreed' || date === undefined || making.meetingFixed) return
  making.meetingFixed = true
  const day = chance.share(0.9) ? date : addWorkingDays(calendar, date, chance.whole(1, 6))
  const isHeld = (): void => {
    making.meetingFixed = false
  }
  plan(making, onDay(making, day), simple(making, 'taf.held', outline.worker), isHeld)
}

const untilThen: Readonly<Record<string, string>> = {
  'waiting-list.joined': 'waiting-list.left',
  'social-work.started': 'social-work.ended',
}

const endings = (event: CaseEvent, making: Making): void => {
  const end = untilThen[event.type]
  if (end === undefined) return
  const day = addDays(dayOf(event.at), making.chance.whole(10, 60))
  plan(
    making,
    onDay(making, day),
    simple(making, end, making.outline.manager),
    nothing,
    ({ type }) => type === end,
  )
}

const actions = (event: CaseEvent, making: Making): void => {
  const { chance, outline } = making
  const agreed = event.data['actions']
  if (!/^plan\.|^action\.added/.test(event.type) || !Array.isArray(agreed)) return
  if (
    outline.procedure.clocks.some(
      ({ start }) => start.kind === 'events' && start.any.some((m) => m.events.includes('action.agreed')),
    )
  )
    return
  for (const row of agreed as readonly DataValue[]) {
    if (!isData(row) || !chance.share(0.6)) continue
    const by = typeof row['by'] === 'string' ? parseDay(row['by']) : undefined
    const day = addDays(by ?? dayOf(event.at), chance.whole(-8, 10))
    if (day > dayOf(event.at))
      plan(
        making,
        onDay(making, day),
        simple(making, 'action.completed', outline.worker, { what: row['what'] ?? null }),
      )
  }
}

/** What follows from an event by habit and not by a rule. */
export const followUp = (event: CaseEvent, making: Making): void => {
  notes(event, making)
  meeting(event, making)
  endings(event, making)
  actions(event, making)
}

/** Now and then a decision ends the work before it has begun. */
const wayOut = (making: Making, { outcomes }: Decision): string | undefined => {
  if (!making.chance.share(making.leaving / 8)) return undefined
  const ways = outcomes.filter(({ to }) => to in making.procedure.exits)
  return ways[making.chance.whole(0, ways.length - 1)]?.value
}

/** The day after what is due within the next weeks has been done, as far as it is planned. */
const afterDuties = ({ last, calendar }: Making, { planned }: Duties): Day => {
  const near = [...planned.values()].map(({ at }) => at).filter((at) => at < last + 18 * DAY)
  return addWorkingDays(calendar, dayOf(Math.max(last, ...near) as Instant), 1)
}

/** The events of the next step, some days after the case has come to the one where it stands. */
export const planStep = (making: Making, duties: Duties, failed: () => void): void => {
  const { outline, chance, calendar } = making
  const here = stepNow(making)
  const reached = (place: number): boolean => making.reached[place]?.every(Boolean) ?? true
  const ways = new Set(outline.procedure.routes.flatMap(({ event }) => event.events))
  const isWayIn = (place: number): boolean =>
    outline.steps[place]?.step.begins.flat().every((match) => match.events.every((type) => ways.has(type))) ??
    false
  const named = outline.steps[here]?.step.next.map(({ to }) => to) ?? []
  const open = outline.steps.map((_, place) => place).filter((place) => place > here && !reached(place))
  const ahead = open.filter(
    (place) => outline.steps[place]?.ends === false && (outline.steps[place]?.parts.length ?? 0) > 0,
  )
  const following = ahead.filter((place) => named.includes(outline.steps[place]?.step.id ?? ''))
  const choices =
    following.length > 0 ? following : ahead.filter((place) => here >= 0 || !isWayIn(place)).slice(0, 1)
  const rare = (place: number): boolean =>
    outline.steps[place]?.step.begins
      .flat()
      .every((match) => match.events.every((type) => type in untilThen)) ?? false
  const chosen = chance.weighted(choices, (place) => (rare(place) ? 2 : place === choices[0] ? 8 : 4))
  if (chosen === undefined) return
  const { begins } = outline.procedure.steps[chosen] ?? { begins: [] }
  const part = begins[Math.max(0, making.reached[chosen]?.indexOf(false) ?? 0)] ?? []
  const match = chance.weighted(part, (one) =>
    endsWork(one) || one.events.every((type) => type === 'case.reopened') ? 0 : one === part[0] ? 8 : 1,
  )
  if (match === undefined) return
  const first = addWorkingDays(calendar, dayOf(making.last), chance.whole(1, here < 2 ? 4 : 12))
  const day = Math.max(first, afterDuties(making, duties)) as Day
  const slot = outline.slotOf.get(match.events[0] ?? '')
  const draft = (at: Instant): Draft | null => {
    if (stepNow(making) !== here || making.phase !== 'open') return null
    const wanted = draftFor(match, outline.worker, making, dayOf(at))
    const decision = decisionFor(wanted.type, making, dayOf(at))
    if (decision === undefined) return wanted
    const way = wayOut(making, decision)
    if (way !== undefined) wanted.data[decision.field] = way
    return { ...wanted, role: decision.by[0] ?? wanted.role }
  }
  plan(
    making,
    slot === undefined ? onDay(making, day) : inSlotTime(calendar, day, slot, chance),
    draft,
    (recorded) => {
      if (!recorded) failed()
    },
  )
}
