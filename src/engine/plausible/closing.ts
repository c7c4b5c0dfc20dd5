import { addDays } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { DataValue } from '../case-event.ts'
import { draftOf } from './draft.ts'
import { kindOf } from './event-data.ts'
import type { Draft, Making } from './making.ts'
import { countOf } from './making.ts'
import { inOffice } from './office-time.ts'
import { plan } from './plan.ts'
import { record } from './record.ts'

type Act = {
  readonly type: string
  readonly leads?: boolean
  readonly data?: { readonly [field: string]: DataValue }
}

/** The usual order in which work comes to its end; only what the procedure speaks of is done. */
const acts: readonly Act[] = [
  { type: 'closure.proposed' },
  { type: 'case.discussed', leads: true, data: { closureAgreed: true } },
  { type: 'taf.held', data: { final: true, outcome: 'as hoped' } },
  { type: 'review.held', data: { outcome: 'positive', decision: 'end-met' } },
  { type: 'closure.agreed', leads: true },
  { type: 'feedback.asked' },
  { type: 'closing-summary.written' },
]

const belongs = ({ type, data }: Act, { outline }: Making): boolean =>
  outline.mentioned.has(type) && (data?.['final'] === undefined || outline.knowsFinal)

const draftAct = ({ type, leads, data }: Act, making: Making, at: Instant): Draft => {
  const role = leads === true ? making.outline.manager : making.outline.worker
  const draft = draftOf(type, role, making, dayOf(at))
  return { ...draft, data: { ...draft.data, ...data } }
}

const likely: Readonly<Record<string, number>> = {
  'plan-achieved': 10,
  'work-done': 5,
  'non-engagement': 1,
  'single-agency': 1,
}

const reasonsFor = (making: Making, left: boolean): readonly string[] => {
  const kind = kindOf(making, 'case.closed', 'reason')
  const decided = making.procedure.decisions.filter(({ on }) => on.events.includes('case.closed'))
  const known =
    decided.length > 0
      ? decided.flatMap(({ outcomes }) => outcomes.map(({ value }) => value))
      : Array.isArray(kind)
        ? (kind as readonly string[])
        : []
  const weight = (reason: string): number =>
    left && reason === 'universal'
      ? 30
      : reason === 'escalated'
        ? countOf(making, 'social-work.started') > 0
          ? 4
          : 0
        : (likely[reason] ?? 0.3)
  const first = making.chance.weighted(known, weight)
  return first === undefined
    ? known
    : [first, ...known.filter((reason) => reason !== first && reason !== 'escalated')]
}

/** Tries one reason after another until the gates let the case be closed. */
const close = (making: Making, at: Instant, left: boolean): boolean =>
  reasonsFor(making, left)
    .slice(0, 4)
    .some((reason) => {
      const draft = draftOf('case.closed', making.outline.worker, making, dayOf(at))
      return record(making, { ...draft, data: { ...draft.data, reason } }, at)
    })

const reopen = (making: Making, again: () => void): void => {
  const { chance, calendar, outline } = making
  const day = addDays(dayOf(making.last), chance.whole(20, 120))
  plan(
    making,
    inOffice(calendar, day, chance),
    (at) => draftOf('case.reopened', outline.manager, making, dayOf(at)),
    (done) => {
      if (!done) return
      making.phase = 'open'
      making.meetingFixed = false
      again()
    },
  )
}

/**
 * Brings the work to its end: what the procedure knows of it in the usual order, then the closing, with what
 * its gates ask for first. A minority of cases is reopened later.
 *
 * @param left the family has left on the way, so that nothing is held in the round
 */
export const planClosing = (making: Making, left: boolean, share: number, again: () => void): void => {
  const { chance, calendar } = making
  making.phase = 'ending'
  let day = dayOf(making.last)
  for (const act of left ? [] : acts.filter((one) => belongs(one, making) && chance.share(0.85))) {
    day = addWorkingDays(calendar, day, chance.whole(1, 5))
    plan(making, inOffice(calendar, day, chance), (at) => draftAct(act, making, at))
  }
  day = addWorkingDays(calendar, day, chance.whole(2, 8))
  plan(making, inOffice(calendar, day, chance), (at) => {
    if (!close(making, at, left)) {
      making.phase = 'open'
      return null
    }
    making.phase = 'closed'
    making.plans = []
    if (chance.share(share)) reopen(making, again)
    return null
  })
}
