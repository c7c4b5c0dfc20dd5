import { formatDay } from '#calendar/day.ts'
import { listed } from '#procedure/in-words.ts'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { Clause, Procedure } from '#procedure/procedure.ts'
import { WrongCall } from '../wrong-call.ts'

/** That a procedure has no such rule, with the one that is likeliest meant, or those that there are. */
export const noSuchRule = (rule: string, { id, version, clauses, clocks }: Procedure): WrongCall => {
  const rules = clauses.flatMap((clause) => clause.rules)
  const known = [...new Set(rules.map((one) => one.id))]
  const part = known.find((one) => one.startsWith(`${rule}-`)) ?? known.find((one) => rule.includes(one))
  const near =
    didYouMean(rule, [...known, ...clauses.map((clause) => clause.id)]) ||
    (part === undefined ? '' : ` Did you mean "${part}"?`)
  const instead = near === '' ? ` Those with a date are ${listed(clocks.map((clock) => clock.id))}.` : near
  return new WrongCall(`There is no rule "${rule}" in ${id} of ${formatDay(version)}.${instead}`)
}

const ruleOfClause = ({ id, rules, noRule }: Clause): string => {
  const dated = rules.filter(({ kind }) => kind === 'clock').map((rule) => rule.id)
  if (dated.length > 1)
    throw new WrongCall(`${id} sets several dates. Name the rule of one: ${listed(dated, 'or')}.`)
  const [only = rules[0]?.id] = dated
  if (only === undefined) throw new WrongCall(`${id} gives no rule. ${noRule.join(' ')}`.trimEnd())
  return only
}

/**
 * The id of the rule that a call means: it names the rule, or the clause that sets it, as the page of a case shows it.
 *
 * @throws WrongCall when the clause sets several dates, or nothing
 */
export const ruleMeant = (named: string, { clauses }: Procedure): string => {
  const clause = clauses.find(({ id }) => id.toLowerCase() === named.toLowerCase())
  return clause === undefined ? named : ruleOfClause(clause)
}
