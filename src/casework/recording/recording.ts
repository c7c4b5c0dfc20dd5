import type { Instant } from '#calendar/instant.ts'
import type { Data } from '#engine/case-event.ts'
import type { Lack } from '#engine/gates/gate-lacks.ts'
import type { Problem } from '#procedure/problem.ts'
import type { StoredEvent } from '../case/case-record.ts'

/** Something that a person says has happened. */
export type Said = {
  readonly type: string
  readonly at: Instant
  readonly data: Data
}

/** What one page sends to be recorded in a case: one or more things, all or none. */
export type Recording = {
  readonly caseId: string
  /** Made with the page: the same page sent twice is recorded once. */
  readonly key: string
  readonly said: readonly Said[]
  /** A manager's reason for going past a soft gate. */
  readonly reason: string | null
  /** The user who decided what is recorded, where somebody writes it down for them. */
  readonly decidedBy?: string | null
  /**
   * The role whose doing is put on record, as the procedure names it: one outside; or, of those that whoever records fills,
   * the one in which they do it.
   */
  readonly inRole?: string | null
  /** What was typed, kept under this name; no longer needed once it is recorded. */
  readonly draft?: string
}

/** A gate that stands in the way: refusing, or asking a manager for a reason. */
export type ShutGate = {
  readonly gate: string
  readonly hard: boolean
  readonly lacks: readonly Lack[]
  /** Where it asks who decides: what the procedure calls those who may. */
  readonly deciders?: readonly string[]
}

/** What became of a recording. Everything but `recorded` has changed nothing. */
export type Recorded =
  | { readonly kind: 'recorded'; readonly caseId: string; readonly events: readonly string[] }
  | { readonly kind: 'no-such-case' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'shut'; readonly gates: readonly ShutGate[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Somebody else has recorded this while the page was open. Nothing was changed; it can be sent again knowing of it. */
export type Overtaken = { readonly kind: 'overtaken'; readonly event: StoredEvent }
