import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'

/**
 * A version under which a case ran until it was moved to another (`procedure.changed`). What happened then is
 * judged by the version of then; what began then is carried through under it.
 */
export type Era = { readonly procedure: Procedure; readonly until: Instant }

/** The version under which a moment lies. */
export const procedureAt = (at: Instant, current: Procedure, earlier: readonly Era[]): Procedure =>
  earlier.find(({ until }) => at < until)?.procedure ?? current
