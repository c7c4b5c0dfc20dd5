import type { Clock } from '../rules/clock.ts'
import { metMatches, startMatches } from '../rules/clock-matches.ts'
import type { Condition } from '../rules/condition.ts'
import type { Duration } from '../rules/duration.ts'
import type { Match } from '../rules/match.ts'
import type { Rule } from '../rules/rule-block.ts'

/** The names that a rule uses for things outside itself. */
export type Spoken = {
  readonly matches: readonly Match[]
  readonly conditions: readonly Condition[]
  /** Events named on their own, without tests. */
  readonly events: readonly string[]
  /** The events that `this` in a condition speaks of. */
  readonly own: readonly Match[]
  readonly roles: readonly string[]
  readonly durations: readonly Duration[]
}

type Pick = Extract<Condition, { readonly kind: 'latest' | 'first' }>
const isPick = (condition: Condition): condition is Pick =>
  condition.kind === 'latest' || condition.kind === 'first'

/** A condition and all those inside it. */
export const conditionsIn = (condition: Condition | null): readonly Condition[] => {
  if (condition === null) return []
  const inner = 'of' in condition && Array.isArray(condition.of) && !isPick(condition) ? condition.of : []
  return [condition, ...(inner as readonly Condition[]).flatMap(conditionsIn)]
}

const matchesIn = (conditions: readonly Condition[]): readonly Match[] =>
  conditions.flatMap((condition) => {
    if (condition.kind === 'recorded' || condition.kind === 'count') return [condition.match]
    return isPick(condition) ? [condition.is] : []
  })

const rolesIn = (conditions: readonly Condition[]): readonly string[] =>
  conditions.flatMap((condition) => (condition.kind === 'this' ? condition.by : []))

const namesIn = (conditions: readonly Condition[]): readonly string[] =>
  conditions.flatMap((condition) => (isPick(condition) ? condition.of : []))

const durationsIn = ({ due, opensAfter }: Clock): readonly Duration[] =>
  [
    ...[due.within, due.aim].map((period) =>
      period?.kind === 'fixed' ? period.duration : period?.otherwise,
    ),
    due.earliest,
    due.about,
    due.fromDate?.by,
    due.quota?.in,
    due.soon,
    opensAfter,
  ].filter((duration) => duration != null)

type Said = {
  readonly matches?: readonly (readonly Match[])[]
  readonly conditions?: readonly (Condition | null)[]
  readonly events?: readonly string[]
  readonly own?: readonly Match[]
  readonly roles?: readonly string[]
  readonly durations?: readonly Duration[]
}

const spoken = ({
  matches = [],
  conditions = [],
  events = [],
  own = [],
  roles = [],
  durations = [],
}: Said): Spoken => {
  const all = conditions.flatMap(conditionsIn)
  return {
    matches: [...matches.flat(), ...matchesIn(all)],
    conditions: all,
    events: [...events, ...namesIn(all)],
    own,
    roles: [...roles, ...rolesIn(all)],
    durations,
  }
}

const byClock = (clock: Clock): Spoken =>
  spoken({
    matches: [
      startMatches(clock),
      metMatches(clock),
      ...(clock.due.order ? [clock.due.order.of, clock.due.order.plannedBy] : []),
      clock.until,
      clock.excuse,
      ...(clock.pauses ?? []).flatMap((pause) => [pause.from, pause.until]),
    ],
    conditions: [clock.when],
    own: startMatches(clock),
    roles: [clock.owner],
    durations: durationsIn(clock),
  })

/** The names that a rule uses for things outside itself. */
export const spokenBy = (rule: Rule): Spoken => {
  switch (rule.kind) {
    case 'clock':
      return byClock(rule)
    case 'gate':
      return spoken({
        matches: [[rule.before]],
        conditions: [rule.when, ...rule.needs.map((need) => need.condition)],
        own: [rule.before],
      })
    case 'decision':
      return spoken({ matches: [[rule.on]], conditions: [rule.when], own: [rule.on], roles: rule.by })
    case 'notice':
      return spoken({ matches: [[rule.on]], conditions: [rule.when], own: [rule.on] })
    case 'prompt':
      return spoken({
        matches: [rule.from, rule.until],
        conditions: [rule.when],
        events: rule.before === null ? [] : [rule.before],
      })
    case 'checklist':
      return spoken({ events: rule.before })
    case 'watch':
      return rule.of.kind === 'length'
        ? spoken({ matches: [rule.of.since, rule.of.until], durations: rule.of.marks })
        : spoken({ matches: [rule.of.any] })
    case 'option':
      return spoken({ matches: [[rule.event]], conditions: [rule.when], own: [rule.event] })
    case 'route':
      return spoken({ matches: [[rule.event]] })
    case 'form':
      return spoken({})
    default:
      return rule satisfies never
  }
}
