import type { PlausibleCase } from '#engine/plausible/plausible-case.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** A family's history up to the morning of a day, with the procedure that it ran under. */
export type FamilyHistory = PlausibleCase & { readonly procedure: Procedure }

export const isClosed = ({ events }: FamilyHistory): boolean =>
  events.findLastIndex(({ type }) => type === 'case.closed') >
  events.findLastIndex(({ type }) => type === 'case.reopened')

const work = new Set(['contact.made', 'visit.made', 'assessment.started', 'taf.held'])

/** Whether somebody works with the family: it was allocated, or, where that is not written down, work was done. */
export const hasWorker = ({ events }: FamilyHistory): boolean =>
  events.some(({ type, by }) => type === 'case.allocated' || (work.has(type) && (by?.id ?? null) !== null))

/** Whether it waits, and nobody has decided anything yet. */
export const isUndecided = (history: FamilyHistory): boolean =>
  !hasWorker(history) &&
  history.events.every(({ type }) => !/^(decision|threshold-meeting|case)\./.test(type))
