import type { Day } from '#calendar/day.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { Entry } from '../history/entry.ts'
import { concerns, fieldOf } from '../history/entry.ts'
import type { History } from '../history/history.ts'
import { entriesOf } from '../history/history.ts'
import type { MatchList } from '../compiled/match-list.ts'
import type { StartPoint } from '../obligation.ts'
import type { Timeline } from '../history/timeline.ts'

type EventStart = Extract<Clock['start'], { readonly kind: 'events' }>

const pointAt = (entry: Entry): StartPoint => ({
  entry,
  at: entry.at,
  day: entry.day,
  seq: entry.seq,
  follows: null,
  joined: null,
  overtaken: null,
})

const pointsAt = (entry: Entry | undefined): readonly StartPoint[] =>
  entry === undefined ? [] : [pointAt(entry)]

/** The places at which counting begins again: reopenings, and the events named by `since`. */
const boundaries = ({ history, reopenings }: Timeline, since: MatchList | null): readonly number[] => {
  if (since === null) return reopenings
  const more = entriesOf(history, since).map((entry) => entry.seq)
  return [...reopenings, ...more].toSorted((a, b) => a - b)
}

const segments = (entries: readonly Entry[], bounds: readonly number[]): readonly (readonly Entry[])[] => {
  if (bounds.length === 0 || entries.length === 0) return [entries]
  const parts: Entry[][] = Array.from({ length: bounds.length + 1 }, () => [])
  let at = 0
  for (const entry of entries) {
    while (at < bounds.length && (bounds[at] as number) <= entry.seq) at += 1
    parts[at]?.push(entry)
  }
  return parts
}

/** The entries that complete so many occurrences on so many different days; each completion begins a new count. */
const completions = (entries: readonly Entry[], times: number, onDays: number): readonly Entry[] => {
  const found: Entry[] = []
  let count = 0
  let days = new Set<Day>()
  for (const entry of entries) {
    count += 1
    days.add(entry.day)
    if (count < times || days.size < onDays) continue
    found.push(entry)
    count = 0
    days = new Set()
  }
  return found
}

const latest = (entries: readonly Entry[]): Entry => entries.reduce((a, b) => (a.seq > b.seq ? a : b))

const laterOf = (
  history: History,
  compiled: CompiledClock,
  bounds: readonly number[],
  person: string | null,
): readonly StartPoint[] => {
  const found = compiled.startParts.map((part) => {
    const all = entriesOf(history, part)
    return person === null ? all : concerning(all, person)
  })
  if (found.some((entries) => entries.length === 0)) return []
  const parts = found.map((entries) => segments(entries, bounds))
  return Array.from({ length: bounds.length + 1 }, (_, i) => parts.flatMap((part) => part[i]?.[0] ?? []))
    .filter((firsts) => firsts.length === parts.length)
    .map((firsts) => pointAt(latest(firsts)))
}

const concerning = (entries: readonly Entry[], person: string): readonly Entry[] =>
  entries.filter((entry) => concerns(entry, person))

const startsIn = (
  entries: readonly Entry[],
  { which, nth, times, onDays }: EventStart,
): readonly StartPoint[] => {
  const complete = times > 1 || onDays > 1 ? completions(entries, times, onDays) : entries
  if (which === 'first') return pointsAt(complete[nth - 1])
  return (nth === 1 ? complete : complete.slice(nth - 1)).map(pointAt)
}

/**
 * Every start of a clock that rests on events, in order. For a person, of the events that concern them, where
 * events are counted; where each is a start of its own, of all: groupOf finds out whose they are.
 */
export const eventStarts = (
  compiled: CompiledClock,
  timeline: Timeline,
  person: string | null,
): readonly StartPoint[] => {
  const { start } = compiled.clock
  if (start.kind === 'later-of')
    return laterOf(timeline.history, compiled, boundaries(timeline, compiled.startSince), person)
  if (start.kind !== 'events') return []
  const all = entriesOf(timeline.history, compiled.start)
  if (compiled.isStartedByEach) return all.map(pointAt)
  const entries = person === null ? all : concerning(all, person)
  const bounds = boundaries(timeline, compiled.startSince)
  return bounds.length === 0 ? startsIn(entries, start) : startsBetween(entries, bounds, start)
}

const startsBetween = (
  entries: readonly Entry[],
  bounds: readonly number[],
  start: EventStart,
): readonly StartPoint[] => {
  const starts: StartPoint[] = []
  for (const part of segments(entries, bounds)) starts.push(...startsIn(part, start))
  return starts
}

const newerOf = (starts: readonly StartPoint[], per: string | null): readonly (Entry | null)[] => {
  if (per === null) return starts.map((_, i) => starts[i + 1]?.entry ?? null)
  const kinds = starts.map(({ entry }) => (entry === null ? undefined : fieldOf(entry.data, [per])))
  return starts.map((_, i) => starts[kinds.indexOf(kinds[i], i + 1)]?.entry ?? null)
}

const notReplaced: readonly null[] = []

/**
 * Of starts that replace one another (`latest`), the newer one that takes the place of each; nothing for the
 * others. The starts are those of one subject; `per` tells apart those that run beside one another.
 */
export const supersededBy = (starts: readonly StartPoint[], { start }: Clock): readonly (Entry | null)[] =>
  start.kind === 'events' && start.which === 'latest' ? newerOf(starts, start.per) : notReplaced
