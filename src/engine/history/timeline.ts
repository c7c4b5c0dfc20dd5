import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, Person } from '../case-event.ts'
import type { Situation } from '../compiled/compiled-condition.ts'
import type { CompiledGate, CompiledProcedure } from '../compiled/compiled-procedure.ts'
import { compiledProcedure } from '../compiled/compiled-procedure.ts'
import { effectiveEvents, takeEntries } from './effective-events.ts'
import type { Entry } from './entry.ts'
import type { Era } from './eras.ts'
import { lacksOf } from '../gates/gate-lacks.ts'
import { compiledAt, situationBefore, stands } from '../gates/gates-before.ts'
import type { GrowingHistory, History } from './history.ts'
import { append, emptyHistory, entriesOf } from './history.ts'

/** What a hard gate refused, with the place at which it would have stood. It did not happen, as far as the rules go. */
export type Refusal = { readonly entry: Entry; readonly before: number }

/** What the facts of a case are, once: everything that the rules are then read against. */
export type Timeline = {
  readonly history: History
  /** The same for each version under which the case ran before: each deals it to its own rules. */
  readonly earlier: ReadonlyMap<Procedure, History>
  readonly refusals: readonly Refusal[]
  /** Places at which the case was reopened: counts of first, second, third begin again there. */
  readonly reopenings: readonly number[]
  readonly closings: readonly Entry[]
  /** Dates that people have moved, and clocks that they have paused. */
  readonly moves: readonly Entry[]
  readonly pauses: readonly Entry[]
  readonly resumptions: readonly Entry[]
  readonly people: readonly Person[]
  readonly calendar: WorkingCalendar
}

const noEarlier: ReadonlyMap<Procedure, GrowingHistory> = new Map()

const historiesUnder = (earlier: readonly Era[]): ReadonlyMap<Procedure, GrowingHistory> =>
  new Map(earlier.map(({ procedure }) => [procedure, emptyHistory(compiledProcedure(procedure).dealing)]))

const isRefused = (entry: Entry, gates: readonly CompiledGate[], situation: Situation): boolean => {
  for (const gate of gates) if (stands(gate, entry) && lacksOf(gate, situation).length > 0) return true
  return false
}

/**
 * Takes the events one after another. A gate is looked at when its event comes, with what was on record by
 * then; what a hard gate refuses is left out. What a soft one asks for changes nothing here: see gateMeetings.
 */
export const timelineOf = (
  compiled: CompiledProcedure,
  events: readonly CaseEvent[],
  people: readonly Person[],
  calendar: WorkingCalendar,
  earlier: readonly Era[] = [],
): Timeline => {
  const history = emptyHistory(compiled.dealing)
  const before = earlier.length === 0 ? noEarlier : historiesUnder(earlier)
  const refusals: Refusal[] = []
  let refused: CaseEvent | null = null
  const take = (entry: Entry): void => {
    if (entry.event === refused) return
    const then = compiledAt(entry.at, compiled, earlier)
    const gates = then.hardGates.get(entry.type)
    if (gates !== undefined) {
      const place = history.entries.length
      const own = before.get(then.procedure) ?? history
      if (isRefused(entry, gates, situationBefore(entry, place, own, { people, calendar }))) {
        refused = entry.event
        refusals.push({ entry, before: place })
        return
      }
    }
    append(history, entry)
    if (before !== noEarlier) for (const own of before.values()) append(own, entry)
  }
  for (const event of effectiveEvents(events, compiled.ranks)) takeEntries(event, take)
  const { marks } = compiled
  return {
    history,
    earlier: before,
    refusals,
    reopenings: entriesOf(history, marks.reopened).map((entry) => entry.seq),
    closings: entriesOf(history, marks.closed),
    moves: entriesOf(history, marks.moved),
    pauses: entriesOf(history, marks.paused),
    resumptions: entriesOf(history, marks.resumed),
    people,
    calendar,
  }
}
