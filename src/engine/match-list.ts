import type { Match } from '#procedure/match.ts'
import { compileMatch } from './compiled-match.ts'
import type { Entry } from './entry.ts'

type Test = (entry: Entry) => boolean

/**
 * Some matches, any of which will do, made ready to look up: for each type of event one test, or none where
 * anything of the type will do. Lists that say the same are one and the same within a procedure, so that what
 * is found for one rule need not be looked for again for another.
 */
export type MatchList = readonly { readonly type: string; readonly test: Test | null }[]

/** Makes match lists, each once. */
export type MatchLists = (matches: readonly Match[]) => MatchList

const either = (a: Test | null | undefined, b: Test | null): Test | null => {
  if (a === undefined) return b
  return a === null || b === null ? null : (entry) => a(entry) || b(entry)
}

const makeList = (matches: readonly Match[]): MatchList => {
  const tests = new Map<string, Test | null>()
  for (const { types, test } of matches.map(compileMatch))
    for (const type of types) tests.set(type, either(tests.get(type), test))
  return [...tests].map(([type, test]) => ({ type, test }))
}

/** A maker of match lists for one procedure. */
export const matchLists = (): MatchLists => {
  const made = new Map<string, MatchList>()
  return (matches) => {
    const key = JSON.stringify(matches)
    const list = made.get(key) ?? makeList(matches)
    made.set(key, list)
    return list
  }
}
