import type { Instant } from '#calendar/instant.ts'

/** Somebody opening a page of a case. */
export type Look = {
  readonly caseId: string
  readonly user: string
  /** The page, and what of it: `{"page":"document","document":"d1"}`. */
  readonly page: string
  readonly at: Instant
  /** Whoever had it open after this moment is still on the same visit. */
  readonly since: Instant
}
