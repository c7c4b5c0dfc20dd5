import type { Instant } from '#calendar/instant.ts'

/** A restricted family that somebody whom it does not name has opened, for a while and with a reason. */
export type Opening = {
  readonly user: string
  readonly at: Instant
  readonly until: Instant
  readonly reason: string
}

/** A family that is open to somebody for a while. */
export type OpenFamily = {
  readonly caseId: string
  readonly reference: string
  readonly until: Instant
}

export type LookingAtOpenings = {
  /** The id of the case with exactly this reference, in small letters or capitals; null where there is none. */
  readonly caseCalled: (reference: string) => Promise<string | null>
  /** The restricted families that are open to a user now, those that close first first. */
  readonly openTo: (user: string) => Promise<readonly OpenFamily[]>
}

export type ChangingOpenings = {
  readonly openRestricted: (caseId: string, opening: Opening) => Promise<void>
  /** Ends all that is open of a case, at once. */
  readonly endOpenings: (caseId: string) => Promise<void>
}
