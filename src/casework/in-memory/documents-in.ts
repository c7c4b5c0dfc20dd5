import type { ChangingDocuments, LookingAtDocuments } from '../documents/document-ports.ts'
import type { StoredDocument } from '../documents/stored-document.ts'
import { caseIn } from './kept.ts'
import type { Kept } from './kept.ts'

const numberOf = ({ id }: Pick<StoredDocument, 'id'>): number => Number(id.slice(1))

const inOrder = (a: StoredDocument, b: StoredDocument): number =>
  numberOf(a) - numberOf(b) || a.version - b.version

const ofCase = ({ documents }: Kept, caseId: string): readonly StoredDocument[] =>
  (documents.get(caseId) ?? []).toSorted(inOrder)

export const documentsIn = (kept: Kept): LookingAtDocuments => ({
  documentsOf: async (caseId) => ofCase(kept, caseId).map(({ content: _content, ...line }) => line),
  latestOf: async (caseId, templates) => {
    const all = ofCase(kept, caseId).toReversed()
    return templates.flatMap((template) => all.find((one) => one.template === template) ?? [])
  },
  document: async (caseId, id, version) =>
    ofCase(kept, caseId).findLast(
      (one) => one.id === id && (version === undefined || one.version === version),
    ) ?? null,
  begunFor: async (caseId) =>
    [...kept.drafts.values()]
      .filter(({ form }) => form.startsWith(`form:${caseId}:`) || form.startsWith(`letter:${caseId}:`))
      .toSorted((a, b) => b.savedAt - a.savedAt)
      .map(({ user, form, savedAt }) => ({ user, form, savedAt })),
})

export const changingDocumentsIn = (kept: Kept): ChangingDocuments => ({
  keepDocument: async (caseId, document) => {
    const { events } = caseIn(kept, caseId)
    if (!events.some(({ id }) => id === document.event)) throw new Error('There is no such event.')
    const before = kept.documents.get(caseId) ?? []
    if (before.some(({ id, version }) => id === document.id && version === document.version))
      throw new Error('There is this version of the document already.')
    kept.documents.set(caseId, [...before, JSON.parse(JSON.stringify(document)) as StoredDocument])
  },
})
