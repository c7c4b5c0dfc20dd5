import type { z } from 'zod'
import type { Path } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/** One thing that a schema finds wrong, with its path from the root of the YAML. */
export type Fault = { readonly issue: Issue; readonly path: Path }

const unknownKeys = (faults: readonly Fault[], at: number): number =>
  faults.reduce(
    (sum, { issue, path }) =>
      sum + (issue.code === 'unrecognized_keys' && path.length === at ? issue.keys.length : 0),
    0,
  )

/** The value is of another kind altogether than the alternative asks for. */
const wrongKind = (faults: readonly Fault[], at: number): boolean =>
  faults.some(
    ({ issue, path }) =>
      path.length === at &&
      (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value'),
  )

const rank = (faults: readonly Fault[], at: number, isAbsent: (path: Path) => boolean): readonly number[] => [
  wrongKind(faults, at) ? 1 : 0,
  unknownKeys(faults, at),
  faults.filter(({ path }) => path.length === at + 1 && isAbsent(path)).length,
  faults.length,
]

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/**
 * What is wrong, seen from the alternative that was likeliest meant: the one with the fewest keys that it does
 * not know. When none is likelier than another, only the keys that none of them knows are wrong.
 */
export const faultsOf = (issue: Issue, base: Path, isAbsent: (path: Path) => boolean): readonly Fault[] => {
  const path = [...base, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const at = path.length
  const alternatives = issue.errors
    .map((errors) => errors.flatMap((inner) => faultsOf(inner, path, isAbsent)))
    .map((faults) => ({ faults, rank: rank(faults, at, isAbsent) }))
    .toSorted((a, b) => compare(a.rank, b.rank))
  const [best, next] = alternatives
  if (best === undefined || best.rank[0] === 1) return [{ issue, path }]
  const [, unknown = 0, absent = 0] = best.rank
  const undecided = next !== undefined && compare(best.rank.slice(0, 3), next.rank.slice(0, 3)) === 0
  return unknown > 0 && absent > 0 && undecided
    ? best.faults.filter((fault) => fault.issue.code === 'unrecognized_keys')
    : best.faults
}
