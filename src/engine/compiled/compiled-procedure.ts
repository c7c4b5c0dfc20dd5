import type { OpeningHours } from '#calendar/working-hours.ts'
import type { Gate } from '#procedure/rules/gate.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CompiledClock, CompiledPause } from './compiled-clock.ts'
import { compileClock, compilePause } from './compiled-clock.ts'
import type { CompiledCondition } from './compiled-condition.ts'
import { compileCondition } from './compiled-condition.ts'
import type { CompiledMatch } from './compiled-match.ts'
import { compileMatch } from './compiled-match.ts'
import type { Find } from '../history/find.ts'
import { dealtTo, ofTypes, sought } from '../history/find.ts'
import type { Dealing, MatchList, MatchLists } from './match-list.ts'
import { matchLists } from './match-list.ts'

export type CompiledGate = {
  readonly gate: Gate
  readonly before: CompiledMatch
  readonly when: CompiledCondition | null
  readonly needs: readonly CompiledCondition[]
}

type GatesByEvent = ReadonlyMap<string, readonly CompiledGate[]>

/** The events that the engine itself asks of every case. */
type Marks = Readonly<Record<'reopened' | 'closed' | 'moved' | 'paused' | 'resumed', MatchList>>

/** A procedure with everything that can be prepared once: the engine runs this, case after case. */
export type CompiledProcedure = {
  readonly procedure: Procedure
  /** In an order in which a clock comes after those that it starts from. */
  readonly clocks: readonly CompiledClock[]
  /** By the type of event that they stand before. */
  readonly gates: GatesByEvent
  /** Those of them that refuse. */
  readonly hardGates: GatesByEvent
  readonly pauses: readonly CompiledPause[]
  readonly marks: Marks
  /** How a history deals its entries to everything above. */
  readonly dealing: Dealing
  readonly ranks: ReadonlyMap<string, number>
  readonly openingHours: OpeningHours | null
}

/** Clocks that start from others come after them; those in a circle, which the check reports, are left out. */
const inDependencyOrder = (clocks: Procedure['clocks']): Procedure['clocks'] => {
  const ordered: Procedure['clocks'][number][] = []
  let waiting = clocks
  while (waiting.length > 0) {
    const placed = new Set(ordered.map((clock) => clock.id))
    const ready = waiting.filter(({ start }) => !('clock' in start) || placed.has(start.clock))
    if (ready.length === 0) return ordered
    ordered.push(...ready)
    waiting = waiting.filter((clock) => !ready.includes(clock))
  }
  return ordered
}

/** What a hard gate asks is asked of every history; what a soft one asks, only when somebody looks. */
const compileGate = (gate: Gate, { slots }: Procedure, lists: MatchLists): CompiledGate => {
  const find: Find = gate.hard ? dealtTo(lists) : sought
  return {
    gate,
    before: compileMatch(gate.before),
    when: gate.when === null ? null : compileCondition(gate.when, slots, find),
    needs: gate.needs.map((need) => compileCondition(need.condition, slots, find)),
  }
}

const marksIn = (lists: MatchLists): Marks => {
  const mark = (type: string): MatchList => lists.of([ofTypes([type])])
  return {
    reopened: mark('case.reopened'),
    closed: mark('case.closed'),
    moved: mark('clock.moved'),
    paused: mark('clock.paused'),
    resumed: mark('clock.resumed'),
  }
}

const byEvent = (gates: readonly CompiledGate[]): GatesByEvent => {
  const sorted = new Map<string, CompiledGate[]>()
  for (const gate of gates)
    for (const type of gate.before.types) sorted.set(type, [...(sorted.get(type) ?? []), gate])
  return sorted
}

const openingHoursOf = ({ openingHours }: Procedure): OpeningHours | null => {
  if (openingHours.length === 0) return null
  const hours: { [weekday in 1 | 2 | 3 | 4 | 5 | 6 | 7]?: (readonly [number, number])[] } = {}
  for (const { days, times } of openingHours)
    for (const day of days)
      hours[day] = [...(hours[day] ?? []), [times.from, times.to] as const].toSorted((a, b) => a[0] - b[0])
  return hours
}

const compile = (procedure: Procedure): CompiledProcedure => {
  const lists = matchLists()
  const gates = procedure.gates.map((gate) => compileGate(gate, procedure, lists))
  const clocks = inDependencyOrder(procedure.clocks).map((clock) => compileClock(clock, procedure, lists))
  const pauses = procedure.pauses.map((pause) => compilePause(pause, lists))
  const marks = marksIn(lists)
  return {
    procedure,
    clocks,
    pauses,
    marks,
    dealing: lists.dealing(),
    gates: byEvent(gates),
    hardGates: byEvent(gates.filter(({ gate }) => gate.hard)),
    ranks: new Map(Object.keys(procedure.events).map((type, rank) => [type, rank])),
    openingHours: openingHoursOf(procedure),
  }
}

const compiled = new WeakMap<Procedure, CompiledProcedure>()

/** The procedure made ready to run; made once for each procedure. */
export const compiledProcedure = (procedure: Procedure): CompiledProcedure => {
  const known = compiled.get(procedure)
  if (known !== undefined) return known
  const fresh = compile(procedure)
  compiled.set(procedure, fresh)
  return fresh
}
