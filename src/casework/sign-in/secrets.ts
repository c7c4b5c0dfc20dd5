import type { Instant } from '#calendar/instant.ts'

/**
 * Chance, and what may be kept of a secret: casework itself has neither. Passwords are hashed slowly, so that a stolen
 * database does not give them away; tokens and recovery codes are too long to guess, and their digest is enough.
 */
export type Secrets = {
  /** 43 letters, digits, `-` and `_` that nobody can guess. */
  readonly newToken: () => string
  /** Ten codes for the day on which somebody's phone is lost. */
  readonly newRecoveryCodes: () => readonly string[]
  /** Of something that cannot be guessed: a token, a recovery code. */
  readonly digestOf: (secret: string) => string
  /** Of something that could be guessed, such as an address: it needs a key as well, which is not in the database. */
  readonly keyedDigestOf: (text: string) => string
  readonly hashPassword: (password: string) => Promise<string>
  /** Whether it is the password that was hashed. Null for nobody's: no, and only after as long. */
  readonly isPassword: (password: string, hash: string | null) => Promise<boolean>
  /** What an app that shows codes is told, in base 32. */
  readonly newCodeSecret: () => string
  /** The number of the half minute that a code of six digits is good for, near a moment; null for a wrong one. */
  readonly stepOf: (codeSecret: string, code: string, at: Instant) => number | null
  /** Makes a text unreadable to whoever has only the database. */
  readonly seal: (text: string) => string
  /** Null where it was sealed with another key. */
  readonly open: (sealed: string) => string | null
}
