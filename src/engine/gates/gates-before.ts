import type { Instant } from '#calendar/instant.ts'
import type { Situation } from '../compiled/compiled-condition.ts'
import type { CompiledGate, CompiledProcedure } from '../compiled/compiled-procedure.ts'
import { compiledProcedure } from '../compiled/compiled-procedure.ts'
import type { Entry } from '../history/entry.ts'
import type { Era } from '../history/eras.ts'
import { procedureAt } from '../history/eras.ts'
import type { History } from '../history/history.ts'

/** The version under which a moment lies, made ready to run. */
export const compiledAt = (
  at: Instant,
  compiled: CompiledProcedure,
  earlier: readonly Era[],
): CompiledProcedure =>
  earlier.length === 0 ? compiled : compiledProcedure(procedureAt(at, compiled.procedure, earlier))

/** Whether a gate stands before this very event: its match may ask for more than the type. */
export const stands = ({ before }: CompiledGate, entry: Entry): boolean =>
  before.test === null || before.test(entry)

/** The case as an event finds it that would come at a place in the order. */
export const situationBefore = (
  entry: Entry,
  before: number,
  history: History,
  { people, calendar }: Pick<Situation, 'people' | 'calendar'>,
): Situation => ({ history, before, day: entry.day, event: entry, person: null, people, calendar })
