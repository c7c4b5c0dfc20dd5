import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'

/** Those whose key has been seen before, each with the first of that key. */
const repeats = <T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, T])[] => {
  const first = new Map<string, T>()
  return all.flatMap((one) => {
    const before = first.get(keyOf(one))
    if (before !== undefined) return [[one, before] as const]
    first.set(keyOf(one), one)
    return []
  })
}

/** Clauses with two headings, and rules of one kind with the same id. A form may carry out several clauses. */
export const saidTwice = ({ procedure, placed, document }: Version): readonly Problem[] => [
  ...repeats(procedure.clauses, (clause) => clause.id).map(([again, first]) =>
    problemAt(
      'clause-twice',
      { file: document.path, line: again.line },
      `${again.id} already has a heading on line ${first.line}.`,
    ),
  ),
  ...repeats(
    placed.filter(({ rule }) => rule.kind !== 'form'),
    ({ rule }) => `${rule.kind} ${rule.id}`,
  ).map(([again, first]) =>
    problemAt(
      'rule-twice',
      { file: document.path, line: again.line },
      `${again.rule.clause}: there is already a ${again.rule.kind} "${again.rule.id}", under ${first.rule.clause} on line ${first.line}.`,
    ),
  ),
]
