import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { procedureOf } from '../deps.ts'
import { may } from '../access/may.ts'
import { tellUsers } from '../messages/tell-users.ts'
import type { Changing } from '../ports.ts'
import { recordLocked } from '../recording/record.ts'
import type { Recorded } from '../recording/recording.ts'
import type { DocumentLine } from './stored-document.ts'

export type Returning = {
  readonly caseId: string
  readonly key: string
  readonly document: string
  /** What is to be changed. */
  readonly reason: string
}

/** Whoever wrote it and whoever works with the family are told; what is to be changed stays on the record. */
const tellWriters = (
  store: Changing,
  actor: Actor,
  one: CaseRecord,
  { title, writtenBy }: DocumentLine,
): Promise<void> => {
  const users = [writtenBy, ...(one.worker === null ? [] : [one.worker])].filter(
    (user) => user !== actor.user,
  )
  return tellUsers(store, one, users, {
    subject: 'A form was returned to be changed',
    body: `${one.reference}: ${title} was returned to be changed. What is to be changed stands with it, among the family’s documents.`,
  })
}

/** Gives a form back to be changed. Where the procedure has an event for it, such as supervision.returned, it is that. */
export const returnDocument = (deps: Deps, actor: Actor, returning: Returning): Promise<Recorded> =>
  deps.store.change(actor.authority, async (store): Promise<Recorded> => {
    const { caseId, key, document, reason } = returning
    const one = await store.lockCase(caseId)
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    const line = (await store.documentsOf(caseId)).findLast(({ id }) => id === document)
    if (line === undefined) return { kind: 'no-such-case' }
    if (!may.returnDocument(actor, one)) return { kind: 'not-allowed' }
    const before = await store.resultOf(key)
    if (before !== null) return JSON.parse(before) as Recorded
    const first = one.events.find(({ id }) => id === line.event)
    const own = `${first?.type.split('.')[0]}.returned`
    const procedure = procedureOf(deps.shelf, one)
    const type = own !== 'form.returned' && Object.hasOwn(procedure.events, own) ? own : 'document.returned'
    const said = [{ type, at: deps.clock.now(), data: { document, reason } }]
    const result = await recordLocked(deps, store, actor, one, { caseId, key, said, reason: null })
    if (result.kind === 'recorded') await tellWriters(store, actor, one, line)
    return result
  })
