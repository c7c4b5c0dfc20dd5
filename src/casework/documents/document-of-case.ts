import type { Form } from '#procedure/form.ts'
import type { Actor } from '../actor.ts'
import type { StoredEvent } from '../case-record.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import { lookAtCase } from '../look-at-case.ts'
import type { LookedAt } from '../look-at-case.ts'
import { may } from '../may.ts'
import { documentStories } from './document-story.ts'
import type { DocumentStory } from './document-story.ts'
import type { StoredDocument } from './stored-document.ts'

/** One document as it was written, and what became of it. */
export type DocumentOfCase = Omit<LookedAt, 'may'> & {
  readonly may: LookedAt['may'] & { readonly returnDocument: boolean }
  readonly document: StoredDocument
  readonly story: DocumentStory
  /** What else was recorded about it, the earliest first: shared, signed, authorised, returned. */
  readonly about: readonly StoredEvent[]
  /** The form as it is today; undefined for a letter, or where the procedure no longer has it. */
  readonly form: Form | undefined
}

/** Null when there is no such document or the reader may not see the case. */
export const documentOfCase = (
  deps: Deps,
  actor: Actor,
  {
    caseId,
    id,
    version,
  }: { readonly caseId: string; readonly id: string; readonly version?: number | undefined },
): Promise<DocumentOfCase | null> =>
  deps.store.change(actor.authority, async (store) => {
    const found = await store.document(caseId, id, version)
    if (found === null) return null
    const looked = await lookAtCase(deps, store, actor, caseId, 'document', { document: id })
    if (looked === null) return null
    const { record, now } = looked
    const stories = documentStories(record, await store.documentsOf(caseId), now)
    const story = stories.find((one) => one.id === id)
    if (story === undefined) return null
    const isVersion = (event: string): boolean => story.versions.some((line) => line.event === event)
    return {
      ...looked,
      may: { ...looked.may, returnDocument: may.returnDocument(actor, record) },
      document: found,
      story,
      about: record.events.filter(
        (event) =>
          !isVersion(event.id) && (event.data['document'] === id || event.id === story.authorised?.id),
      ),
      form: versionOf(deps.shelf, record).forms.find((form) => form.id === found.template),
    }
  })
