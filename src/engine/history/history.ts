import type { Instant } from '#calendar/instant.ts'
import type { Entry } from './entry.ts'
import { concerns } from './entry.ts'
import type { Dealing, MatchList } from '../compiled/match-list.ts'

/** What has happened in a case, in order, and for each match list of a procedure what it means. */
export type History = {
  readonly entries: readonly Entry[]
  /** By the number of the list, in order. */
  readonly dealt: readonly (readonly Entry[])[]
}

/** A history while it is being put together. */
export type GrowingHistory = {
  readonly entries: Entry[]
  readonly dealt: (readonly Entry[])[]
  readonly dealing: Dealing
}

export const emptyHistory = (dealing: Dealing): GrowingHistory => ({
  entries: [],
  dealt: dealing.nothing.slice(),
  dealing,
})

/** Adds what has happened next, and deals it to the lists that mean it. */
export const append = ({ entries, dealt, dealing }: GrowingHistory, entry: Entry): void => {
  entry.seq = entries.length
  entries.push(entry)
  const deals = dealing.byType.get(entry.type)
  if (deals === undefined) return
  for (const { number, test } of deals) {
    if (test !== null && !test(entry)) continue
    const own = dealt[number] as Entry[]
    if (own.length === 0) dealt[number] = [entry]
    else own.push(entry)
  }
}

/** All entries that a list of matches means, in order, each once. */
export const entriesOf = ({ dealt }: History, { number }: MatchList): readonly Entry[] =>
  dealt[number] as readonly Entry[]

/** The latest of some entries before a place in the order; undefined when there is none. */
export const lastBefore = (entries: readonly Entry[], before: number): Entry | undefined => {
  let last = entries.length - 1
  while (last >= 0 && (entries[last] as Entry).seq >= before) last -= 1
  return entries[last]
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

/** The last that an event says, of whatever it says from an entry on; only of this person, if one is given. */
export const lastOfEvent = ({ entries }: History, from: Entry, person: string | null): Entry => {
  let last = from
  for (let seq = from.seq + 1; entries[seq]?.event === from.event; seq += 1) {
    const entry = entries[seq] as Entry
    if (person === null || concerns(entry, person)) last = entry
  }
  return last
}

/** The first of some entries after a place in the order. */
export const firstAfter = (entries: readonly Entry[], seq: number): Entry | undefined => {
  for (const entry of entries) if (entry.seq > seq) return entry
  return undefined
}
