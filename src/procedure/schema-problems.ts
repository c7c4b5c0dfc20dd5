import type { z } from 'zod'
import { didYouMean, nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import { problemAt } from './problem.ts'
import type { ProblemCode } from './problem-codes.ts'
import type { Fault } from './schema-issue.ts'
import { faultsOf } from './schema-issue.ts'
import { describedAt, keysAt } from './schema-keys.ts'
import type { Path, YamlSource } from './yaml-source.ts'

type SchemaCodes = { readonly missing: ProblemCode; readonly unknown: ProblemCode; readonly bad: ProblemCode }

const packCodes: SchemaCodes = { missing: 'missing-key', unknown: 'unknown-key', bad: 'bad-value' }

/** The same three for a case file. */
export const caseCodes: SchemaCodes = {
  missing: 'case-bad-value',
  unknown: 'case-unknown-field',
  bad: 'case-bad-value',
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

/** `needs > 1st > recorded`, or `fields > strengths > kind` where what stands there has an id. */
const inWords = (root: unknown, base: Path, path: Path): string =>
  path
    .map((key, index) => {
      if (typeof key !== 'number') return String(key)
      const id = valueAt(root, [...base, ...path.slice(0, index + 1), 'id'])
      return typeof id === 'string' ? id : ordinal(key + 1)
    })
    .join(' > ')

const described = (value: unknown): string => {
  if (value === undefined || value === null) return 'empty'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return `keys (${Object.keys(value).join(', ')})`
  return JSON.stringify(value)
}

const kinds: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
}

const expectation = ({ issue }: Fault): string => {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? `"${String(issue.values[0])}"`
        : `one of ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected
    case 'too_small':
      if (issue.origin === 'array') return `a list of ${String(issue.minimum)} or more`
      return issue.origin === 'string' ? issue.message : `at least ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'array'
        ? `a list of ${String(issue.maximum)}`
        : `at most ${String(issue.maximum)}`
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message
    default:
      return issue.message
  }
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

  const unknownKey = (key: string, path: Path): Problem => {
    const keys = keysAt(options.schema, inSchema(path))
    const isCutOff = valueAt(source.value, [...path, key]) === null && key.includes(' ')
    const near = isCutOff ? ' Put words that hold a comma between "quote marks".' : didYouMean(key, keys)
    const around = path.length > base.length ? ` under "${named(path)}"` : ''
    const known =
      near === '' && keys.length > 0 && keys.length <= 8 ? ` It may say ${keys.join(', ')}.` : near
    return problemAt(unknown, place([...path, key]), `"${key}" is not known${around || ' here'}.${known}`)
  }

  const problemOf = (fault: Fault): readonly Problem[] => {
    const { issue, path } = fault
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path))
    const name = named(path)
    const isCustom = issue.code === 'custom'
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
    return [problemAt(bad, place(path), name === '' ? `This ${says}.` : `"${name}" ${says}.`)]
  }
  return faults.flatMap(problemOf)
}
