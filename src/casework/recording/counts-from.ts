import type { Clock } from '#procedure/rules/clock.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { everyday } from '../asking/everyday.ts'
import { isOutside } from '../access/owners.ts'

/** A rule that takes notice of an event only where somebody of these roles has recorded it. */
export type CountsFrom = {
  readonly id: string
  readonly clause: string
  /** What it counts as: `sign-off by the manager`. */
  readonly title: string
  readonly by: readonly string[]
}

/** What a procedure takes an event for, and from whom. */
export type Counting = {
  readonly rules: readonly CountsFrom[]
  /**
   * Whether it is nothing else under the procedure: a sign-off, a review by one role. Recorded by anybody else it would only
   * look like one.
   */
  readonly isTheirs: boolean
}

/** From whom a rule takes an event: the roles, or null for anybody; and whether a plain note or a visit would do as well. */
type From = { readonly by: readonly string[] | null; readonly isOneOfMany: boolean }

const fromWhom = ({ by, where }: Match, { roles }: Procedure): From['by'] => {
  if (by.length > 0) return by
  const named = where.find(({ path }) => path.length === 1 && path[0] === 'by')
  const values = named?.kind === 'in' ? named.values.map(String) : []
  return values.length > 0 && values.every((value) => value in roles) ? values : null
}

const isNarrow = ({ by }: From): boolean => by !== null

const naming = (type: string, match: Match, procedure: Procedure): readonly From[] =>
  match.events.includes(type)
    ? [{ by: fromWhom(match, procedure), isOneOfMany: match.events.some((other) => everyday.has(other)) }]
    : []

const inCondition = (type: string, condition: Condition, procedure: Procedure): readonly From[] => {
  switch (condition.kind) {
    case 'any':
    case 'all': {
      const found = condition.of.flatMap((one) => inCondition(type, one, procedure))
      // From anybody but these roles: whoever else there is stands beside it by name.
      const excludes = condition.of.some(
        (one) =>
          one.kind === 'none' && one.of.some((not) => inCondition(type, not, procedure).some(isNarrow)),
      )
      return condition.kind === 'all' && excludes ? found.filter(isNarrow) : found
    }
    case 'recorded':
      return naming(type, condition.match, procedure)
    case 'count':
      return condition.atLeast > 0 ? naming(type, condition.match, procedure) : []
    case 'latest':
    case 'first':
      return naming(type, condition.is, procedure)
    default:
      return []
  }
}

type Rule = Omit<CountsFrom, 'by'> & { readonly from: readonly From[]; readonly owner: string | null }

const metBy = (type: string, { met }: Clock, procedure: Procedure): readonly From[] =>
  met?.kind === 'events' ? [...met.any, ...met.all].flatMap((one) => naming(type, one, procedure)) : []

/** What a procedure asks an event for: to carry out a time limit, to open a gate, to take up an offer. */
const rulesOn = (type: string, procedure: Procedure): readonly Rule[] =>
  [
    ...procedure.gates.flatMap(({ id, clause, needs }) =>
      needs.map(({ what, condition }) => ({
        id,
        clause,
        title: what,
        from: inCondition(type, condition, procedure),
        owner: null,
      })),
    ),
    ...procedure.clocks.map((clock) => ({ ...clock, from: metBy(type, clock, procedure) })),
    ...procedure.options.map(({ id, clause, says, event }) => ({
      id,
      clause,
      title: says,
      from: naming(type, event, procedure),
      owner: null,
    })),
  ].filter(({ from }) => from.length > 0)

/** Whether the event also begins a step, is told to somebody or is kept in view, whoever recorded it. */
const isMoreThanThat = (type: string, procedure: Procedure): boolean =>
  [
    ...procedure.steps.flatMap(({ begins }) => begins.flat()),
    ...procedure.notices.flatMap(({ on }) => on),
    ...procedure.watches.flatMap(({ of }) => (of.kind === 'length' ? of.since : of.any)),
    ...procedure.decisions.flatMap(({ on }) => on),
  ].some((match) => naming(type, match, procedure).some((from) => !isNarrow(from)))

const find = (type: string, procedure: Procedure): Counting => {
  const all = rulesOn(type, procedure)
  const narrow = all.filter(({ from }) => from.every(isNarrow))
  const rules = narrow.map(({ id, clause, title, from }) => ({
    id,
    clause,
    title,
    by: [...new Set(from.flatMap(({ by }) => by ?? []))],
  }))
  const roles = new Set(rules.flatMap(({ by }) => by))
  const isTheirs =
    roles.size > 0 &&
    !everyday.has(type) &&
    !narrow.some(({ from }) => from.some(({ isOneOfMany }) => isOneOfMany)) &&
    ![...roles].some((role) => isOutside(role, procedure)) &&
    all.every((rule) => narrow.includes(rule) || (rule.owner !== null && roles.has(rule.owner))) &&
    !isMoreThanThat(type, procedure)
  return { rules, isTheirs }
}

const known = new WeakMap<Procedure, Map<string, Counting>>()

/** What a procedure takes an event for that only some roles can record, in the order of its rules. */
export const countsFrom = (type: string, procedure: Procedure): Counting => {
  const own = known.get(procedure) ?? new Map<string, Counting>()
  known.set(procedure, own)
  const before = own.get(type)
  if (before !== undefined) return before
  const found = find(type, procedure)
  own.set(type, found)
  return found
}
