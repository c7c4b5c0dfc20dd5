import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { YamlSource } from '#procedure/reading/yaml-source.ts'

/** What a message calls one of a list: `event e4`, or `event number 4` where it has no id. */
export const nameOf = (kind: string, value: unknown, index: number): string => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined
  return typeof id === 'string' || typeof id === 'number' ? `${kind} ${id}` : `${kind} number ${index + 1}`
}

/** Where something stands in a file. */
export const placeOf = (source: YamlSource, path: readonly PropertyKey[]) => ({
  file: source.file,
  line: source.lineOf(path),
})

/** Puts a name before what a problem says. */
export const named =
  (name: string) =>
  (problem: Problem): Problem => ({ ...problem, what: `${name}: ${problem.what}` })

/** The problem of an id that is there already. */
export const twice = (source: YamlSource, base: readonly PropertyKey[], name: string): Problem =>
  problemAt('case-id-twice', placeOf(source, base), `${name}: this id is used twice.`)
