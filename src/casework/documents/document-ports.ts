import type { Draft } from '../ports.ts'
import type { DocumentLine, StoredDocument } from './stored-document.ts'

/** What can be read of the documents of a case. */
export type LookingAtDocuments = {
  /** Every version of every document, in the order of writing. */
  readonly documentsOf: (caseId: string) => Promise<readonly DocumentLine[]>
  /** The latest version of each of these forms or letters of the pack, with what was written. */
  readonly latestOf: (caseId: string, templates: readonly string[]) => Promise<readonly StoredDocument[]>
  /** One version of a document, the latest where none is named; null where there is none. */
  readonly document: (caseId: string, id: string, version?: number) => Promise<StoredDocument | null>
  /** What anybody has begun to write for a case in forms and letters and not handed in, the latest first. */
  readonly draftsOfCase: (caseId: string) => Promise<readonly Draft[]>
}

export type ChangingDocuments = {
  /** Adds a version of a document. Throws where there is this version already, or no such event in the case. */
  readonly keepDocument: (caseId: string, document: StoredDocument) => Promise<void>
}
