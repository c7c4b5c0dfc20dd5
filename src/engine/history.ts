import type { CompiledMatch } from './compiled-match.ts'
import type { Entry } from './entry.ts'

/** What has happened in a case, in order, and by type. Grows while it is read; then it stays. */
export type History = {
  readonly entries: readonly Entry[]
  readonly byType: ReadonlyMap<string, readonly Entry[]>
}

export type GrowingHistory = { readonly entries: Entry[]; readonly byType: Map<string, Entry[]> }

export const emptyHistory = (): GrowingHistory => ({ entries: [], byType: new Map() })

export const append = (history: GrowingHistory, entry: Entry): void => {
  entry.seq = history.entries.length
  history.entries.push(entry)
  const bucket = history.byType.get(entry.type)
  if (bucket === undefined) history.byType.set(entry.type, [entry])
  else bucket.push(entry)
}

const nothing: readonly Entry[] = []

const entriesOfMatch = (history: History, match: CompiledMatch): readonly Entry[] => {
  const [only, second] = match.types
  if (only !== undefined && second === undefined) {
    const bucket = history.byType.get(only) ?? nothing
    return match.test === null || bucket.length === 0 ? bucket : bucket.filter(match.test)
  }
  const found: Entry[] = []
  for (const type of match.types)
    for (const entry of history.byType.get(type) ?? nothing)
      if (match.test === null || match.test(entry)) found.push(entry)
  return found.length > 1 ? found.sort((a, b) => a.seq - b.seq) : found
}

/** All entries that any of the matches means, in order, each once. */
export const entriesOf = (history: History, matches: readonly CompiledMatch[]): readonly Entry[] => {
  const [only, second] = matches
  if (only === undefined) return nothing
  if (second === undefined) return entriesOfMatch(history, only)
  const found = matches.flatMap((match) => entriesOfMatch(history, match))
  if (found.length < 2) return found
  found.sort((a, b) => a.seq - b.seq)
  return found.filter((entry, i) => entry !== found[i - 1])
}

/** The latest entry of some types before a place in the order; undefined when there is none. */
export const latestOf = (history: History, types: readonly string[], before: number): Entry | undefined => {
  let latest: Entry | undefined
  for (const type of types) {
    const bucket = history.byType.get(type)
    if (bucket === undefined) continue
    for (let i = bucket.length - 1; i >= 0; i -= 1) {
      const entry = bucket[i] as Entry
      if (entry.seq >= before) continue
      if (latest === undefined || entry.seq > latest.seq) latest = entry
      break
    }
  }
  return latest
}

/** The first of some entries after a place in the order. */
export const firstAfter = (entries: readonly Entry[], seq: number): Entry | undefined => {
  for (const entry of entries) if (entry.seq > seq) return entry
  return undefined
}
