import type { Period } from '#procedure/rules/clock-due.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import type { Obligation } from '#engine/obligation.ts'

const agreedOr = (period: Period, { startEntry }: Obligation): Duration | null => {
  if (period.kind === 'fixed') return period.duration
  const n = startEntry?.data[period.field]
  return typeof n === 'number' ? { n, unit: period.unit } : period.otherwise
}

/** How long an obligation's clock runs to its limit, or to its advisory aim; null where no length says so. */
export const lengthOf = (obligation: Obligation): Duration | null => {
  const { within, about, fromDate } = obligation.clock.due
  if (obligation.reckoning.from === 'date') return fromDate?.by ?? null
  if (within !== null) return agreedOr(within, obligation)
  return about
}

/** How long its clock runs to its aim inside the limit; null where there is none. */
export const aimLengthOf = (obligation: Obligation): Duration | null => {
  const { aim } = obligation.clock.due
  return aim === null || obligation.aim === null ? null : agreedOr(aim, obligation)
}

/** The date that the count ends on, as it was first reckoned; null while there is none. */
export const reckonedEnd = ({ firstDue, due, aim, clock, pauses }: Obligation): number | null => {
  if (firstDue !== null) return firstDue
  // While a clock stands still its count has no end, even where a person has set a date.
  if (pauses.some(({ until, standsStill }) => standsStill && until === null)) return null
  return due ?? (clock.due.about === null ? null : aim)
}
