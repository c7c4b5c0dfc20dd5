import type { Instant } from '#calendar/instant.ts'
import { happenedBy, isCorrection } from '#engine/history/effective-events.ts'
import type { CaseRecord, StoredEvent } from './case-record.ts'
import { changesIn } from '../changes/entry-changes.ts'
import type { EntryChange } from '../changes/entry-changes.ts'
import { eventNumber } from '../schedule/keep-schedule.ts'

/** Something that happened, as it is known now, with what was first written down and what was changed since. */
export type TimelineEntry = {
  readonly event: StoredEvent
  readonly withdrawn: boolean
  /** The corrections and withdrawals of it, in the order in which they were written down. */
  readonly changes: readonly EntryChange[]
}

const latestFirst = (a: TimelineEntry, b: TimelineEntry): number =>
  b.event.at - a.event.at || eventNumber(b.event.id) - eventNumber(a.event.id)

/** Everything that was recorded, each with what was corrected in it since; the latest first. */
export const entriesOf = ({ events }: Pick<CaseRecord, 'events'>, asOf: Instant) => {
  const standing = new Map(happenedBy(events, asOf).map((event) => [event.id, event]))
  const changes = changesIn(events, asOf)
  return events
    .filter((event) => !isCorrection(event))
    .map((first): TimelineEntry => {
      const now = standing.get(first.id)
      const own = changes.get(first.id) ?? []
      // What was taken back is read as it was last corrected: that is what counts again if it is put back.
      const { at, data } = now ?? own.at(-1)?.after ?? first
      return {
        event: { ...first, at, data },
        withdrawn: now === undefined && first.at <= asOf,
        changes: own,
      }
    })
    .toSorted(latestFirst)
}
