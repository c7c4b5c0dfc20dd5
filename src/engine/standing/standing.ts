import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Obligation } from '../obligation.ts'

export type Standing =
  | 'planned'
  | 'open'
  | 'due-soon'
  | 'overdue'
  | 'met'
  | 'met-late'
  | 'explained'
  | 'paused'
  | 'lapsed'

const isLate = ({ due, met, tooLateAt, counts }: Obligation): boolean =>
  met !== null &&
  ((due !== null && met.on > due) || (counts === 'days' && tooLateAt !== null && met.at > tooLateAt))

/** Whether the obligation is paused at a moment. A pause that began when it was overdue hides nothing. */
const isPausedAt = ({ pauses, due, counts }: Obligation, asOf: Instant): boolean =>
  pauses.some(
    ({ from, until }) =>
      from <= asOf &&
      (until === null || asOf < until) &&
      (due === null || (counts === 'hours' ? from : dayOf(from)) <= due),
  )

/** The limit in force at a moment: people may have changed it since. */
const limitAt = ({ due, earlierLimits }: Obligation, asOf: Instant): number | null =>
  earlierLimits.find(({ at }) => at > asOf)?.due ?? due

/**
 * How an obligation stands at a moment (procedure.md, section 4). A day clock is in time throughout its due
 * date and overdue from the next day; an hour clock is in time up to and at its instant.
 */
export const standingOf = (obligation: Obligation, asOf: Instant): Standing => {
  const { met, lapsed, explained, counts, opens, soon, tooLateAt } = obligation
  if (met !== null && met.at <= asOf) return isLate(obligation) ? 'met-late' : 'met'
  if (lapsed !== null && lapsed.at <= asOf) return 'lapsed'
  const now: Instant | Day = counts === 'hours' ? asOf : dayOf(asOf)
  if (obligation.start > asOf || opens > now) return 'planned'
  if (isPausedAt(obligation, asOf)) return 'paused'
  if (explained !== null && explained.at <= asOf && (explained.until === null || now <= explained.until))
    return 'explained'
  const due = limitAt(obligation, asOf)
  if ((due !== null && now > due) || (tooLateAt !== null && asOf > tooLateAt)) return 'overdue'
  return soon !== null && now >= soon ? 'due-soon' : 'open'
}
