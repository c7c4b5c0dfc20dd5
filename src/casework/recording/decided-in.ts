import type { Instant } from '#calendar/instant.ts'
import { happenedBy, isCorrection } from '#engine/history/effective-events.ts'
import { isData } from '#engine/history/entry.ts'
import { decisionsIn } from '#engine/history/decisions-in.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord, StoredEvent } from '../case/case-record.ts'
import type { Changing } from '../ports.ts'
import type { Recording, Said } from './recording.ts'
import type { Decided } from './who-decides.ts'
import { inWhoseName } from './who-decides.ts'

type Deed = Pick<Said, 'type' | 'data'>

/** The event that a change is of, through the changes of changes; null where there is none. */
const rootOf = ({ data }: Deed, events: readonly StoredEvent[]): StoredEvent | null => {
  const at = events.findIndex(({ id }) => id === data['of'])
  const found = events[at]
  if (found === undefined) return null
  return isCorrection(found) ? rootOf(found, events.slice(0, at)) : found
}

/** What something decides: itself; or, where it changes an earlier event, that as first written, as it is, as it becomes. */
const decidesOf = (said: Deed, { events }: Pick<CaseRecord, 'events'>, now: Instant): readonly Deed[] => {
  if (!isCorrection(said)) return [said]
  const first = rootOf(said, events)
  if (first === null) return []
  const standing = happenedBy(events, now).find(({ id }) => id === first.id) ?? first
  const set = said.data['set']
  const becomes = { type: first.type, data: { ...standing.data, ...(isData(set) ? set : {}) } }
  return [first, standing, becomes]
}

/** Of each thing that is said, in whose name it decides something. A correction of a decision is held to the same. */
export const decidedIn = async (
  store: Changing,
  actor: Actor,
  one: CaseRecord,
  procedure: Procedure,
  { said, reason, decidedBy: id, inRole = null }: Recording,
  now: Instant,
): Promise<readonly Decided[]> => {
  const decidedBy = id == null ? null : await store.user(id)
  const writing = { actor, one, procedure, decidedBy, inRole, reason }
  return said.map((each): Decided => {
    const all = decidesOf(each, one, now).map(({ type, data }) => inWhoseName(type, data, writing))
    const refused = all.find(({ kind }) => kind === 'not theirs')
    if (refused !== undefined) return refused
    // What changes an earlier decision is whoever's it is that writes it down.
    return (isCorrection(each) ? undefined : all[0]) ?? { kind: 'nothing is decided' }
  })
}

/** Whoever decided or did something hears of it when another has written it down. The message has no name of the family. */
export const tellDeciders = async (
  store: Changing,
  actor: Actor,
  { id, reference }: Pick<CaseRecord, 'id' | 'reference'>,
  events: readonly StoredEvent[],
  procedure: Procedure,
): Promise<void> => {
  for (const { type, data, by } of events)
    if (by?.id != null && by.id !== actor.user) {
      const isDecision = decisionsIn(procedure, type, data).length > 0
      await store.send({
        kind: 'notice',
        to: { kind: 'user', user: by.id },
        caseId: id,
        subject: `${isDecision ? 'A decision' : 'An entry'} was written down for you`,
        body: `${reference}: ${actor.name} wrote down ${isDecision ? 'a decision' : 'an entry'} as yours. Read it on the family’s timeline, and take it back there if it is not ${isDecision ? 'what you decided' : 'yours'}.`,
      })
    }
}
