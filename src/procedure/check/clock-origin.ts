import type { Clock } from '../rules/clock.ts'
import type { Match } from '../rules/match.ts'
import { metMatches, startMatches } from '../rules/clock-matches.ts'

/** A clock can pass a limit: it is neither only shown nor only an aim. */
export const hasLimit = ({ due }: Clock): boolean =>
  due.within !== null ||
  due.fromDate !== null ||
  due.slot !== null ||
  due.order !== null ||
  due.quota !== null

/** The clock on which another rests. */
export const restsOn = ({ start }: Clock): string | undefined =>
  start.kind === 'after' || start.kind === 'limit-of' ? start.clock : undefined

/**
 * The events whose data a clock reads at its start: those that start it, or that meet or start the clock that
 * it rests on. None when that goes in a circle.
 */
export const originOf = (
  clock: Clock,
  clocks: readonly Clock[],
  passed: readonly string[] = [],
): readonly Match[] => {
  const base = clocks.find((other) => other.id === restsOn(clock))
  if (base === undefined || passed.includes(base.id)) return startMatches(clock)
  return clock.start.kind === 'after' && base.met?.kind === 'events'
    ? metMatches(base)
    : originOf(base, clocks, [...passed, clock.id])
}
