import type { z } from 'zod'
import { didYouMean } from './nearest.ts'
import type { Problem } from './problem.ts'
import { problemAt } from './problem.ts'
import type { ProblemCode } from './problem-codes.ts'
import type { Path, YamlSource } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

const inWords = (path: Path): string => path.map(String).join('.')

/** How far an alternative of a union got before it failed: the farthest is the one that was meant. */
const depth = (issues: readonly Issue[]): number =>
  Math.max(
    ...issues.map((issue) =>
      issue.code === 'unrecognized_keys' ? 0.5 : issue.path.length + (issue.code === 'invalid_type' ? 0 : 0.25),
    ),
  )

const flatten = (issue: Issue, base: Path): readonly { issue: Issue; path: Path }[] => {
  const path = [...base, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const best = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
  return depth(best) === 0 ? [{ issue, path }] : best.flatMap((inner) => flatten(inner, path))
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )

const described = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'object' ? 'something else' : `"${String(value)}"`

const expectation = (issue: Issue): string => {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type') {
    const kinds: Readonly<Record<string, string>> = {
      string: 'words',
      array: 'a list',
      object: 'keys with values',
      record: 'keys with values',
      boolean: 'true or false',
      int: 'a whole number',
      number: 'a number',
    }
    return kinds[issue.expected] ?? issue.expected
  }
  return issue.message
}

/** What a schema found wrong with a piece of YAML, each in plain words at its own line. */
export const schemaProblems = (
  source: YamlSource,
  error: z.ZodError,
  options: { readonly base?: Path; readonly known?: readonly string[]; readonly codes?: SchemaCodes } = {},
): readonly Problem[] => {
  const { missing, unknown, bad } = options.codes ?? packCodes
  const base = options.base ?? []
  const place = (path: Path) => ({ file: source.file, line: source.lineOf(path) })
  return error.issues
    .flatMap((issue) => flatten(issue, base))
    .flatMap(({ issue, path }) => {
      const value = valueAt(source.value, path)
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) =>
          problemAt(
            unknown,
            place([...path, key]),
            `"${key}" is not known here.${didYouMean(key, options.known ?? [])}`,
          ),
        )
      const name = inWords(path.slice(base.length))
      if (value === undefined && issue.code !== 'custom') {
        const owner = path.at(-1) === 'owner'
        return [
          problemAt(
            owner ? 'no-owner' : missing,
            place(path),
            owner ? 'Nobody has to do this: it has no owner.' : `"${name}" is missing: it needs ${expectation(issue)}.`,
          ),
        ]
      }
      const needs = issue.code === 'custom' ? issue.message : `should be ${expectation(issue)}, not ${described(value)}`
      return [problemAt(bad, place(path), `"${name || 'this'}" ${needs}.`)]
    })
}

type SchemaCodes = { readonly missing: ProblemCode; readonly unknown: ProblemCode; readonly bad: ProblemCode }

const packCodes: SchemaCodes = { missing: 'missing-key', unknown: 'unknown-key', bad: 'bad-value' }

/** The same three for a case file. */
export const caseCodes: SchemaCodes = {
  missing: 'case-bad-value',
  unknown: 'case-unknown-field',
  bad: 'case-bad-value',
}
