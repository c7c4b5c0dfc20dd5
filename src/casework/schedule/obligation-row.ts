import type { Instant } from '#calendar/instant.ts'

/**
 * An obligation as it is kept for lists: a cache of what derive gives, never the truth. Every moment is an
 * instant; `overdueFrom` is the first moment at which it is overdue, null while it has no limit, is paused or
 * explained, so that "what is overdue now" is a comparison and not a computation.
 */
export type ObligationRow = {
  /** Tells apart the obligations of one case: rule, subject and start. */
  readonly key: string
  readonly rule: string
  readonly clause: string
  readonly step: string | null
  readonly title: string
  /** What was agreed that is to be done, in its own words, where it is one action of a plan. Never in a message. */
  readonly deed: string | null
  /** The role that has to do it, as the pack names it. */
  readonly owner: string
  readonly subjectKind: 'case' | 'person' | 'worker' | 'event' | 'meeting'
  readonly subjectId: string | null
  readonly startedBy: string
  readonly opensAt: Instant
  readonly soonFrom: Instant | null
  readonly overdueFrom: Instant | null
  /** The due date as people read it: `2026-03-17`, or an instant with its offset; null when there is none. */
  readonly due: string | null
  readonly because: string
  readonly advisory: boolean
  readonly provisional: boolean
  readonly priority: boolean
  readonly undecided: string | null
  readonly state: 'open' | 'paused' | 'explained' | 'met' | 'met-late' | 'lapsed'
  readonly metBy: string | null
  readonly metAt: Instant | null
  /** The event that meets it, for the link to the right page; null when nothing on record can. */
  readonly does: string | null
}

/** With what a schedule was worked out: a row without this stamp, or with an older one, is out of date. */
export type ScheduleStamp = { readonly version: string; readonly lastEvent: number }

/** Everything that is kept of a case for lists, worked out from its events. */
export type KeptForLists = {
  readonly rows: readonly ObligationRow[]
  readonly stamp: ScheduleStamp
  readonly step: string | null
  readonly closed: Instant | null
}
