import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { TimelineEntry } from '../case/timeline-entry.ts'
import { may } from '../access/may.ts'
import type { Guarded } from '../access/may.ts'
import { inWhoseName } from '../recording/who-decides.ts'

/**
 * Whether somebody may correct an entry or take it back: whoever may record it and, where it decides something, decide it,
 * both as it was first written down and as it is now.
 */
export const mayChangeEntry = (
  actor: Actor,
  one: Guarded,
  procedure: Procedure,
  { event: { type, data }, changes }: Pick<TimelineEntry, 'event' | 'changes'>,
): boolean =>
  may.changeEntry(actor, one, type) &&
  [data, changes[0]?.before.data ?? data].every(
    (says) =>
      inWhoseName(type, says, { actor, one, procedure, decidedBy: null, inRole: null, reason: null }).kind !==
      'not theirs',
  )
