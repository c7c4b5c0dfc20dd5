import type { Condition } from '../rules/condition.ts'
import type { Match } from '../rules/match.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What has to be so for a condition to hold, however deep it stands in `all`. */
const required = (condition: Condition): readonly Condition[] =>
  condition.kind === 'all' ? condition.of.flatMap(required) : [condition]

/** The events that have to be on record for a condition to hold. */
export const neededBy = (condition: Condition): readonly Match[] =>
  required(condition).flatMap((one) =>
    one.kind === 'recorded' || (one.kind === 'count' && one.atLeast > 0) ? [one.match] : [],
  )

const excludedBy = (condition: Condition): readonly Match[] =>
  required(condition).flatMap((one) =>
    one.kind === 'none' ? one.of.flatMap((inner) => (inner.kind === 'recorded' ? [inner.match] : [])) : [],
  )

const impossible = (condition: Condition): string | undefined => {
  if (condition.kind === 'count' && condition.atLeast > condition.atMost)
    return `it asks for at least ${condition.atLeast} and at most ${condition.atMost}`
  if (condition.kind === 'age' && condition.atLeast >= condition.under)
    return `it asks for an age of at least ${condition.atLeast} and under ${condition.under}`
  return undefined
}

/** Why a condition can never hold; undefined when it can, as far as that can be told. */
export const contradiction = (condition: Condition | null): string | undefined => {
  if (condition === null) return undefined
  const wrong = required(condition)
    .map(impossible)
    .find((why) => why !== undefined)
  if (wrong !== undefined) return wrong
  const both = neededBy(condition).find((match) => excludedBy(condition).some((other) => same(match, other)))
  return both && `it asks that ${both.events.join(' or ')} is on record and that it is not`
}
