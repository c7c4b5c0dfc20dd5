import { formatInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Data } from '#engine/case-event.ts'
import type { Actor } from '../access/actor.ts'
import { changeEntry } from './change-entry.ts'
import type { EntryAsked, EntryChanged } from './change-entry.ts'
import type { Deps } from '../deps.ts'

export type CorrectEvent = EntryAsked & {
  /** When it really happened; null where that was right. */
  readonly at: Instant | null
  /** The fields that were wrong, as they are; null takes one away. */
  readonly set: Data
  readonly reason: string
}

/** Puts right what was recorded, with a reason. What was first written down stays on record. */
export const correctEvent = (deps: Deps, actor: Actor, asked: CorrectEvent): Promise<EntryChanged> => {
  const { event, at, set, reason } = asked
  const data = {
    of: event,
    reason,
    ...(at === null ? {} : { at: formatInstant(at) }),
    ...(Object.keys(set).length === 0 ? {} : { set }),
  }
  return changeEntry(deps, actor, asked, data, 'event.corrected')
}
