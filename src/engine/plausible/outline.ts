import type { Clock } from '#procedure/rules/clock.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { Stretch } from '#procedure/header.ts'
import { roughLength } from '#procedure/rules/duration.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { CompiledProcedure } from '../compiled/compiled-procedure.ts'
import { compiledProcedure } from '../compiled/compiled-procedure.ts'
import type { MatchList } from '../compiled/match-list.ts'
import { matchLists } from '../compiled/match-list.ts'

/** A step with the events that begin it, part by part: each part by any of its matches. */
export type StepOutline = {
  readonly step: Procedure['steps'][number]
  readonly parts: readonly MatchList[]
  /** Whether reaching it is the beginning of the end. */
  readonly ends: boolean
}

/** What a procedure says about how cases go, gathered once. */
export type Outline = {
  readonly procedure: Procedure
  readonly compiled: CompiledProcedure
  readonly clocks: ReadonlyMap<Clock, CompiledClock>
  readonly steps: readonly StepOutline[]
  /** Events that some rule speaks of. */
  readonly mentioned: ReadonlySet<string>
  /** Events that start something and that nothing asks for: they just happen now and then. */
  readonly happenings: readonly string[]
  /** Events that start something due within days: nobody waits with that until other things are done. */
  readonly urgent: ReadonlySet<string>
  readonly slotOf: ReadonlyMap<string, Stretch>
  /** What an event is to say as well, so that what it starts is met by itself. */
  readonly completed: ReadonlyMap<string, readonly Match[]>
  /** Whether some rule knows a last meeting (`final: true`). */
  readonly knowsFinal: boolean
  readonly worker: string
  readonly manager: string
}

const says = ({ where }: Match, field: string): boolean =>
  where.some(({ path, ...test }) => path[0] === field && test.kind === 'in' && test.values.includes(true))

/** Whether a match means that the work with the family comes to its end. */
export const endsWork = (match: Match): boolean =>
  match.events.every((type) => /^(closure|closing-summary)\.|^case\.closed$/.test(type)) ||
  says(match, 'final') ||
  says(match, 'closureAgreed') ||
  match.where.some(({ path, ...test }) => path[0] === 'decision' && test.kind === 'in')

const matchesIn = (condition: Condition | null): readonly Match[] => {
  if (condition === null) return []
  if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none')
    return condition.of.flatMap(matchesIn)
  return condition.kind === 'recorded' || condition.kind === 'count' ? [condition.match] : []
}

const startsOf = ({ start }: Clock): readonly Match[] =>
  start.kind === 'events' ? start.any : start.kind === 'later-of' ? start.all.flat() : []

export const metsOf = ({ met }: Clock): readonly Match[] =>
  met?.kind === 'events' ? [...met.any, ...met.all] : []

const isUrgent = ({ due: { within }, scope }: Clock): boolean =>
  within?.kind === 'fixed' && scope !== 'worker' && roughLength(within.duration) <= 5

const typesOf = (matches: readonly Match[]): readonly string[] => matches.flatMap(({ events }) => events)

const slotsIn = (condition: Condition): readonly string[] => {
  if (condition.kind === 'in-slot') return [condition.slot]
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(slotsIn) : []
}

const slotsHeld = ({ gates, slots }: Procedure): ReadonlyMap<string, Stretch> => {
  const held = new Map<string, Stretch>()
  for (const { before, needs } of gates)
    for (const id of needs.flatMap(({ condition }) => slotsIn(condition)))
      for (const type of before.events) if (slots[id] !== undefined) held.set(type, slots[id])
  return held
}

const completedBy = (clocks: readonly Clock[]): ReadonlyMap<string, readonly Match[]> => {
  const found = clocks.flatMap((clock) => {
    const starts = new Set(typesOf(startsOf(clock)))
    const matches = clock.met?.kind === 'events' && clock.met.counting === 'from' ? metsOf(clock) : []
    return matches
      .filter(
        ({ where }) => where.length > 0 && where.every((test) => test.kind === 'present' && test.present),
      )
      .flatMap((match) => match.events.filter((type) => starts.has(type)).map((type) => ({ type, match })))
  })
  return new Map(
    [...Map.groupBy(found, ({ type }) => type)].map(([type, all]) => [type, all.map(({ match }) => match)]),
  )
}

/** The role that most clocks are for, and the first that leads people. */
const rolesOf = ({ clocks, roles }: Procedure): { worker: string; manager: string } => {
  const counts = new Map<string, number>()
  const leads = (role: string): boolean => /manager|supervisor|senior|head|chair|-lead$/.test(role)
  for (const { owner } of clocks) if (!leads(owner)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  const worker =
    [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? Object.keys(roles)[0] ?? 'practitioner'
  const owners = clocks.map(({ owner }) => owner).filter(leads)
  return { worker, manager: owners[0] ?? Object.keys(roles).find(leads) ?? worker }
}

const never = /^(event|clock|procedure|worker)\.|^case\.(closed|reopened)$|\.(left|ended)$/

const gather = (procedure: Procedure): Outline => {
  const compiled = compiledProcedure(procedure)
  const { clocks, gates, steps, routes, decisions, watches } = procedure
  const lists = matchLists()
  const asked = [
    ...clocks.flatMap(metsOf),
    ...steps.flatMap(({ begins }) => begins.flat()),
    ...routes.map(({ event }) => event),
    ...decisions.map(({ on }) => on),
    ...gates.flatMap(({ needs }) => needs.flatMap(({ condition }) => matchesIn(condition))),
  ]
  const spoken = [
    ...asked,
    ...clocks.flatMap((clock) => [
      ...startsOf(clock),
      ...clock.until,
      ...clock.excuse,
      ...matchesIn(clock.when),
    ]),
    ...gates.map(({ before }) => before),
    ...[...procedure.pauses, ...clocks.flatMap(({ pauses }) => pauses ?? [])].flatMap(({ from }) => from),
    ...watches.flatMap(({ of }) => (of.kind === 'length' ? of.since : of.any)),
  ]
  const wanted = new Set(typesOf(asked))
  const starts = typesOf(clocks.filter(({ scope }) => scope !== 'worker').flatMap(startsOf))
  return {
    procedure,
    compiled,
    clocks: new Map(compiled.clocks.map((clock) => [clock.clock, clock])),
    steps: steps.map((step) => ({
      step,
      parts: step.begins.map(lists.of),
      ends: step.begins.some((any) => any.every(endsWork)),
    })),
    mentioned: new Set(typesOf(spoken)),
    happenings: [...new Set(starts)].filter((type) => !wanted.has(type) && !never.test(type)),
    urgent: new Set(typesOf(clocks.filter(isUrgent).flatMap(startsOf))),
    slotOf: slotsHeld(procedure),
    completed: completedBy(clocks),
    knowsFinal: spoken.some((match) => says(match, 'final')),
    ...rolesOf(procedure),
  }
}

const gathered = new WeakMap<Procedure, Outline>()

/** The outline of a procedure; gathered once for each. */
export const outlineOf = (procedure: Procedure): Outline => {
  const known = gathered.get(procedure)
  if (known !== undefined) return known
  const fresh = gather(procedure)
  gathered.set(procedure, fresh)
  return fresh
}
