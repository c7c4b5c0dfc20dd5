import type { Match } from '#procedure/rules/match.ts'
import type { CompiledMatch } from '../compiled/compiled-match.ts'
import { compileMatch } from '../compiled/compiled-match.ts'
import type { Entry } from './entry.ts'
import type { History } from './history.ts'
import { entriesOf } from './history.ts'
import type { MatchLists } from '../compiled/match-list.ts'

/** How what a match means is found in a history: made ready once, asked often. */
export type Find = (match: Match) => (history: History) => readonly Entry[]

/** For rules that every derivation runs: the history has dealt their entries to them already. */
export const dealtTo =
  (lists: MatchLists): Find =>
  (match) => {
    const list = lists.of([match])
    return (history) => entriesOf(history, list)
  }

const compiled = new WeakMap<Match, CompiledMatch>()

const compiledOnce = (match: Match): CompiledMatch => {
  const known = compiled.get(match) ?? compileMatch(match)
  compiled.set(match, known)
  return known
}

type ByType = ReadonlyMap<string, readonly Entry[]>

const sortedOut = new WeakMap<History, { readonly entries: number; readonly byType: ByType }>()

/** The entries of a history by their type, sorted out when somebody first asks, and anew when it has grown. */
const byTypeIn = (history: History): ByType => {
  const known = sortedOut.get(history)
  if (known?.entries === history.entries.length) return known.byType
  const byType = Map.groupBy(history.entries, ({ type }) => type)
  sortedOut.set(history, { entries: history.entries.length, byType })
  return byType
}

const none: readonly Entry[] = []

const ofAnyType = (types: readonly string[], byType: ByType): readonly Entry[] => {
  const [only, second] = types
  if (only !== undefined && second === undefined) return byType.get(only) ?? none
  return types.flatMap((type) => byType.get(type) ?? none).toSorted((a, b) => a.seq - b.seq)
}

/** For rules that are asked only when somebody looks: sought through the whole history, of whatever version. */
export const sought: Find = (match) => {
  const { types, test } = compiledOnce(match)
  return (history) => {
    const found = ofAnyType(types, byTypeIn(history))
    return test === null ? found : found.filter(test)
  }
}

/** The match that means any event of some types. */
export const ofTypes = (types: readonly string[]): Match => ({
  events: types,
  where: [],
  by: [],
  since: [],
  same: [],
})
