import { parseDay } from '#calendar/day.ts'
import { dayOf, instantAt, parseInstant } from '#calendar/instant.ts'
import type { DataValue } from './case-event.ts'
import type { CompiledClock } from './compiled-clock.ts'
import type { Entry } from './entry.ts'
import { concerns } from './entry.ts'
import { entriesOf } from './history.ts'
import type { Obligation, Subject } from './obligation.ts'
import type { StartPoint } from './starts.ts'
import type { Timeline } from './timeline.ts'

export type Change = Pick<Obligation, 'due' | 'explained' | 'moved'>

/** A date in an event as the clock counts: a day, or for hours an instant (the end of a bare day). */
const momentIn = (value: DataValue | undefined, counts: 'days' | 'hours'): number | null => {
  if (typeof value !== 'string') return null
  const day = parseDay(value)
  const instant = day === undefined ? parseInstant(value) : instantAt(day, 24 * 60)
  if (instant === undefined) return null
  return counts === 'hours' ? instant : (day ?? dayOf(instant))
}

const idOf = (subject: Subject): string | null => (subject.kind === 'case' ? null : subject.id)

/**
 * What people have recorded about the date of one obligation: a move with a reason, an explanation in place
 * of the deed (which may carry a new date). The latest word about the date holds; `within` are the events
 * between the start and whatever met or ended it.
 */
export const changesOf = (
  due: number | null,
  counts: 'days' | 'hours',
  compiled: CompiledClock,
  subject: Subject,
  start: StartPoint,
  endSeq: number,
  timeline: Timeline,
): Change => {
  const during = (entry: Entry): boolean => entry.seq > start.seq && entry.seq <= endSeq
  let current: Change = { due, explained: null, moved: null }
  const moves = timeline.history.byType.get('clock.moved')
  if (moves === undefined && compiled.excuse.length === 0) return current

  const about = (entry: Entry): boolean => {
    const named = entry.data['subject']
    const clear =
      named === undefined || named === 'case' || named === idOf(subject) || named === start.entry?.id
    return entry.data['rule'] === compiled.clock.id && clear
  }
  const person = subject.kind === 'person' ? subject.id : null
  const excuses = entriesOf(timeline.history, compiled.excuse).filter(
    (entry) => during(entry) && (person === null || concerns(entry, person)),
  )
  const said = [...(moves ?? []).filter((entry) => during(entry) && about(entry)), ...excuses]
  for (const entry of said.sort((a, b) => a.seq - b.seq)) {
    const moved = entry.type === 'clock.moved'
    const reason = entry.data['reason']
    const to = momentIn(moved ? entry.data['due'] : (entry.data['when'] ?? entry.data['date']), counts)
    if (moved && to !== null)
      current = {
        ...current,
        due: to,
        moved: { by: entry.id, reason: typeof reason === 'string' ? reason : '' },
      }
    else if (!moved)
      current = { ...current, due: to ?? current.due, explained: { by: entry.id, at: entry.at, until: to } }
  }
  return current
}
