import { addDays, parseDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { CaseEvent, DataValue } from '../case-event.ts'
import { isData } from '../history/entry.ts'
import type { Making } from './making.ts'
import { countOf } from './making.ts'
import { soonAfter } from './office-time.ts'
import { onDay, plan, simple } from './plan.ts'

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

/** What comes to an end by itself, and with what. */
export const untilThen: Readonly<Record<string, string>> = {
  'waiting-list.joined': 'waiting-list.left',
  'social-work.started': 'social-work.ended',
}

/** Whoever is given to a worker waits no longer. */
const isOver = ({ history }: Making, since: CaseEvent, end: string): boolean => {
  const from = history.entries.findIndex(({ id }) => id === since.id)
  const ends = new Set([end, ...(end === 'waiting-list.left' ? ['case.allocated'] : [])])
  return history.entries.slice(from + 1).some(({ type }) => ends.has(type))
}

const endings = (event: CaseEvent, making: Making): void => {
  const end = untilThen[event.type]
  if (end === undefined) return
  const day = addDays(dayOf(event.at), making.chance.whole(10, 60))
  plan(
    making,
    onDay(making, day),
    (at) => (isOver(making, event, end) ? null : simple(making, end, making.outline.manager)(at)),
    undefined,
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

/** A plan that a meeting agreed is written down with its actions. */
const planAgreed = (event: CaseEvent, making: Making): void => {
  const { outline, calendar, chance } = making
  const isThere = (): boolean => countOf(making, 'plan.agreed') > 0
  if (event.type !== 'taf.held' || event.data['planAgreed'] !== true || event.data['final'] === true) return
  if (!outline.mentioned.has('plan.agreed') || isThere()) return
  plan(making, soonAfter(calendar, event.at, chance), (at) =>
    isThere() ? null : simple(making, 'plan.agreed', outline.worker)(at),
  )
}

const assessed = ['assessment.started', 'assessment.completed', 'assessment.received']

/** An assessment is begun some days after somebody has been found to do it. */
const assessment = (event: CaseEvent, making: Making): void => {
  const { outline, calendar, chance } = making
  const from = outline.mentioned.has('case.allocated') ? 'case.allocated' : 'decision.made'
  const isThere = (): boolean => assessed.some((type) => countOf(making, type) > 0)
  if (event.type !== from || !outline.mentioned.has('assessment.started') || isThere()) return
  const day = addWorkingDays(calendar, dayOf(event.at), chance.whole(2, 7))
  plan(making, onDay(making, day), (at) =>
    isThere() || making.phase !== 'open' ? null : simple(making, 'assessment.started', outline.worker)(at),
  )
}

/** What follows from an event by habit and not by a rule. */
export const followUp = (event: CaseEvent, making: Making): void => {
  notes(event, making)
  meeting(event, making)
  endings(event, making)
  actions(event, making)
  planAgreed(event, making)
  assessment(event, making)
}
