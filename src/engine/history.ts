import type { Instant } from '#calendar/instant.ts'
import type { Entry } from './entry.ts'
import type { MatchList } from './match-list.ts'

/** What has happened in a case, in order, and by type. */
export type History = {
  readonly entries: readonly Entry[]
  readonly byType: ReadonlyMap<string, readonly Entry[]>
  /** What has been found once the history was complete; see entriesOf. */
  readonly found: Map<MatchList, readonly Entry[]>
}

/** A history while it is being put together. */
export type GrowingHistory = Omit<History, 'byType' | 'entries'> & {
  readonly entries: Entry[]
  readonly byType: Map<string, Entry[]>
}

export const emptyHistory = (): GrowingHistory => ({ entries: [], byType: new Map(), found: new Map() })

export const append = (history: GrowingHistory, entry: Entry): void => {
  entry.seq = history.entries.length
  history.entries.push(entry)
  const bucket = history.byType.get(entry.type)
  if (bucket === undefined) history.byType.set(entry.type, [entry])
  else bucket.push(entry)
}

const nothing: readonly Entry[] = []

const matching = (bucket: readonly Entry[], test: MatchList[number]['test']): readonly Entry[] =>
  test === null || bucket.length === 0 ? bucket : bucket.filter(test)

/** Two rows of entries, each in order, as one. */
const merged = (a: readonly Entry[], b: readonly Entry[]): readonly Entry[] => {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const all: Entry[] = []
  let [i, k] = [0, 0]
  while (i < a.length && k < b.length)
    all.push((a[i] as Entry).seq < (b[k] as Entry).seq ? (a[i++] as Entry) : (b[k++] as Entry))
  while (i < a.length) all.push(a[i++] as Entry)
  while (k < b.length) all.push(b[k++] as Entry)
  return all
}

const search = ({ byType }: History, list: MatchList): readonly Entry[] => {
  let found = nothing
  for (const { type, test } of list) {
    const bucket = byType.get(type)
    if (bucket !== undefined) found = merged(found, matching(bucket, test))
  }
  return found
}

/** All entries that a list of matches means, in order, each once. The history must be complete. */
export const entriesOf = (history: History, list: MatchList): readonly Entry[] => {
  const [only, second] = list
  if (only === undefined) return nothing
  if (second === undefined && only.test === null) return history.byType.get(only.type) ?? nothing
  const known = history.found.get(list)
  if (known !== undefined) return known
  const found = search(history, list)
  history.found.set(list, found)
  return found
}

/** The latest entry of some types before a place in the order; undefined when there is none. */
export const latestOf = (history: History, types: readonly string[], before: number): Entry | undefined => {
  let latest: Entry | undefined
  for (const type of types) {
    const bucket = history.byType.get(type)
    if (bucket === undefined) continue
    let last = bucket.length - 1
    while (last >= 0 && (bucket[last] as Entry).seq >= before) last -= 1
    const entry = bucket[last]
    if (entry !== undefined && (latest === undefined || entry.seq > latest.seq)) latest = entry
  }
  return latest
}

/** The place in the order at which a moment lies: between the entries before it and those at or after it. */
export const placeAt = ({ entries }: History, at: Instant): number => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Entry).at < at) low = middle + 1
    else high = middle
  }
  return low - 0.5
}

/** The first of some entries after a place in the order. */
export const firstAfter = (entries: readonly Entry[], seq: number): Entry | undefined => {
  for (const entry of entries) if (entry.seq > seq) return entry
  return undefined
}
