import type { Instant } from '#calendar/instant.ts'
import type { Data } from '#engine/case-event.ts'
import { corrected, correctionsIn, isCorrection } from '#engine/history/effective-events.ts'
import type { Corrections } from '#engine/history/effective-events.ts'
import type { StoredEvent } from '../case/case-record.ts'

/** What an entry says at some time: when it happened, and its data. */
export type EntrySays = { readonly at: Instant; readonly data: Data }

/** What a change does to its entry. Of a withdrawal of a withdrawal, what the first one undid is there again. */
export type EntryChangeKind =
  | 'correction'
  | 'taking-back'
  | 'putting-back'
  | 'taking-correction-back'
  | 'putting-correction-back'

/** A correction or withdrawal of an entry, with what the entry said before and after it. */
export type EntryChange = {
  readonly event: StoredEvent
  readonly kind: EntryChangeKind
  /** Whether it still holds: it can be taken back itself. */
  readonly holds: boolean
  readonly before: EntrySays
  readonly after: EntrySays
}

const undoing = {
  correction: 'taking-correction-back',
  'taking-back': 'putting-back',
  'putting-back': 'taking-back',
  'taking-correction-back': 'putting-correction-back',
  'putting-correction-back': 'taking-correction-back',
} as const satisfies Readonly<Record<EntryChangeKind, EntryChangeKind>>

const rootOf = (event: StoredEvent, byId: ReadonlyMap<string, StoredEvent>): string | null => {
  const seen = new Set<string>()
  let of = event.data['of']
  for (;;) {
    if (typeof of !== 'string' || seen.has(of)) return null
    seen.add(of)
    const next = byId.get(of)
    if (next === undefined || !isCorrection(next)) return of
    of = next.data['of']
  }
}

const changesOf = (
  first: StoredEvent,
  all: readonly StoredEvent[],
  { withdrawn, corrections }: Corrections,
): readonly EntryChange[] => {
  const standing = new Set((corrections.get(first.id) ?? []).map(({ id }) => id))
  const kinds = new Map<string, EntryChangeKind>()
  let now: StoredEvent = first
  return all.map((event) => {
    const { of } = event.data
    const undone = typeof of === 'string' ? kinds.get(of) : undefined
    const kind = event.type === 'event.corrected' ? 'correction' : undone ? undoing[undone] : 'taking-back'
    kinds.set(event.id, kind)
    const holds = event.type === 'event.corrected' ? standing.has(event.id) : !withdrawn.has(event.id)
    const before = now
    if (holds && event.type === 'event.corrected') now = corrected(now, event)
    return { event, kind, holds, before, after: now }
  })
}

/** The corrections and withdrawals of each event that was recorded, in the order in which they were written down. */
export const changesIn = (
  events: readonly StoredEvent[],
  asOf: Instant,
): ReadonlyMap<string, readonly EntryChange[]> => {
  const changes = events.filter((event) => isCorrection(event) && event.at <= asOf)
  if (changes.length === 0) return new Map()
  const standing = correctionsIn(changes)
  const byId = new Map(events.map((event) => [event.id, event]))
  const byRoot = Map.groupBy(changes, (event) => rootOf(event, byId))
  const found = new Map<string, readonly EntryChange[]>()
  for (const [root, all] of byRoot) {
    const first = root === null ? undefined : byId.get(root)
    if (first !== undefined) found.set(first.id, changesOf(first, all, standing))
  }
  return found
}
