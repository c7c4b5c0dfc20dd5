import type { Day } from '#calendar/day.ts'
import type { Clock } from './rules/clock.ts'
import type { FieldKind } from './event-field.ts'
import type { Decision, FormUse, Route } from './rules/flow.ts'
import type { Gate } from './rules/gate.ts'
import type { Checklist, Notice, Option, Prompt } from './rules/guidance.ts'
import type { Header } from './header.ts'
import type { Watch } from './rules/watch.ts'

/** A clause of the document: what a person reads, and which rules it gives. */
export type Clause = {
  readonly id: string
  readonly title: string
  readonly section: string
  readonly line: number
  /** The paraphrase, as Markdown. */
  readonly prose: string
  /** The ids of the rules that stand under it, with their kinds. */
  readonly rules: readonly { readonly kind: string; readonly id: string }[]
  readonly noRule: readonly string[]
  readonly unclear: readonly string[]
}

/** One version of a written procedure, read and frozen: what the engine runs and a person reads. */
export type Procedure = Omit<Header, 'inForce' | 'events'> & {
  readonly version: Day
  readonly preface: string
  readonly events: Readonly<Record<string, Readonly<Record<string, FieldKind>>>>
  readonly clauses: readonly Clause[]
  readonly clocks: readonly Clock[]
  readonly gates: readonly Gate[]
  readonly decisions: readonly Decision[]
  readonly notices: readonly Notice[]
  readonly prompts: readonly Prompt[]
  readonly checklists: readonly Checklist[]
  readonly watches: readonly Watch[]
  readonly formUses: readonly FormUse[]
  readonly routes: readonly Route[]
  readonly options: readonly Option[]
}
