import type { Instant } from '#calendar/instant.ts'
import type { DocumentLine, StoredDocument } from './stored-document.ts'

/** A form or letter that somebody has begun and not handed in: whose, its draft’s name, and since when. */
export type Begun = { readonly user: string; readonly form: string; readonly savedAt: Instant }

/** What can be read of the documents of a case. */
export type LookingAtDocuments = {
  /** Every version of every document, in the order of writing. */
  readonly documentsOf: (caseId: string) => Promise<readonly DocumentLine[]>
  /** The latest version of each of these forms or letters of the pack, with what was written. */
  readonly latestOf: (caseId: string, templates: readonly string[]) => Promise<readonly StoredDocument[]>
  /** One version of a document, the latest where none is named; null where there is none. */
  readonly document: (caseId: string, id: string, version?: number) => Promise<StoredDocument | null>
  /** What anybody has begun for a case, without what they wrote; the latest first. */
  readonly begunFor: (caseId: string) => Promise<readonly Begun[]>
}

export type ChangingDocuments = {
  /** Adds a version of a document. Throws where there is this version already, or no such event in the case. */
  readonly keepDocument: (caseId: string, document: StoredDocument) => Promise<void>
}
