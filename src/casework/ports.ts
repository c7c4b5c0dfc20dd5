import type { Instant } from '#calendar/instant.ts'
import type { Pack } from '#procedure/pack.ts'
import type { Actor, Membership, StandardRole } from './access/actor.ts'
import type { ChangingStaff, Closure, LookingAtStaff, UserQuery } from './administration/staff-ports.ts'
import type { ChangingCases } from './case/case-ports.ts'
import type { CaseRecord } from './case/case-record.ts'
import type { ChangingDocuments, LookingAtDocuments } from './documents/document-ports.ts'
import type { Message, MessageQuery, Outgoing, Settled } from './messages/message.ts'
import type { ObligationRow, ScheduleStamp } from './schedule/obligation-row.ts'
import type { ChangingSignIn, LookingAtSignIn } from './sign-in/kept-sign-in.ts'
import type { ChangingPeople, LookingAtPeople } from './people/people-ports.ts'
import type { Look } from './case/look.ts'
import type { Reach } from './access/reach.ts'
import type { ChangingOpenings, LookingAtOpenings } from './restricted/openings.ts'

/** The moment it is, from outside: casework itself reaches no clock. */
export type Clock = { readonly now: () => Instant }

/** The written procedures that an installation carries. */
export type Shelf = { readonly pack: (id: string) => Pack | undefined }

export type Team = { readonly id: string; readonly name: string }

export type Authority = {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** The pack that its cases follow. */
  readonly pack: string
  readonly closures: readonly Closure[]
  readonly demonstration: boolean
}

export type User = Actor & {
  readonly email: string
  readonly active: boolean
  /** At work, as letters say it; null where it is not known. */
  readonly phone: string | null
}

/** One obligation of one case in a list, with what the list shows of the case. */
export type WorklistRow = ObligationRow & {
  readonly caseId: string
  readonly reference: string
  readonly family: string
  readonly worker: string | null
  readonly team: string | null
  readonly restrictedTo: readonly string[] | null
  /** The name of the person whom it is about; null where it is about no single person. */
  readonly subjectName: string | null
}

/** What is open and has begun by a moment: the longest overdue first, those without a limit last. */
export type WorklistQuery = {
  /** Whose eyes it is for; `all` for what the service does by itself. */
  readonly reach: Reach | 'all'
  /** A worker's own, a team's, or those of the families that are in no team. */
  readonly of: { readonly worker: string } | { readonly team: string | null }
  readonly owners: readonly string[] | null
  readonly asOf: Instant
  readonly limit: number
  readonly after: {
    readonly overdueFrom: Instant | null
    readonly caseId: string
    readonly key: string
  } | null
}

/** What of an audit is asked for; what is left out is not held to anything. */
export type AuditFilter = {
  readonly user?: string | undefined
  readonly act?: string | undefined
  /** How many of the latest to pass over. */
  readonly offset?: number | undefined
}

/** A line of the record of who saw and who changed what. */
export type AuditEntry = {
  readonly at: Instant
  readonly user: string | null
  readonly act: string
  readonly caseId: string | null
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

export type CaseLine = Pick<
  CaseRecord,
  'id' | 'reference' | 'family' | 'team' | 'worker' | 'opened' | 'closed' | 'restrictedTo'
> & { readonly step: string | null; readonly children: number }

/** A case that was searched for. */
export type FoundCase = CaseLine & {
  /** The name of the person in it by whom it was found; null where it was by its own name or its reference. */
  readonly through: string | null
}

export type GuardedCase = Pick<CaseRecord, 'id' | 'team' | 'worker' | 'restrictedTo'>

/** What can be read of one authority. */
export type Looking = LookingAtSignIn &
  LookingAtDocuments &
  LookingAtPeople &
  LookingAtStaff &
  LookingAtOpenings & {
    readonly authority: () => Promise<Authority>
    readonly caseById: (id: string) => Promise<CaseRecord | null>
    readonly obligationsOf: (caseId: string) => Promise<readonly ObligationRow[]>
    /** With what the kept schedule was worked out; null before it is first kept. */
    readonly stampOf: (caseId: string) => Promise<ScheduleStamp | null>
    readonly worklist: (query: WorklistQuery) => Promise<readonly WorklistRow[]>
    readonly cases: (query: CaseQuery) => Promise<readonly CaseLine[]>
    /**
     * The cases of which a reader has written down a referral and that are not within their reach: open ones first, of each
     * those opened last. None that is restricted to others.
     */
    readonly referredBy: (reader: Reach, limit: number) => Promise<readonly string[]>
    /** What of cases decides who may see them; of an id that is none there is nothing. */
    readonly guardedCases: (ids: readonly string[]) => Promise<readonly GuardedCase[]>
    /** By how families and their people are called, the most alike first; words with a digit are a whole reference. */
    readonly search: (reach: Reach, words: string, limit: number) => Promise<readonly FoundCase[]>
    readonly teams: () => Promise<readonly Team[]>
    readonly team: (id: string) => Promise<Team | null>
    readonly users: () => Promise<readonly User[]>
    /** Those with these ids, by name. */
    readonly usersNamed: (ids: readonly string[]) => Promise<readonly User[]>
    readonly usersFound: (query: UserQuery) => Promise<readonly User[]>
    /** Those who hold one of these roles, in whichever team, by name. */
    readonly usersHolding: (roles: readonly StandardRole[]) => Promise<readonly User[]>
    /**
     * Those who may sign in and may have something to be reminded of, by name: who work with a family of which something
     * that is open is overdue or becomes so by a moment, and who hold one of these roles.
     */
    readonly usersToRemind: (asked: {
      readonly by: Instant
      readonly holding: readonly StandardRole[]
    }) => Promise<readonly User[]>
    /**
     * Those who may come to work with a family, by name: the people of its team, those of no one team, those in a role whose
     * work is the whole authority's, and whom else the caller names by their ids. For a family of no team everybody.
     */
    readonly usersAround: (family: {
      readonly team: string | null
      readonly everywhere: readonly StandardRole[]
      readonly named: readonly string[]
    }) => Promise<readonly User[]>
    readonly user: (id: string) => Promise<User | null>
    readonly draft: (user: string, form: string) => Promise<Draft | null>
    readonly draftsOf: (user: string) => Promise<readonly Draft[]>
    /** Who saw and who changed what in a case, the latest first; without a case, what was done that is about none. */
    readonly auditOf: (
      caseId: string | null,
      limit: number,
      only?: AuditFilter,
    ) => Promise<readonly AuditEntry[]>
    /** Everybody who stands in an audit, and everything that they did, each once. */
    readonly auditKinds: (
      caseId: string | null,
    ) => Promise<{ readonly users: readonly string[]; readonly acts: readonly string[] }>
    /** What was queued to be sent, the latest first. */
    readonly messages: (query: MessageQuery) => Promise<readonly Message[]>
    readonly message: (id: string) => Promise<Message | null>
  }

export type CaseQuery = {
  /** Whose eyes it is for; `all` for what the service does by itself. */
  readonly reach: Reach | 'all'
  /** Null: those that are in no team. */
  readonly team?: string | null
  readonly worker?: string
  readonly unallocated?: true
  /** Those opened first come first; by the family's name unless said. */
  readonly longestFirst?: true
  readonly open: boolean
  readonly limit: number
  readonly offset: number
}

/** What a person has typed and not yet recorded. */
export type Draft = {
  readonly user: string
  /** The page and what it is about: `record-visit:<case id>`. */
  readonly form: string
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly savedAt: Instant
  /** The revision of the case that the person saw. */
  readonly revision: number | null
  /** The key of the page that saved it. */
  readonly page?: string
}

/** What can be changed of one authority, all in one transaction. */
export type Changing = Looking &
  ChangingCases &
  ChangingSignIn &
  ChangingDocuments &
  ChangingPeople &
  ChangingStaff &
  ChangingOpenings & {
    /**
     * What an earlier request with this key led to; null when there was none. Throws SentOtherwise where the same page was
     * sent with other contents.
     */
    readonly resultOf: (key: string) => Promise<string | null>
    readonly keepResult: (key: string, result: string) => Promise<void>
    readonly audit: (entry: AuditEntry) => Promise<void>
    /** Notes that somebody has a page of a case open; false where they had it open since the moment named already. */
    readonly noteLook: (look: Look) => Promise<boolean>
    /** Queues something to be sent once the transaction stands. */
    readonly send: (outgoing: Outgoing) => Promise<void>
    /** Takes a message to try it once more; null where there is none, or it no longer waits. */
    readonly takeMessage: (id: string) => Promise<Message | null>
    /** What became of a message that was taken. Of no effect where another worker has taken it since. */
    readonly settleMessage: (taken: Pick<Message, 'id' | 'tries'>, settled: Settled) => Promise<void>
    /** Makes a message for a role one for each of these users, the first in its place. They wait to be sent. */
    readonly addressMessage: (
      taken: Pick<Message, 'id' | 'tries'>,
      users: readonly [string, ...string[]],
    ) => Promise<void>
    /** Lets a message that failed be tried again, at once. */
    readonly retryMessage: (id: string) => Promise<void>
    readonly saveDraft: (draft: Draft) => Promise<void>
    /**
     * By the page with this key, where one is named: whatever that page has saved goes, and what another has saved since it was
     * opened stays.
     */
    readonly dropDraft: (user: string, form: string, key?: string) => Promise<void>
    readonly addUser: (user: {
      readonly name: string
      readonly email: string
      readonly phone?: string | null
      readonly memberships: readonly Membership[]
    }) => Promise<User>
    readonly addTeam: (name: string) => Promise<Team>
  }

/**
 * Where everything is kept. Each call of look and change is for one authority, and can reach no other. Work may be
 * done over again when two get in each other's way, so it changes nothing but through the port.
 */
export type Store = {
  readonly authorities: () => Promise<readonly Authority[]>
  readonly addAuthority: (authority: Omit<Authority, 'id'>) => Promise<Authority>
  readonly look: <T>(authority: string, work: (store: Looking) => Promise<T>) => Promise<T>
  readonly change: <T>(authority: string, work: (store: Changing) => Promise<T>) => Promise<T>
}
