import type { Match } from '#procedure/match.ts'
import type { CompiledMatch } from './compiled-match.ts'
import { compileMatch } from './compiled-match.ts'
import type { Entry } from './entry.ts'
import type { History } from './history.ts'
import { entriesOf } from './history.ts'
import type { MatchLists } from './match-list.ts'

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

/** For rules that are asked only when somebody looks: sought through the whole history, of whatever version. */
export const sought: Find = (match) => {
  const { types, test } = compiledOnce(match)
  return ({ entries }) =>
    entries.filter((entry) => types.includes(entry.type) && (test === null || test(entry)))
}

/** The match that means any event of some types. */
export const ofTypes = (types: readonly string[]): Match => ({
  events: types,
  where: [],
  by: [],
  since: [],
  same: [],
})
