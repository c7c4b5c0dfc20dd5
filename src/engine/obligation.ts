import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import type { CompiledClock } from './compiled/compiled-clock.ts'
import type { Counting } from './clock/count.ts'
import { soonFor } from './standing/due-soon.ts'
import type { Entry } from './history/entry.ts'
import type { Reckoning } from './reckoning.ts'
import type { PauseSpell } from './clock/pause-spell.ts'

/** For whom or for what an obligation stands. */
export type Subject =
  | { readonly kind: 'case' }
  | { readonly kind: 'person' | 'worker' | 'event' | 'meeting'; readonly id: string }

/** A limit that held until people changed it, and what changed it. */
export type EarlierLimit = { readonly due: number; readonly by: string; readonly at: Instant }

/** What people have said about the date of an obligation, and the date that it has since. */
export type Change = {
  readonly due: number | null
  readonly explained: { readonly by: string; readonly at: Instant; readonly until: number | null } | null
  readonly moved: { readonly by: string; readonly reason: string } | null
  /** The limits before the one in force, in order: one of them may have passed before it was changed. */
  readonly earlierLimits: readonly EarlierLimit[]
}

/** Where a clock starts: at an entry, or at the moment when another clock passes its limit. */
export type StartPoint = {
  readonly entry: Entry | null
  readonly at: Instant
  readonly day: Day
  /** Entries after this place come after the start; between two entries for a start that is none. */
  readonly seq: number
  /** The obligation that it follows from, for `after` and `limit-of`. */
  readonly follows: Obligation | null
  /** The person was born or joined only later: from when on it is theirs; null when at once. */
  readonly joined: Instant | null
  /** It follows a limit that people changed after it had passed. */
  readonly overtaken: EarlierLimit | null
}

/** Where an obligation stops applying without being met, and by which event, where it is one. */
export type Ending = { readonly by: string | null; readonly at: Instant; readonly seq: number }

const never: readonly EarlierLimit[] = []

/**
 * One thing to be done, with its dates. Day clocks carry days (see Day), hour clocks instants. It changes only
 * when an event is recorded; how it stands at a moment is for standingOf. It keeps what it rests on; whatever
 * follows from that is read off when somebody asks, since most of a schedule is never looked at.
 */
export class Obligation {
  declare readonly compiled: CompiledClock
  declare readonly subject: Subject
  declare readonly startPoint: StartPoint
  /** What met it, if anything did. */
  declare readonly metBy: Entry | null
  declare readonly ending: Ending | null
  declare readonly reckoning: Reckoning
  /** Null: nobody has said anything about its dates. */
  declare readonly change: Change | null
  declare readonly pauses: readonly PauseSpell[]
  declare readonly counting: Counting

  constructor(
    compiled: CompiledClock,
    subject: Subject,
    startPoint: StartPoint,
    metBy: Entry | null,
    ending: Ending | null,
    reckoning: Reckoning,
    change: Change | null,
    pauses: readonly PauseSpell[],
    counting: Counting,
  ) {
    this.compiled = compiled
    this.subject = subject
    this.startPoint = startPoint
    this.metBy = metBy
    this.ending = ending
    this.reckoning = reckoning
    this.change = change
    this.pauses = pauses
    this.counting = counting
  }

  get clock(): Clock {
    return this.compiled.clock
  }

  get counts(): 'days' | 'hours' {
    return this.compiled.hours ? 'hours' : 'days'
  }

  /** The event that started it; null where it started when another clock passed its limit. */
  get startEntry(): Entry | null {
    return this.startPoint.entry
  }

  /** The obligation that it follows, being met or passing its limit. */
  get follows(): Obligation | null {
    return this.startPoint.follows
  }

  get startedBy(): string {
    return this.startEntry?.id ?? this.follows?.startedBy ?? ''
  }

  get start(): Instant {
    return this.startPoint.at
  }

  /** When that began on which it rests: its start, or for an escalation that of what it escalates. */
  get began(): Instant {
    return this.startEntry === null ? (this.follows?.began ?? this.start) : this.start
  }

  get opens(): number {
    return this.reckoning.opens ?? (this.compiled.hours ? this.start : this.startPoint.day)
  }

  get earliest(): number | null {
    return this.reckoning.earliest
  }

  get aim(): number | null {
    return this.reckoning.aim
  }

  /** The limit in force: as reckoned, moved, or put off by an explanation. Null: none, or not yet known. */
  get due(): number | null {
    return this.change === null ? this.reckoning.due : this.change.due
  }

  /** The limit as it was first reckoned, where it has since been changed. */
  get firstDue(): number | null {
    return this.isAsReckoned ? null : this.reckoning.due
  }

  get isAsReckoned(): boolean {
    return this.due === this.reckoning.due
  }

  /** From when it counts as due soon. */
  get soon(): number | null {
    return soonFor(this.due, this.compiled, this.counting)
  }

  /** By order: at this moment the meeting has been held that it had to come before. */
  get tooLateAt(): Instant | null {
    return this.isAsReckoned ? this.reckoning.tooLateAt : null
  }

  get provisional(): boolean {
    return this.isAsReckoned && this.reckoning.provisional
  }

  /** Why a person has to decide the date: what could not be computed. */
  get undecided(): string | null {
    return this.due === null ? this.reckoning.undecided : null
  }

  /** By what it was met, when, and on which day or at which instant as its clock counts. */
  get met(): { readonly by: string; readonly at: Instant; readonly on: number } | null {
    if (this.metBy === null) return null
    const at = this.metAt as Instant
    return { by: this.metBy.id, at, on: this.compiled.hours ? at : dayOf(at) }
  }

  /** When it was met, or what met it was written down where that is what counts. */
  get metAt(): Instant | null {
    if (this.metBy === null) return null
    return this.clock.met?.kind === 'written down' ? this.metBy.event.recorded : this.metBy.at
  }

  get lapsed(): { readonly by: string | null; readonly at: Instant } | null {
    return this.metBy === null ? this.ending : null
  }

  get explained(): Change['explained'] {
    return this.change === null ? null : this.change.explained
  }

  get moved(): Change['moved'] {
    return this.change === null ? null : this.change.moved
  }

  /** The limits before the one in force, in order: one of them may have passed before it was changed. */
  get earlierLimits(): readonly EarlierLimit[] {
    return this.change === null ? never : this.change.earlierLimits
  }
}
