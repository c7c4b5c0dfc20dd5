import type { Procedure } from './procedure.ts'

/** How many clauses there are, how many carry a rule, and which kinds of rule they carry. */
export type ClauseCount = {
  readonly clauses: number
  readonly withRules: number
  /** Clauses that set nothing that can be computed, and say why. */
  readonly withNone: number
  readonly unclear: number
  /** Rules by their kind. */
  readonly kinds: Readonly<Record<string, number>>
}

/** Counts the clauses of a procedure by what they give. */
export const countClauses = ({ clauses }: Procedure): ClauseCount => {
  const kinds: Record<string, number> = {}
  for (const { kind } of clauses.flatMap((clause) => clause.rules)) kinds[kind] = (kinds[kind] ?? 0) + 1
  return {
    clauses: clauses.length,
    withRules: clauses.filter((clause) => clause.rules.length > 0).length,
    withNone: clauses.filter((clause) => clause.rules.length === 0 && clause.noRule.length > 0).length,
    unclear: clauses.filter((clause) => clause.unclear.length > 0).length,
    kinds,
  }
}
