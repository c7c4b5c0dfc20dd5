import type { Instant } from '#calendar/instant.ts'
import type { CompiledClock } from './compiled-procedure.ts'
import type { CompiledMatch } from './compiled-match.ts'
import type { Ending } from './endings.ts'
import type { Entry } from './entry.ts'
import { concerns, fieldOf } from './entry.ts'
import { entriesOf } from './history.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'

/** A start with its end, waiting to be paired with what meets it. */
export type OpenStart = {
  readonly start: StartPoint
  readonly ending: Ending | null
  /** Where it opens only some time after its start: from when on what happens can meet it. */
  readonly opens: Instant | null
}

const comes = (
  counting: 'after' | 'from' | 'ever',
  entry: Entry,
  { start, ending, opens }: OpenStart,
): boolean =>
  (counting === 'ever' || (counting === 'from' ? entry.seq >= start.seq : entry.seq > start.seq)) &&
  (counting !== 'after' || opens === null || entry.at >= opens) &&
  (ending === null || entry.seq <= ending.seq)

/** Whether an event names this start: by its id, or by a field in which the two must agree. */
const names = (entry: Entry, { start }: OpenStart, same: readonly string[]): boolean | null => {
  const of = entry.data['of']
  if (typeof of === 'string' && start.entry !== null) return of === start.entry.id
  for (const field of same) {
    const value = fieldOf(entry.data, [field])
    const own = start.entry === null ? undefined : fieldOf(start.entry.data, [field])
    if (value !== undefined && own !== undefined) return value === own
  }
  return null
}

/** One part paired with the starts: each event goes to the start that it names, else to the oldest still open. */
const pairPart = (
  open: readonly OpenStart[],
  candidates: readonly Entry[],
  compiled: CompiledClock,
): readonly (Entry | null)[] => {
  const { times, counting, same } = compiled.met ?? { times: 1, counting: 'after' as const, same: [] }
  const met: (Entry | null)[] = open.map(() => null)
  const counts = open.map(() => 0)
  const needsNames = same.length > 0 || candidates.some((entry) => entry.data['of'] !== undefined)
  const take = (entry: Entry, i: number): void => {
    counts[i] = (counts[i] ?? 0) + 1
    if (counts[i] === times) met[i] = entry
  }
  let from = 0
  for (const entry of candidates) {
    while (from < open.length && (counts[from] as number) >= times) from += 1
    let oldest = -1
    let named = -1
    for (let i = from; i < open.length && named < 0; i += 1) {
      const one = open[i] as OpenStart
      if (counts[i] === times || !comes(counting, entry, one)) continue
      const says = needsNames ? names(entry, one, same) : null
      if (says === true) named = i
      else if (says === null && oldest < 0) oldest = i
      if (!needsNames && oldest >= 0) break
    }
    const chosen = named >= 0 ? named : oldest
    if (chosen >= 0) take(entry, chosen)
  }
  return met
}

const candidatesOf = (matches: readonly CompiledMatch[], timeline: Timeline, person: string | null) => {
  const entries = entriesOf(timeline.history, matches)
  return person === null ? entries : entries.filter((entry) => concerns(entry, person))
}

/**
 * For each start, in order, the entry that met it, or null. Where several parts are asked for, the last of
 * them meets it. An event meets one start of a clock only.
 */
export const pairMets = (
  open: readonly OpenStart[],
  compiled: CompiledClock,
  timeline: Timeline,
  person: string | null,
): readonly (Entry | null)[] => {
  const parts = compiled.metParts.map((matches) =>
    pairPart(open, candidatesOf(matches, timeline, person), compiled),
  )
  const [only, second] = parts
  if (only === undefined) return open.map(() => null)
  if (second === undefined) return only
  return open.map((_, i) => {
    const mets = parts.map((part) => part[i] ?? null)
    return mets.includes(null) ? null : mets.reduce((a, b) => ((a as Entry).seq >= (b as Entry).seq ? a : b))
  })
}
