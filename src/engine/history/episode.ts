import type { Procedure } from '#procedure/procedure.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Entry } from './entry.ts'
import { ofTypes, sought } from './find.ts'
import type { Timeline } from './timeline.ts'

/** Whether the case is closed: closed more lately than reopened. */
export const isClosed = ({ closings, reopenings }: Timeline): boolean =>
  (closings.at(-1)?.seq ?? -1) > (reopenings.at(-1) ?? -1)

/** The entries that the matches mean since the case began, or was last reopened, or since what they say. */
export const entriesNow = (timeline: Timeline, matches: readonly Match[]): readonly Entry[] => {
  const since = timeline.reopenings.at(-1) ?? -1
  return entriesEver(timeline, matches).filter((entry) => entry.seq >= since)
}

/** The same, also from before the case was last reopened. */
export const entriesEver = ({ history }: Timeline, matches: readonly Match[]): readonly Entry[] => {
  const found = matches.flatMap((match) => {
    const latest = match.since.length === 0 ? undefined : sought(ofTypes(match.since))(history).at(-1)
    const since = latest?.seq ?? -1
    return sought(match)(history).filter((entry) => entry.seq >= since)
  })
  return found.toSorted((a, b) => a.seq - b.seq)
}

/** The steps that a case has reached since it began, or was last reopened, as they are written down. */
export const stepsReached = (procedure: Procedure, timeline: Timeline): readonly string[] =>
  procedure.steps
    .filter(
      ({ begins }) =>
        begins.length > 0 && begins.every((matches) => entriesNow(timeline, matches).length > 0),
    )
    .map(({ id }) => id)

/** The step at which a case stands: the last of those written down that it has reached; null before the first. */
export const stepOf = (procedure: Procedure, timeline: Timeline): string | null =>
  stepsReached(procedure, timeline).at(-1) ?? null

/** Whether something begun by some events still holds: no later event has ended it. */
export const stillHolds = (
  timeline: Timeline,
  from: readonly Match[],
  until: readonly Match[],
): Entry | null => {
  const begun = entriesNow(timeline, from).at(-1)
  if (begun === undefined) return null
  const ended = until.length === 0 ? undefined : entriesNow(timeline, until).at(-1)
  return ended !== undefined && ended.seq >= begun.seq ? null : begun
}
