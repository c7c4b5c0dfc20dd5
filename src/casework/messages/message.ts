import type { Instant } from '#calendar/instant.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Reach } from '../access/reach.ts'

/**
 * Whom something is for: somebody who signs in; an address, for those who do not yet; or a role, as the procedure of the
 * case names it, which becomes its holders before the message is sent.
 */
export type Recipient =
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'role'; readonly role: string }

/**
 * Something to be sent once the transaction stands. `account` is for invitations and forgotten passwords: its text holds a
 * link that is a key, is shown to nobody but its recipient, and is not kept once it is sent.
 */
export type Outgoing = {
  readonly kind: 'notice' | 'letter' | 'digest' | 'account'
  readonly to: Recipient
  readonly caseId: string | null
  readonly subject: string
  readonly body: string
  /** When it was written; the moment at which it is queued unless said. */
  readonly at?: Instant
}

/** Waiting: to be sent, for the first time or again. Shown: only to be read here, where there is no mail. */
export type MessageState = 'waiting' | 'sent' | 'shown' | 'failed'

/** Something that was queued, with how far it has come. */
export type Message = Outgoing & {
  readonly id: string
  readonly at: Instant
  /** The role through which it came to its recipient; null where it was for a person from the start. */
  readonly role: string | null
  readonly state: MessageState
  /** When it came to its state; while it waits, when it was tried last, null for not yet. */
  readonly stateAt: Instant | null
  /** How often it was tried. */
  readonly tries: number
  /** Why it failed, or why the last try did. */
  readonly why: string | null
  /** What of the case decides who may see it; null where it is about no case. */
  readonly about: Pick<CaseRecord, 'reference' | 'team' | 'worker' | 'restrictedTo'> | null
}

/** What became of a message at a try. */
export type Settled =
  | { readonly state: 'sent' | 'shown'; readonly at: Instant }
  | { readonly state: 'failed' | 'waiting'; readonly at: Instant; readonly why: string }

export type MessageQuery = {
  /** Those in this state; null for all. */
  readonly state: MessageState | null
  /** Those about the families that somebody reaches; null for none. */
  readonly about: Reach | null
  /** Those about no family: to a user and to the people of these teams, or to anybody; null for none. */
  readonly to: { readonly user: string; readonly teams: readonly string[] | 'any' } | 'anybody' | null
  /** Only those queued before this one. */
  readonly before: string | null
  readonly limit: number
}
