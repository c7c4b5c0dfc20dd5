import { daysBetween } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** How long somebody has waited: `since today`, `1 day`, `12 days`. */
export const waitedInWords = (since: Instant, now: Instant): string => {
  const days = daysBetween(dayOf(since), dayOf(now))
  if (days < 1) return 'since today'
  return days === 1 ? '1 day' : `${days} days`
}

/** What the step is called at which a case stands. */
export const stepInWords = (
  step: string | null,
  { steps, exits }: Pick<Procedure, 'steps' | 'exits'>,
): string =>
  step === null ? 'Not begun' : (steps.find(({ id }) => id === step)?.title ?? exits[step] ?? step)
