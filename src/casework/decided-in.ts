import type { Data } from '#engine/case-event.ts'
import { isCorrection } from '#engine/effective-events.ts'
import { isData } from '#engine/entry.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './actor.ts'
import type { CaseRecord, StoredEvent } from './case-record.ts'
import type { Changing } from './ports.ts'
import type { Recording, Said } from './recording.ts'
import type { Decided } from './who-decides.ts'
import { inWhoseName } from './who-decides.ts'

/** What something decides: itself, or, where it changes an earlier event, that event as it was and as it becomes. */
const decidesOf = (
  { type, data }: Pick<Said, 'type' | 'data'>,
  { events }: Pick<CaseRecord, 'events'>,
): readonly { readonly type: string; readonly data: Data }[] => {
  if (!isCorrection({ type })) return [{ type, data }]
  const of = events.find(({ id }) => id === data['of'])
  if (of === undefined) return []
  const set = data['set']
  const becomes = isData(set) ? [{ type: of.type, data: { ...of.data, ...set } }] : []
  return [...decidesOf(of, { events: events.filter(({ id }) => id !== of.id) }), ...becomes]
}

/** Of each thing that is said, in whose name it decides something. A correction of a decision is held to the same. */
export const decidedIn = async (
  store: Changing,
  actor: Actor,
  one: CaseRecord,
  procedure: Procedure,
  { said, reason, decidedBy: id }: Recording,
): Promise<readonly Decided[]> => {
  const decidedBy = id == null ? null : await store.user(id)
  const writing = { actor, one, procedure, decidedBy, reason }
  return said.map((each): Decided => {
    const all = decidesOf(each, one).map(({ type, data }) => inWhoseName(type, data, writing))
    const refused = all.find(({ kind }) => kind === 'not theirs')
    if (refused !== undefined) return refused
    // What changes an earlier decision is whoever's it is that writes it down.
    return (isCorrection(each) ? undefined : all[0]) ?? { kind: 'nothing is decided' }
  })
}

/** Whoever decided hears of it when another has written it down. The message has no name of the family. */
export const tellDeciders = async (
  store: Changing,
  actor: Actor,
  { id, reference }: Pick<CaseRecord, 'id' | 'reference'>,
  events: readonly StoredEvent[],
): Promise<void> => {
  for (const { by } of events)
    if (by?.id != null && by.id !== actor.user)
      await store.send({
        kind: 'notice',
        to: { kind: 'user', user: by.id },
        caseId: id,
        subject: 'A decision was written down for you',
        body: `${reference}: ${actor.name} wrote down a decision as yours. Read it on the family’s timeline, and take it back there if it is not what you decided.`,
      })
}
