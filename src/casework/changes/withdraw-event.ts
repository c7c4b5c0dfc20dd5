import type { Actor } from '../access/actor.ts'
import { changeEntry } from './change-entry.ts'
import type { EntryAsked, EntryChanged } from './change-entry.ts'
import type { Deps } from '../deps.ts'

/**
 * Takes back what was recorded in error, with a reason: it stays to be read and counts no longer. Of a correction or
 * another taking back it leaves what was before.
 */
export const withdrawEvent = (
  deps: Deps,
  actor: Actor,
  asked: EntryAsked & { readonly reason: string },
): Promise<EntryChanged> =>
  changeEntry(deps, actor, asked, { of: asked.event, reason: asked.reason }, 'event.withdrawn')
