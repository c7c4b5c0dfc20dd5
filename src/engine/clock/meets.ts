import type { Instant } from '#calendar/instant.ts'
import type { Met } from '#procedure/rules/clock.ts'
import type { CompiledClock, Pairing } from '../compiled/compiled-clock.ts'
import type { Ending, StartPoint } from '../obligation.ts'
import type { Entry } from '../history/entry.ts'
import { concerns, fieldOf } from '../history/entry.ts'
import type { History } from '../history/history.ts'
import { entriesOf } from '../history/history.ts'
import type { MatchList } from '../compiled/match-list.ts'
import type { Timeline } from '../history/timeline.ts'

/** A start with its end, waiting to be paired with what meets it. */
export type OpenStart = {
  readonly start: StartPoint
  readonly ending: Ending | null
  /** Where it opens only some time after its start: from when on what happens can meet it. */
  readonly opens: Instant | null
  /** The place of the closing before it, after which its episode began; -1 when it is in the first. */
  readonly episode: number
}

const comes = (
  counting: Met['counting'],
  entry: Entry,
  { start, ending, opens, episode }: OpenStart,
): boolean => {
  if (ending !== null && entry.seq > ending.seq) return false
  if (counting === 'after') return entry.seq > start.seq && (opens === null || entry.at >= opens)
  return counting === 'from' ? entry.seq >= start.seq : entry.seq > episode
}

/** Whether an event names this start: by its id, or by agreeing in all fields that both have; null when it names none. */
const names = (entry: Entry, { start }: OpenStart, same: Pairing['same']): boolean | null => {
  if (start.entry === null) return null
  if (entry.of !== null) return entry.of === start.entry.id
  let agrees: boolean | null = null
  for (const field of same) {
    const value = fieldOf(entry.data, field)
    const own = fieldOf(start.entry.data, field)
    if (value === undefined || own === undefined) continue
    if (value !== own) return false
    agrees = true
  }
  return agrees
}

const concernsPerson = (entry: Entry, person: string | null): boolean =>
  person === null || concerns(entry, person)

/** The start that an event meets: the one that it names, else the oldest that is still open; -1 for none. */
const startMetBy = (
  entry: Entry,
  open: readonly OpenStart[],
  counts: readonly number[],
  { times, counting, same }: Pairing,
  from: number,
): number => {
  const mayName = same.length > 0 || entry.of !== null
  let oldest = -1
  for (let i = from; i < open.length; i += 1) {
    const one = open[i] as OpenStart
    if (counting === 'after' && one.start.seq >= entry.seq) break
    if (counts[i] === times || !comes(counting, entry, one)) continue
    const says = mayName ? names(entry, one, same) : null
    if (says === true) return i
    if (says === null && oldest < 0) oldest = i
    if (!mayName && oldest >= 0) break
  }
  return oldest
}

/** What meets the only start of a clock: the first event that comes and is not another's. */
const firstThatMeets = (
  only: OpenStart,
  candidates: readonly Entry[],
  { counting, same }: Pairing,
  person: string | null,
): Entry | null => {
  for (const entry of candidates) {
    if (!comes(counting, entry, only) || !concernsPerson(entry, person)) continue
    if ((entry.of === null && same.length === 0) || names(entry, only, same) !== false) return entry
  }
  return null
}

/** One part paired with the starts: each event goes to one start; a start is met when it has had enough. */
const pairPart = (
  open: readonly OpenStart[],
  candidates: readonly Entry[],
  pairing: Pairing,
  person: string | null,
): readonly (Entry | null)[] => {
  const [only, second] = open
  if (only !== undefined && second === undefined && pairing.times === 1)
    return [firstThatMeets(only, candidates, pairing, person)]
  const met: (Entry | null)[] = open.map(() => null)
  const counts = open.map(() => 0)
  let from = 0
  for (const entry of candidates) {
    while (from < open.length && (counts[from] as number) >= pairing.times) from += 1
    if (from === open.length) break
    if (!concernsPerson(entry, person)) continue
    const chosen = startMetBy(entry, open, counts, pairing, from)
    if (chosen < 0) continue
    counts[chosen] = (counts[chosen] as number) + 1
    if (counts[chosen] === pairing.times) met[chosen] = entry
  }
  return met
}

const later = (a: Entry | null, b: Entry | null): Entry | null => {
  if (a === null || b === null) return null
  return a.seq >= b.seq ? a : b
}

/** Where several parts are asked for, the last of them meets a start. */
const pairParts = (
  open: readonly OpenStart[],
  parts: readonly MatchList[],
  history: History,
  pairing: Pairing,
  person: string | null,
): readonly (Entry | null)[] =>
  parts
    .map((list) => pairPart(open, entriesOf(history, list), pairing, person))
    .reduce((all, part) => all.map((entry, i) => later(entry, part[i] ?? null)))

/** For each start, in order, the entry that met it, or null. An event meets one start of a clock only. */
export const pairMets = (
  open: readonly OpenStart[],
  { pairing, metParts }: CompiledClock,
  { history }: Timeline,
  person: string | null,
): readonly (Entry | null)[] => {
  if (pairing === null) return open.map(() => null)
  const [only, second] = metParts
  return only !== undefined && second === undefined
    ? pairPart(open, entriesOf(history, only), pairing, person)
    : pairParts(open, metParts, history, pairing, person)
}
