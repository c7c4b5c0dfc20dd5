import type { Day } from '#calendar/day.ts'
import type { Form } from './rules/form.ts'
import type { Letter } from './rules/letter.ts'
import type { Procedure } from './procedure.ts'
import type { PlacedRule } from './rules/rule-block.ts'

/** A file of a pack, its path counted from the pack's folder: `2026-01-01/procedure.md`. */
export type PackFile = { readonly path: string; readonly text: string }

/** One version of a procedure with what lies beside it. */
export type Version = {
  /** The name of its folder, which should be its first day in force. */
  readonly folder: string
  readonly procedure: Procedure
  readonly forms: readonly Form[]
  readonly letters: readonly Letter[]
  readonly scenarioFiles: readonly PackFile[]
  /** The document as written and the lines of its rules, for whoever reports on it. */
  readonly document: PackFile
  readonly placed: readonly PlacedRule[]
  /** The files with problems of their own, of which something may be missing here. */
  readonly unread: readonly string[]
}

/** A clause that the versions in force on these days must carry, and where the register says so. */
export type RegisteredClause = {
  readonly id: string
  readonly kind: string
  /** Its first day; null when it holds from the beginning. */
  readonly from: Day | null
  /** The last day on which it held; null when it holds still. */
  readonly until: Day | null
  readonly line: number
}

/** An authority's procedure in all its versions, the earliest first. */
export type Pack = {
  readonly id: string
  readonly versions: readonly Version[]
  /** Undefined when the pack keeps no register. */
  readonly register: readonly RegisteredClause[] | undefined
}
