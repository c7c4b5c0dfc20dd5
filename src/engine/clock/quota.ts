import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { Counting } from './count.ts'
import { countFrom } from './count.ts'
import type { Ending, StartPoint } from '../obligation.ts'
import type { Entry } from '../history/entry.ts'
import { entriesOf } from '../history/history.ts'
import type { Reckoning } from '../reckoning.ts'
import { undated } from '../reckoning.ts'
import type { Timeline } from '../history/timeline.ts'

/** One step of a quota: where it starts, what met it, and the day on which the window would fall short. */
export type QuotaStep = { readonly start: StartPoint; readonly met: Entry | null; readonly dates: Reckoning }

/**
 * At least n in any window (construct 7, supervision): the next one is due on the day on which the n-th latest
 * falls out of the window and fewer than n remain. Before there were n, the window begins with the start, and
 * all n are due by its end. After `ending` nothing counts any more.
 */
export const quotaSteps = (
  compiled: CompiledClock,
  start: StartPoint,
  ending: Ending | null,
  timeline: Timeline,
  counting: Counting,
): readonly QuotaStep[] => {
  const quota = compiled.clock.due.quota
  if (quota === null) return []
  const held = compiled.metParts
    .flatMap((part) => entriesOf(timeline.history, part))
    .filter(({ seq }) => seq > start.seq && (ending === null || seq <= ending.seq))
  const points: readonly StartPoint[] = [
    start,
    ...held.map((entry) => ({ ...start, entry, at: entry.at, day: entry.day, seq: entry.seq })),
  ]
  return points.map((point, i) => {
    const oldest = points[Math.max(0, i - quota.atLeast + 1)] as StartPoint
    return {
      start: point,
      met: held[i] ?? null,
      dates: {
        ...undated(),
        due: countFrom(oldest, quota.in, counting),
        from: 'quota' as const,
        anchor: oldest.day,
        held: Math.min(i, quota.atLeast),
      },
    }
  })
}
