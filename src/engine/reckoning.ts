import type { Instant } from '#calendar/instant.ts'

/**
 * The dates of an obligation as first reckoned, and how they came about: what a person needs to check the
 * arithmetic by hand. Days for day clocks, instants for hour clocks.
 */
export type Reckoning = {
  /** Null: open from its start. */
  readonly opens: number | null
  readonly earliest: number | null
  readonly aim: number | null
  readonly due: number | null
  /** By order: at this moment the meeting has been held that it had to come before. */
  readonly tooLateAt: Instant | null
  readonly provisional: boolean
  /** Why a person has to decide the date: what could not be computed. */
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

/** A reckoning while it is being worked out. */
export type Growing = { -readonly [K in keyof Reckoning]: Reckoning[K] }

/** The dates of an obligation of which nothing is known yet. */
export const undated = (): Growing => ({
  opens: null,
  earliest: null,
  aim: null,
  due: null,
  tooLateAt: null,
  provisional: false,
  undecided: null,
  stoodStill: 0,
  from: 'none',
  anchor: null,
  rolledFrom: null,
  held: null,
})
