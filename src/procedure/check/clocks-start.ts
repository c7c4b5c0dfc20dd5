import type { Clock } from '../rules/clock.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { hasLimit, restsOn } from './clock-origin.ts'
import { clocksWritten } from './clocks-written.ts'
import { contradiction } from './contradiction.ts'
import { problemOf } from './speaker.ts'
import { unknownNames } from './unknown-names.ts'

/** The clocks that one rests on, one after the other, when that comes back to itself. */
const circleFrom = (clock: Clock, clocks: ReadonlyMap<string, Clock>): readonly string[] | undefined => {
  const chain = [clock.id]
  for (let at = restsOn(clock); at !== undefined; ) {
    chain.push(at)
    if (at === clock.id) return chain
    if (chain.indexOf(at) < chain.length - 1) return undefined
    const next = clocks.get(at)
    at = next === undefined ? undefined : restsOn(next)
  }
  return undefined
}

const why = (clock: Clock, clocks: ReadonlyMap<string, Clock>): string | undefined => {
  const base = clocks.get(restsOn(clock) ?? '')
  const circle = circleFrom(clock, clocks)
  if (circle !== undefined) return `it waits for itself: ${circle.join(' waits for ')}`
  if (clock.start.kind === 'after' && base?.met === null)
    return `it waits until "${base.id}" is met, and nothing meets that`
  if (clock.start.kind === 'limit-of' && base !== undefined && !hasLimit(base))
    return `it waits for the limit of "${base.id}", which has none`
  return contradiction(clock.when)
}

/** Clocks that nothing can ever start, and clocks that are not there. */
export const clocksNeverStarted = (version: Version): readonly Problem[] => {
  const clocks = new Map(version.procedure.clocks.map((clock) => [clock.id, clock]))
  return version.placed.flatMap(({ rule, line }) => {
    if (rule.kind !== 'clock') return []
    const speaker = { name: `${rule.clause}: `, line }
    const base = restsOn(rule)
    const reason = why(rule, clocks)
    return [
      ...unknownNames({
        version,
        speaker,
        names: base === undefined ? [] : [base],
        known: clocksWritten(version),
        code: 'unknown-clock',
        noun: 'clock',
      }),
      ...(reason === undefined
        ? []
        : [
            problemOf(
              version,
              speaker,
              'never-starts',
              base === undefined ? 'when' : 'start',
              `the clock "${rule.id}" never starts: ${reason}.`,
            ),
          ]),
    ]
  })
}
