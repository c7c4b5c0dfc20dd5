import type { OpeningHours } from '#calendar/working-hours.ts'
import type { Clock, Met, Pause } from '#procedure/clock.ts'
import type { Place } from '#procedure/clock-due.ts'
import type { Gate } from '#procedure/gate.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CompiledCondition } from './compiled-condition.ts'
import { compileCondition } from './compiled-condition.ts'
import type { CompiledMatch } from './compiled-match.ts'
import { compileMatch } from './compiled-match.ts'

export type CompiledPause = {
  readonly from: readonly CompiledMatch[]
  readonly until: readonly CompiledMatch[]
  readonly standsStill: boolean
}

export type CompiledPlace = {
  readonly which: Place['which']
  readonly of: readonly CompiledMatch[]
  readonly plannedBy: readonly CompiledMatch[]
}

/** A clock with its matches and conditions made ready to run. */
export type CompiledClock = {
  readonly clock: Clock
  readonly startMatches: readonly CompiledMatch[]
  /** For `later-of`: each of these has to have happened. */
  readonly startParts: readonly (readonly CompiledMatch[])[]
  /** Events that begin a new count of first, second, third: the `since` of the start. */
  readonly startSince: readonly string[]
  /** What meets it, part by part: every part has to be met, each by any of its matches. */
  readonly metParts: readonly (readonly CompiledMatch[])[]
  readonly met: Met | null
  readonly when: CompiledCondition | null
  readonly until: readonly CompiledMatch[]
  readonly excuse: readonly CompiledMatch[]
  readonly pauses: readonly CompiledPause[]
  readonly place: CompiledPlace | null
}

export type CompiledGate = {
  readonly gate: Gate
  readonly before: CompiledMatch
  readonly when: CompiledCondition | null
  readonly needs: readonly CompiledCondition[]
}

export type CompiledProcedure = {
  readonly procedure: Procedure
  /** In an order in which a clock comes after those that it starts from. */
  readonly clocks: readonly CompiledClock[]
  readonly gates: ReadonlyMap<string, readonly CompiledGate[]>
  readonly ranks: ReadonlyMap<string, number>
  readonly openingHours: OpeningHours | null
}

const compileAll = (matches: Clock['until']): readonly CompiledMatch[] => matches.map(compileMatch)

const compilePause = ({ from, until, time }: Pause): CompiledPause => ({
  from: compileAll(from),
  until: compileAll(until),
  standsStill: time === 'stands still',
})

const startMatches = ({ start }: Clock): Clock['until'] =>
  start.kind === 'events' ? start.any : start.kind === 'later-of' ? start.all.flat() : []

const compileClock = (clock: Clock, procedure: Procedure): CompiledClock => {
  const met = clock.met?.kind === 'events' ? clock.met : null
  const order = clock.due.order
  return {
    clock,
    startMatches: compileAll(startMatches(clock)),
    startParts: clock.start.kind === 'later-of' ? clock.start.all.map(compileAll) : [],
    startSince: startMatches(clock).flatMap((match) => match.since),
    metParts:
      met === null
        ? []
        : met.any.length > 0
          ? [compileAll(met.any)]
          : met.all.map((match) => [compileMatch(match)]),
    met,
    when: clock.when === null ? null : compileCondition(clock.when, procedure.slots),
    until: compileAll(clock.until),
    excuse: compileAll(clock.excuse),
    pauses: (clock.pauses ?? procedure.pauses).map(compilePause),
    place:
      order === null
        ? null
        : { which: order.which, of: compileAll(order.of), plannedBy: compileAll(order.plannedBy) },
  }
}

/** Clocks that start from others come after them; those in a circle, which the check reports, are left out. */
const inDependencyOrder = (clocks: readonly Clock[]): readonly Clock[] => {
  const ordered: Clock[] = []
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

const compileGate = (gate: Gate, procedure: Procedure): CompiledGate => ({
  gate,
  before: compileMatch(gate.before),
  when: gate.when === null ? null : compileCondition(gate.when, procedure.slots),
  needs: gate.needs.map((need) => compileCondition(need.condition, procedure.slots)),
})

const gatesByEvent = (procedure: Procedure): ReadonlyMap<string, readonly CompiledGate[]> => {
  const gates = new Map<string, CompiledGate[]>()
  for (const gate of procedure.gates)
    for (const type of gate.before.events)
      gates.set(type, [...(gates.get(type) ?? []), compileGate(gate, procedure)])
  return gates
}

const openingHoursOf = ({ openingHours }: Procedure): OpeningHours | null => {
  if (openingHours.length === 0) return null
  const hours: { [weekday in 1 | 2 | 3 | 4 | 5 | 6 | 7]?: (readonly [number, number])[] } = {}
  for (const { days, times } of openingHours)
    for (const day of days)
      hours[day] = [...(hours[day] ?? []), [times.from, times.to] as const].sort((a, b) => a[0] - b[0])
  return hours
}

const compile = (procedure: Procedure): CompiledProcedure => ({
  procedure,
  clocks: inDependencyOrder(procedure.clocks).map((clock) => compileClock(clock, procedure)),
  gates: gatesByEvent(procedure),
  ranks: new Map(Object.keys(procedure.events).map((type, rank) => [type, rank])),
  openingHours: openingHoursOf(procedure),
})

const compiled = new WeakMap<Procedure, CompiledProcedure>()

/** The procedure made ready to run; made once for each procedure. */
export const compiledProcedure = (procedure: Procedure): CompiledProcedure => {
  const known = compiled.get(procedure)
  if (known !== undefined) return known
  const fresh = compile(procedure)
  compiled.set(procedure, fresh)
  return fresh
}
