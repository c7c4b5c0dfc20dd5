import { parseDay } from '#calendar/day.ts'
import { dayOf, instantAt, parseInstant } from '#calendar/instant.ts'
import type { DataValue } from '../case-event.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { Entry } from '../history/entry.ts'
import { concerns } from '../history/entry.ts'
import { entriesOf } from '../history/history.ts'
import type { Change, StartPoint, Subject } from '../obligation.ts'
import type { Timeline } from '../history/timeline.ts'
import { inYearsOfCases } from '../case-file/years-of-cases.ts'

/** A date in an event as the clock counts: a day, or for hours an instant (the end of a bare day). */
const momentIn = (value: DataValue | undefined, counts: 'days' | 'hours'): number | null => {
  if (typeof value !== 'string') return null
  const day = parseDay(value)
  if (day !== undefined && !inYearsOfCases(day)) return null
  const instant = day === undefined ? parseInstant(value) : instantAt(day, 24 * 60)
  if (instant === undefined) return null
  if (!inYearsOfCases(day ?? dayOf(instant))) return null
  return counts === 'hours' ? instant : (day ?? dayOf(instant))
}

const idOf = (subject: Subject): string | null => (subject.kind === 'case' ? null : subject.id)

/** One obligation whose date people may have said something about. */
type About = {
  readonly compiled: CompiledClock
  readonly subject: Subject
  readonly start: StartPoint
  /** The place of what met or ended it: what comes after no longer concerns it. Null while it runs. */
  readonly endSeq: number | null
}

const withMoves = (
  excuses: readonly Entry[],
  { clock }: CompiledClock,
  all: readonly Entry[],
): readonly Entry[] => {
  const moves = all.filter((entry) => entry.data['rule'] === clock.id)
  return moves.length === 0 ? excuses : [...moves, ...excuses].toSorted((a, b) => a.seq - b.seq)
}

/** Everything that people have said about the dates of one clock, moves and explanations, in order. */
export const saidOf = (compiled: CompiledClock, { history, moves }: Timeline): readonly Entry[] => {
  const excuses = entriesOf(history, compiled.excuse)
  return moves.length === 0 ? excuses : withMoves(excuses, compiled, moves)
}

/** Whether something said concerns this obligation: said while it ran, and of its subject. */
const isAbout = (entry: Entry, { subject, start, endSeq }: About): boolean => {
  if (entry.seq <= start.seq || (endSeq !== null && entry.seq > endSeq)) return false
  if (entry.of !== null && start.entry !== null && entry.of !== start.entry.id) return false
  if (entry.type !== 'clock.moved') return subject.kind !== 'person' || concerns(entry, subject.id)
  const named = entry.data['subject']
  return named === undefined || named === 'case' || named === idOf(subject) || named === start.entry?.id
}

const unchanged = (due: number | null): Change => ({ due, explained: null, moved: null, earlierLimits: [] })

const changedBy = (current: Change, entry: Entry, counts: 'days' | 'hours'): Change => {
  const { due, when, date, reason } = entry.data
  const overtaken =
    current.due === null
      ? current
      : {
          ...current,
          earlierLimits: [...current.earlierLimits, { due: current.due, by: entry.id, at: entry.at }],
        }
  if (entry.type !== 'clock.moved') {
    const to = momentIn(when ?? date, counts)
    return { ...overtaken, due: to ?? current.due, explained: { by: entry.id, at: entry.at, until: to } }
  }
  const to = momentIn(due, counts)
  if (to === null) return current
  const explained = current.explained === null ? null : { ...current.explained, until: to }
  return {
    ...overtaken,
    due: to,
    explained,
    moved: { by: entry.id, reason: typeof reason === 'string' ? reason : '' },
  }
}

/**
 * What people have recorded about the date of one obligation: a move with a reason, an explanation in place
 * of the deed (which may carry a new date). The latest word about the date holds; null where there is none.
 */
export const changesOf = (due: number | null, about: About, said: readonly Entry[]): Change | null => {
  const counts = about.compiled.hours ? 'hours' : 'days'
  let change: Change | null = null
  for (const entry of said)
    if (isAbout(entry, about)) change = changedBy(change ?? unchanged(due), entry, counts)
  return change
}
