import type { Fault } from './schema-issue.ts'
import type { Path } from './yaml-source.ts'

/** What stands at a path; undefined when nothing does. */
export const valueAt = (value: unknown, path: Path): unknown =>
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
export const inWords = (root: unknown, base: Path, path: Path): string =>
  path
    .map((key, index) => {
      if (typeof key !== 'number') return String(key)
      const id = valueAt(root, [...base, ...path.slice(0, index + 1), 'id'])
      return typeof id === 'string' ? id : ordinal(key + 1)
    })
    .join(' > ')

/** What is there instead of what should be. */
export const described = (value: unknown): string => {
  if (value === undefined || value === null) return 'empty'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object') return `keys (${Object.keys(value).join(', ')})`
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

const kinds: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list',
  object: 'lines of the form "key: value"',
  record: 'lines of the form "key: value"',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
}

/** What a schema asks for, to be read after "should be". */
export const expectation = ({ issue }: Fault): string => {
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
    case 'invalid_union':
      return issue.message === 'Invalid input'
        ? 'words, a number, true or false, or a list or keys of these'
        : issue.message
    default:
      return issue.message
  }
}
