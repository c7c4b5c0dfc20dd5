import type { z } from 'zod'
import { listed } from '../in-words.ts'
import { didYouMean, nearest } from './nearest.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import type { ProblemCode } from '../problem-codes.ts'
import type { Fault } from './schema-issue.ts'
import { faultsOf } from './schema-issue.ts'
import { describedAt, keysAt, kindsWith } from './schema-keys.ts'
import { described, expectation, inWords, valueAt } from './schema-words.ts'
import type { Path, YamlSource } from './yaml-source.ts'

type SchemaCodes = { readonly missing: ProblemCode; readonly unknown: ProblemCode; readonly bad: ProblemCode }

const packCodes: SchemaCodes = { missing: 'missing-key', unknown: 'unknown-key', bad: 'bad-value' }

/** The same three for a case file. */
export const caseCodes: SchemaCodes = {
  missing: 'case-missing-key',
  unknown: 'case-unknown-field',
  bad: 'case-bad-value',
}

type Options = {
  readonly schema: z.ZodType
  /** The path at which the schema's part of the YAML begins. */
  readonly base?: Path
  readonly codes?: SchemaCodes
}

/** What a schema found wrong with a piece of YAML, each in plain words at its own line. */
export const schemaProblems = (
  source: YamlSource,
  error: z.ZodError,
  options: Options,
): readonly Problem[] => {
  const { missing, unknown, bad } = options.codes ?? packCodes
  const base = options.base ?? []
  const isAbsent = (path: Path): boolean => valueAt(source.value, path) === undefined
  const place = (path: Path) => ({ file: source.file, line: source.lineOf(path) })
  const inSchema = (path: Path): Path => path.slice(base.length)
  const named = (path: Path): string => inWords(source.value, base, inSchema(path))
  const faults = error.issues.flatMap((issue) => faultsOf(issue, base, isAbsent))

  /** A key that is missing because it is misspelt is said once. */
  const meant = new Set(
    faults.flatMap(({ issue, path }) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) =>
            named([...path, nearest(key, keysAt(options.schema, inSchema(path))) ?? '']),
          )
        : [],
    ),
  )

  /** Where a key is misspelt, that a key is missing beside it need not be said. */
  const misspeltIn = new Set(
    faults.flatMap(({ issue, path }) =>
      issue.code === 'unrecognized_keys' &&
      issue.keys.some((key) => nearest(key, keysAt(options.schema, inSchema(path))) !== undefined)
        ? [named(path)]
        : [],
    ),
  )

  /** A key of other kinds of thing than the one that stands here. */
  const elsewhere = (key: string, path: Path): string => {
    const kinds = kindsWith(options.schema, inSchema(path), key)
    return kinds.length === 0
      ? ' It does not go with what else is said.'
      : ` It goes only with ${listed(
          kinds.map((kind) => `"kind: ${kind}"`),
          'or',
        )}.`
  }

  const hint = (key: string, path: Path): string => {
    const keys = keysAt(options.schema, inSchema(path))
    if (keys.includes(key)) return elsewhere(key, path)
    const near = didYouMean(key, keys)
    return near === '' && keys.length > 0 && keys.length <= 8 ? ` It may say ${keys.join(', ')}.` : near
  }

  const unknownKey = (key: string, path: Path): Problem => {
    const isCutOff = valueAt(source.value, [...path, key]) === null && key.includes(' ')
    const known = isCutOff ? ' Put words that hold a comma between "quote marks".' : hint(key, path)
    const around = path.length > base.length ? ` under "${named(path)}"` : ''
    return problemAt(unknown, place([...path, key]), `"${key}" is not known${around || ' here'}.${known}`)
  }

  const problemOf = (fault: Fault): readonly Problem[] => {
    const { issue, path } = fault
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path))
    const name = named(path)
    const isCustom = issue.code === 'custom'
    if (isAbsent(path) && isCustom && misspeltIn.has(named(path.slice(0, -1)))) return []
    if (isAbsent(path) && !isCustom) {
      if (meant.has(named(path))) return []
      if (path.at(-1) === 'owner')
        return [problemAt('no-owner', place(path), 'It has no owner: nobody has to do it.')]
      const about = describedAt(options.schema, inSchema(path))
      return [problemAt(missing, place(path), `"${name}" is missing${about ? `: ${about}` : ''}.`)]
    }
    if (issue.code === 'invalid_key') {
      const key = String(path.at(-1))
      return [
        problemAt(
          bad,
          place(path),
          `"${key}" under "${named(path.slice(0, -1))}" should be ${expectation(fault)}.`,
        ),
      ]
    }
    const says = isCustom
      ? issue.message
      : `should be ${expectation(fault)}, not ${described(valueAt(source.value, path))}`
    const about = describedAt(options.schema, inSchema(path))
    const asked =
      about === undefined || isCustom ? undefined : `Write a value of the kind asked for: ${about}.`
    return [problemAt(bad, place(path), name === '' ? `This ${says}.` : `"${name}" ${says}.`, asked)]
  }
  return faults.flatMap(problemOf)
}
