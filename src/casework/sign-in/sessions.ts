import type { Instant } from '#calendar/instant.ts'
import type { Actor, StandardRole } from '../access/actor.ts'
import type { Authority } from '../ports.ts'
import type { IdentityProvider } from './identity-provider.ts'

/** Somebody's time at the service, from signing in to signing out. It is kept for a while after it has ended. */
export type Session = {
  readonly actor: Actor
  readonly authority: Pick<Authority, 'id' | 'slug' | 'name' | 'pack' | 'demonstration'>
  readonly opened: Instant
  /** The last use that was noted; uses less than a minute apart need not be. */
  readonly seen: Instant
  /** When the person signed out. */
  readonly ended: Instant | null
}

/**
 * Where sessions are kept. A session's id is a secret that only the person's browser holds: whoever implements
 * this stores a hash of it. Idle sessions are found as well, so that what was typed in one is still somebody's;
 * how long is too long is for the caller to say.
 */
export type Sessions = {
  /** Begins a session and gives its new id: random, at least 128 bits, letters, digits, `-` and `_`. */
  readonly open: (who: { readonly authority: string; readonly user: string }, at: Instant) => Promise<string>
  /** Null where there is none with this id, or its user is no longer active. */
  readonly find: (id: string) => Promise<Session | null>
  readonly touch: (id: string, at: Instant) => Promise<void>
  readonly close: (id: string, at: Instant) => Promise<void>
  /** Ends every session that somebody has, in whichever browser. */
  readonly closeAll: (
    who: { readonly authority: string; readonly user: string },
    at: Instant,
  ) => Promise<void>
}

/** Somebody one can be in the demonstration. */
export type PersonToBe = {
  readonly authority: string
  readonly user: string
  readonly name: string
  readonly role: StandardRole
  /** What the authority calls the role, and the team that it is held in. */
  readonly roleName: string
  readonly team: string | null
}

/** An authority of the demonstration and whom one can be in it. */
export type AuthorityToTry = {
  readonly id: string
  readonly name: string
  /** The written procedure that it works to, as a person would name it. */
  readonly procedure: string
  readonly people: readonly PersonToBe[]
}

/** An authority whose people sign in for real. */
export type AuthorityToEnter = Pick<Authority, 'id' | 'slug' | 'name'>

/** The ways in. Somebody can be picked only in authorities that are a demonstration; the others have the other ways. */
export type SignIn = {
  readonly people: () => Promise<readonly AuthorityToTry[]>
  readonly authorities: () => Promise<readonly AuthorityToEnter[]>
  /** Whether people have a password and an app for codes here. */
  readonly passwords: boolean
  /** Whether letters are sent: without, nobody is sent a link for a new password. */
  readonly letters: boolean
  readonly provider: IdentityProvider | null
}
