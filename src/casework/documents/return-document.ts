import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { procedureOf } from '../deps.ts'
import { may } from '../may.ts'
import { recordLocked } from '../record.ts'
import type { Recorded } from '../recording.ts'

export type Returning = {
  readonly caseId: string
  readonly key: string
  readonly document: string
  /** What is to be changed. */
  readonly reason: string
}

/** Gives a form back to be changed. Where the procedure has an event for it, such as supervision.returned, it is that. */
export const returnDocument = (deps: Deps, actor: Actor, returning: Returning): Promise<Recorded> =>
  deps.store.change(actor.authority, async (store): Promise<Recorded> => {
    const { caseId, key, document, reason } = returning
    const one = await store.lockCase(caseId)
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    const line = (await store.documentsOf(caseId)).find(({ id }) => id === document)
    if (line === undefined) return { kind: 'no-such-case' }
    if (!may.returnDocument(actor, one)) return { kind: 'not-allowed' }
    const before = await store.resultOf(key)
    if (before !== null) return JSON.parse(before) as Recorded
    const first = one.events.find(({ id }) => id === line.event)
    const own = `${first?.type.split('.')[0]}.returned`
    const procedure = procedureOf(deps.shelf, one)
    const type = own !== 'form.returned' && Object.hasOwn(procedure.events, own) ? own : 'document.returned'
    const said = [{ type, at: deps.clock.now(), data: { document, reason } }]
    return recordLocked(deps, store, actor, one, { caseId, key, said, reason: null })
  })
