import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import { decidedMeanwhile } from '../recording/decided-meanwhile.ts'
import { tellUsers } from '../messages/tell-users.ts'
import type { Changing } from '../ports.ts'
import { mayRecordAll, recordLocked } from '../recording/record.ts'
import type { Overtaken, Recorded, Said } from '../recording/recording.ts'
import { pageOfKey } from '../recording/request-key.ts'
import { documentStories } from './document-story.ts'
import type { DocumentLine, StoredDocument } from './stored-document.ts'

/** A document that is handed in, and what is recorded with it. */
export type HandingIn = {
  readonly caseId: string
  /** Made with the page: the same page sent twice is handed in once. */
  readonly key: string
  readonly document: Pick<StoredDocument, 'kind' | 'template' | 'title' | 'content'>
  /** The document of which it is another version, and the version that the writer saw; null for a new one. */
  readonly of: { readonly id: string; readonly seen: number } | null
  readonly said: Said
  /** The user who decided what it says, where somebody writes it down for them. */
  readonly decidedBy?: string | null
  /** How many events of the case the writer has seen. */
  readonly known: number
  /** A manager's reason for going past a soft gate. */
  readonly reason: string | null
  /** The draft that it was written in, which is no longer needed. */
  readonly draft: string
}

/** What became of it. Everything but `kept` has changed nothing. */
export type HandedIn =
  | { readonly kind: 'kept'; readonly id: string; readonly events: readonly string[] }
  /** Somebody else has handed in another version meanwhile. */
  | { readonly kind: 'changed-meanwhile'; readonly line: DocumentLine }
  | Overtaken
  | Exclude<Recorded, { readonly kind: 'recorded' }>

const numberOf = ({ id }: DocumentLine): number => Number(id.slice(1))

/** Whoever gave it back to be changed waits for it. */
const tellReturner = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  one: CaseRecord,
  lines: readonly DocumentLine[],
  known: DocumentLine,
): Promise<void> => {
  const story = documentStories(one, lines, deps.clock.now()).find(({ id }) => id === known.id)
  const user = story?.returned?.writtenBy ?? null
  if (story === undefined || user === null || user === actor.user) return
  await tellUsers(store, one, [user], {
    subject: 'A form that you returned was handed in again',
    body: `${one.reference}: ${story.latest.title} was changed and handed in again. It stands among the family’s documents.`,
  })
}

const keptAs = async (store: Changing, one: CaseRecord, events: readonly string[]): Promise<HandedIn> => {
  const lines = await store.documentsOf(one.id)
  const found = lines.find(({ event }) => events.includes(event))
  return found === undefined ? { kind: 'no-such-case' } : { kind: 'kept', id: found.id, events }
}

/**
 * Keeps a document and records what came with it, in one transaction. A gate that is shut, a right that is missing or
 * another version that somebody else has handed in leaves everything as it was. The same key again gives the same
 * answer again.
 */
export const handIn = (deps: Deps, actor: Actor, handing: HandingIn): Promise<HandedIn> =>
  deps.store.change(actor.authority, async (store): Promise<HandedIn> => {
    const { caseId, key, of, said, reason } = handing
    const one = await store.lockCase(caseId)
    const before = await store.resultOf(key)
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    if (!mayRecordAll(actor, one, { said: [said], reason })) return { kind: 'not-allowed' }
    if (before !== null) {
      const done = JSON.parse(before) as Recorded
      return done.kind === 'recorded' ? keptAs(store, one, done.events) : done
    }
    const lines = await store.documentsOf(caseId)
    const known = of === null ? null : lines.findLast(({ id }) => id === of.id)
    if (known === undefined || (known !== null && known.template !== handing.document.template))
      return { kind: 'no-such-case' }
    if (known !== null && known.version !== of?.seen) return { kind: 'changed-meanwhile', line: known }
    const event = decidedMeanwhile(deps.shelf, one, [said], handing.known)
    if (event !== null) return { kind: 'overtaken', event }
    const id = known?.id ?? `d${Math.max(0, ...lines.map(numberOf)) + 1}`
    const recording = {
      caseId,
      key,
      said: [{ ...said, data: { ...said.data, document: id } }],
      reason,
      decidedBy: handing.decidedBy ?? null,
    }
    const result = await recordLocked(deps, store, actor, one, recording)
    if (result.kind !== 'recorded') return result
    const [own = ''] = result.events
    await store.keepDocument(caseId, {
      ...handing.document,
      id,
      version: (known?.version ?? 0) + 1,
      event: own,
      writtenBy: actor.user,
      writtenAt: deps.clock.now(),
    })
    if (known !== null) await tellReturner(deps, store, actor, one, lines, known)
    await store.dropDraft(actor.user, handing.draft, pageOfKey(key))
    return { kind: 'kept', id, events: result.events }
  })
