import type { Form } from '#procedure/rules/form.ts'
import type { Actor } from '../access/actor.ts'
import type { StoredEvent } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import { lookAtCase } from '../case/look-at-case.ts'
import type { LookedAt } from '../case/look-at-case.ts'
import { may } from '../access/may.ts'
import { entriesOf } from '../case/timeline-entry.ts'
import { mayChangeEntry } from '../changes/may-change-entry.ts'
import { documentStories } from './document-story.ts'
import type { DocumentStory } from './document-story.ts'
import { documentSays } from './form-says.ts'
import type { FormSays } from './form-says.ts'
import { signaturesOf } from './signatures.ts'
import type { Signature } from './signatures.ts'
import type { StoredDocument } from './stored-document.ts'
import type { UnsignedLine } from './unsigned-lines.ts'
import { unsignedLines } from './unsigned-lines.ts'

type Otherwise = { readonly entry: StoredEvent; readonly form: FormSays; readonly mayCorrect: boolean }

/** One document as it was written, and what became of it. */
export type DocumentOfCase = Omit<LookedAt, 'may'> & {
  readonly may: LookedAt['may'] & { readonly returnDocument: boolean }
  readonly document: StoredDocument
  readonly story: DocumentStory
  /** What else was recorded about it, the earliest first: shared, signed, authorised, returned. */
  readonly about: readonly StoredEvent[]
  /** The entry that it came with and how the form has it, where the two no longer say the same. */
  readonly otherwise: Otherwise | null
  /** Who has signed it, in whichever version; and the lines of this version that nobody has, with whose they are. */
  readonly signatures: readonly Signature[]
  readonly unsigned: readonly UnsignedLine[]
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
    const looked = await lookAtCase(deps, store, actor, caseId, 'document', { detail: { document: id } })
    if (looked === null) return null
    const { record, procedure, now } = looked
    const stories = documentStories(record, await store.documentsOf(caseId), now)
    const story = stories.find((one) => one.id === id)
    if (story === undefined) return null
    const form = versionOf(deps.shelf, record).forms.find((one) => one.id === found.template)
    const entry = entriesOf(record, now).find((one) => one.event.id === story.event?.id)
    const isTouched = entry !== undefined && (entry.changes.length > 0 || story.versions.length > 1)
    const says =
      isTouched && found.version === story.latest.version
        ? documentSays(entry.event, found, form, { procedure, people: record.people })
        : null
    const signatures = signaturesOf(record, id, now)
    const isVersion = (event: string): boolean => story.versions.some((line) => line.event === event)
    return {
      ...looked,
      may: { ...looked.may, returnDocument: may.returnDocument(actor, record) },
      document: found,
      story,
      signatures,
      unsigned: unsignedLines(found, signatures, { ...looked, actor, form }),
      about: record.events.filter(
        (event) =>
          !isVersion(event.id) && (event.data['document'] === id || event.id === story.authorised?.id),
      ),
      otherwise:
        says === null || entry === undefined
          ? null
          : {
              entry: entry.event,
              form: says,
              mayCorrect: mayChangeEntry(actor, record, procedure, entry),
            },
      form,
    }
  })
