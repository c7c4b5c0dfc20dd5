import type { Instant } from '#calendar/instant.ts'

/** How somebody signs in here: a password, and an app that shows codes. */
export type Credential = {
  readonly user: string
  readonly passwordHash: string
  readonly sealedCodeSecret: string
  /** The number of the half minute whose code was last used: no earlier one is taken. */
  readonly lastStep: number | null
}

/** For a first sign-in, for a new password, or from the password to the code. */
export type LinkKind = 'invitation' | 'password' | 'half-way'

/** A way in that works once, for a time. Its token is with the person alone. */
export type Link = {
  readonly digest: string
  readonly user: string
  readonly kind: LinkKind
  readonly until: Instant
  readonly used: boolean
  /** What an invited person has chosen before they confirm a code. */
  readonly chosen: Pick<Credential, 'passwordHash' | 'sealedCodeSecret'> | null
}

/** How often something was tried since a moment. */
export type Attempts = { readonly count: number; readonly since: Instant }

/** Somebody as an identity provider knows them. */
export type Subject = { readonly issuer: string; readonly subject: string }

/** What can be read of how people sign in. */
export type LookingAtSignIn = {
  /** The id of the user with an email address, in whichever case its letters are. */
  readonly userOfEmail: (email: string) => Promise<string | null>
  readonly credentialOf: (user: string) => Promise<Credential | null>
  readonly link: (digest: string) => Promise<Link | null>
  /** How many recovery codes somebody has not used. */
  readonly recoveryCodesLeft: (user: string) => Promise<number>
  readonly userOfSubject: (subject: Subject) => Promise<string | null>
  /** As whom an issuer knows a user. */
  readonly subjectOf: (user: string, issuer: string) => Promise<string | null>
}

/** What can be changed of it. */
export type ChangingSignIn = {
  readonly setCredential: (credential: Credential) => Promise<void>
  readonly setPasswordHash: (user: string, hash: string) => Promise<void>
  /** Notes that a code was used. False where it, or a later one, was used before. */
  readonly takeStep: (user: string, step: number) => Promise<boolean>
  /** In place of all that there were. */
  readonly setRecoveryCodes: (user: string, digests: readonly string[]) => Promise<void>
  /** False where somebody has no such code, or has used it. */
  readonly takeRecoveryCode: (user: string, digest: string, at: Instant) => Promise<boolean>
  /** Those of the same user whose time is over are thrown away. */
  readonly keepLink: (link: Omit<Link, 'used' | 'chosen'>, at: Instant) => Promise<void>
  readonly setChosen: (digest: string, chosen: NonNullable<Link['chosen']>) => Promise<void>
  /** Uses a link. False where it was used or its time is over: of two who try, one succeeds. */
  readonly takeLink: (digest: string, at: Instant) => Promise<boolean>
  /** Makes all unused links of somebody useless. */
  readonly dropLinks: (user: string) => Promise<void>
  /**
   * Counts one more attempt, and says how many there were since the first of the time that runs. Attempts are counted
   * before they are looked at, so that many at once are not one.
   *
   * @param about what is counted, as a keyed digest
   * @param forLong milliseconds from the first attempt, after which counting begins again
   */
  readonly countAttempt: (about: string, at: Instant, forLong: number) => Promise<Attempts>
  readonly forgetAttempts: (about: string) => Promise<void>
  /** One attempt less: it was right. */
  readonly takeBackAttempt: (about: string) => Promise<void>
  readonly linkSubject: (user: string, subject: Subject) => Promise<void>
  /** Forgets as whom providers know a user. */
  readonly unlinkSubjects: (user: string) => Promise<void>
}
