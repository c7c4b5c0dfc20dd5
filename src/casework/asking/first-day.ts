import type { Day } from '#calendar/day.ts'
import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import { happenedBy } from '#engine/history/effective-events.ts'

/**
 * What others may have seen to before a family came: a consent given to the referrer, an earlier call, an assessment or a
 * plan of social care. It is asked about and may be so. Our own work begins with the referral.
 */
const mayComeBefore: ReadonlySet<string> = new Set([
  'referral.received',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
  'contact.made',
  'contact.attempted',
  'concern.raised',
  'note.recorded',
  'lead.preferred',
  'support-call.requested',
  'support-call.offered',
  'support-call.attempted',
  'support-call.made',
  'assessment.started',
  'assessment.completed',
  'assessment.received',
  'assessment.shared',
  'plan.agreed',
  'plan.shared',
  'cin-meeting.booked',
  'step-down.discussed',
  'social-work.started',
  'social-work.ended',
])

/** What is said to have happened before a family's first day on record, and whether it can have. */
export type Early = { readonly first: Day; readonly canBe: boolean }

type Deed = Pick<CaseEvent, 'type' | 'at'>

/** The day of the first referral that stands: with it the work with a family begins. Null where there is none. */
const firstDay = (events: readonly CaseEvent[], now: Instant): Day | null => {
  const referrals = happenedBy(events, now).filter(({ type }) => type === 'referral.received')
  return referrals.length === 0 ? null : dayOf(referrals.reduce((a, b) => (a.at <= b.at ? a : b)).at)
}

/** Null where something is said to have happened on a family's first day on record or later. */
export const beforeFirstDay = (
  { type, at }: Deed,
  events: readonly CaseEvent[],
  now: Instant,
): Early | null => {
  const first = firstDay(events, now)
  if (first === null || dayOf(at) >= first) return null
  return { first, canBe: mayComeBefore.has(type) }
}

/** Whether an event, or one as a correction has it, lies on a day before the first on which it can have happened. */
export const isTooEarly = (event: CaseEvent, events: readonly CaseEvent[], now: Instant): boolean => {
  if (event.type !== 'event.corrected') return beforeFirstDay(event, events, now)?.canBe === false
  const target = events.find(({ id }) => id === event.data['of'])
  const at = typeof event.data['at'] === 'string' ? parseInstant(event.data['at']) : undefined
  if (target === undefined || at === undefined) return false
  return beforeFirstDay({ type: target.type, at }, events, now)?.canBe === false
}
