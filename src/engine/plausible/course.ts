import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays } from '#calendar/working-calendar.ts'
import type { Decision } from '#procedure/rules/flow.ts'
import { decisionFor, draftFor } from './draft.ts'
import type { Duties } from './duties.ts'
import type { Draft, Making } from './making.ts'
import { stepNow } from './making.ts'
import { untilThen } from './habits.ts'
import { inSlotTime } from './office-time.ts'
import { endsWork } from './outline.ts'
import { onDay, plan } from './plan.ts'

const DAY = 86_400_000

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
  if (choices.every(rare) && !chance.share(0.1)) return
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
