import type { Instant } from '#calendar/instant.ts'
import type { Clock } from '#procedure/clock.ts'
import type { Entry } from './entry.ts'

/** For whom or for what an obligation stands. */
export type Subject =
  | { readonly kind: 'case' }
  | { readonly kind: 'person' | 'worker' | 'event' | 'meeting'; readonly id: string }

/** A time during which a clock stood still, or ran on unseen; open while `until` is null. */
export type PauseSpell = {
  readonly from: Instant
  readonly until: Instant | null
  readonly standsStill: boolean
}

/**
 * The dates of an obligation as first reckoned, and how they came about: what a person needs to check the
 * arithmetic by hand. Days for day clocks, instants for hour clocks.
 */
export type Reckoning = {
  /** Null: the start is not an event but another clock's limit. */
  readonly startEntry: Entry | null
  /** The clock that it follows, being met or passing its limit. */
  readonly follows: Clock | null
  readonly opens: number
  readonly earliest: number | null
  readonly aim: number | null
  readonly due: number | null
  /** By order: at this moment the meeting has been held that it had to come before. */
  readonly tooLateAt: Instant | null
  readonly provisional: boolean
  readonly undecided: string | null
  /** What it was put off by while it stood still: ms, minutes, working days or days. */
  readonly stoodStill: number
  readonly from: 'period' | 'date' | 'slot' | 'order' | 'quota' | 'none'
  /** The date in the start event, the meeting by order, or the oldest in the window that it is counted from. */
  readonly anchor: number | null
  readonly rolledFrom: number | null
  /** Of a quota, how many are held. */
  readonly held: number | null
}

/** A limit that held until people changed it, and what changed it. */
export type EarlierLimit = { readonly due: number; readonly by: string; readonly at: Instant }

/**
 * One thing to be done, with its dates. Day clocks carry days (see Day), hour clocks instants. It changes only
 * when an event is recorded; how it stands at a moment is for standingOf.
 */
export type Obligation = {
  readonly clock: Clock
  readonly subject: Subject
  readonly startedBy: string
  readonly start: Instant
  /** When that began on which it rests: its start, or for an escalation that of what it escalates. */
  readonly began: Instant
  readonly counts: 'days' | 'hours'
  readonly opens: number
  readonly earliest: number | null
  readonly aim: number | null
  /** The limit in force: as reckoned, moved, or put off by an explanation. Null: none, or not yet known. */
  readonly due: number | null
  /** The limit as it was first reckoned, where it has since been changed. */
  readonly firstDue: number | null
  /** From when it counts as due soon. */
  readonly soon: number | null
  /** By order: at this moment the meeting has been held that it had to come before. */
  readonly tooLateAt: Instant | null
  readonly provisional: boolean
  readonly met: { readonly by: string; readonly at: Instant; readonly on: number } | null
  readonly lapsed: { readonly by: string | null; readonly at: Instant } | null
  readonly explained: { readonly by: string; readonly at: Instant; readonly until: number | null } | null
  readonly moved: { readonly by: string; readonly reason: string } | null
  /** The limits before the one in force, in order: one of them may have passed before it was changed. */
  readonly earlierLimits: readonly EarlierLimit[]
  readonly pauses: readonly PauseSpell[]
  /** Why a person has to decide the date: what could not be computed. */
  readonly undecided: string | null
  readonly reckoning: Reckoning
}
