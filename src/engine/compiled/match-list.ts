import type { Match } from '#procedure/rules/match.ts'
import { compileMatch } from './compiled-match.ts'
import type { Entry } from '../history/entry.ts'

type Test = (entry: Entry) => boolean

/** What a list of matches asks of the events of one type; no test where anything of the type will do. */
export type MatchPart = { readonly type: string; readonly test: Test | null }

/**
 * Some matches, any of which will do. A history keeps what a list means under the list's number: each event is
 * looked at once, when it comes, and dealt to all the lists that mean it. Lists that say the same are one and
 * the same within a procedure.
 */
export type MatchList = { readonly number: number; readonly parts: readonly MatchPart[] }

/** A list that may mean events of a type, by its number. */
export type Deal = { readonly number: number; readonly test: Test | null }

/** To which lists a history deals its entries. */
export type Dealing = {
  /** What each list has been dealt at the beginning, by its number. */
  readonly nothing: readonly (readonly Entry[])[]
  readonly byType: ReadonlyMap<string, readonly Deal[]>
}

/** A maker of the match lists of one procedure, each once. */
export type MatchLists = {
  readonly of: (matches: readonly Match[]) => MatchList
  /** How events are dealt to the lists made so far. */
  readonly dealing: () => Dealing
}

const either = (a: Test | null | undefined, b: Test | null): Test | null => {
  if (a === undefined) return b
  return a === null || b === null ? null : (entry) => a(entry) || b(entry)
}

const partsOf = (matches: readonly Match[]): readonly MatchPart[] => {
  const tests = new Map<string, Test | null>()
  for (const { types, test } of matches.map(compileMatch))
    for (const type of types) tests.set(type, either(tests.get(type), test))
  return [...tests].map(([type, test]) => ({ type, test }))
}

const dealingTo = (lists: readonly MatchList[]): Dealing => {
  const byType = new Map<string, Deal[]>()
  for (const { number, parts } of lists)
    for (const { type, test } of parts) byType.set(type, [...(byType.get(type) ?? []), { number, test }])
  return { nothing: lists.map(() => []), byType }
}

export const matchLists = (): MatchLists => {
  const made = new Map<string, MatchList>()
  return {
    of: (matches) => {
      const key = JSON.stringify(matches.map(({ events, where, by }) => [events, where, by]))
      const list = made.get(key) ?? { number: made.size, parts: partsOf(matches) }
      made.set(key, list)
      return list
    },
    dealing: () => dealingTo([...made.values()]),
  }
}
