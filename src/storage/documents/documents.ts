import type { Instant } from '#calendar/instant.ts'
import type { Begun, ChangingDocuments, LookingAtDocuments } from '#casework/documents/document-ports.ts'
import type { DocumentLine, StoredDocument } from '#casework/documents/stored-document.ts'
import { textOfInstant } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const columns = 'number, version, kind, template, title, event, written_by, written_at'

const ofCase: Statement = {
  name: 'documents-of-case',
  text: `select ${columns} from documents where authority_id = $1 and case_id = $2 order by number, version`,
}
const latest: Statement = {
  name: 'latest-documents',
  text: `select distinct on (template) ${columns}, content from documents
    where authority_id = $1 and case_id = $2 and template = any ($3)
    order by template, number desc, version desc`,
}
const one: Statement = {
  name: 'document',
  text: `select ${columns}, content from documents
    where authority_id = $1 and case_id = $2 and number = $3 and version = coalesce($4, version)
    order by version desc limit 1`,
}
const begun: Statement = {
  name: 'begun-for-case',
  text: `select user_id as user, form, saved_at as "savedAt" from drafts
    where authority_id = $1 and (form like 'form:' || $2 || ':%' or form like 'letter:' || $2 || ':%')
    order by saved_at desc`,
}
const kept: Statement = {
  name: 'keep-document',
  text: `insert into documents (authority_id, case_id, ${columns}, content)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
}

type Row = {
  readonly number: number
  readonly version: number
  readonly kind: 'form' | 'letter'
  readonly template: string
  readonly title: string
  readonly event: number
  readonly written_by: string
  readonly written_at: Instant
}

const lineOf = (row: Row): DocumentLine => ({
  id: `d${row.number}`,
  version: row.version,
  kind: row.kind,
  template: row.template,
  title: row.title,
  event: `e${row.event}`,
  writtenBy: row.written_by,
  writtenAt: row.written_at,
})

type Whole = Row & { readonly content: StoredDocument['content'] }

const wholeOf = (row: Whole): StoredDocument => ({ ...lineOf(row), content: row.content })

const numberIn = (id: string): number => Number(/^[de](\d{1,9})$/.exec(id)?.[1] ?? 0)

export const lookingAtDocuments = (transaction: Transaction): LookingAtDocuments => {
  const { authority } = transaction
  return {
    documentsOf: async (caseId) =>
      isId(caseId) ? (await rowsOf<Row>(transaction, ofCase, [authority, caseId])).map(lineOf) : [],
    latestOf: async (caseId, templates) => {
      if (!isId(caseId) || templates.length === 0) return []
      const rows = await rowsOf<Whole>(transaction, latest, [authority, caseId, templates])
      const found = new Map(rows.map((row) => [row.template, wholeOf(row)]))
      return templates.flatMap((template) => found.get(template) ?? [])
    },
    document: async (caseId, id, version) => {
      if (!isId(caseId)) return null
      const values = [authority, caseId, numberIn(id), version ?? null]
      const [row] = await rowsOf<Whole>(transaction, one, values)
      return row === undefined ? null : wholeOf(row)
    },
    begunFor: async (caseId) => (isId(caseId) ? rowsOf<Begun>(transaction, begun, [authority, caseId]) : []),
  }
}

export const changingDocuments = (transaction: Transaction): ChangingDocuments => ({
  keepDocument: async (caseId, document) => {
    await rowsOf(transaction, kept, [
      transaction.authority,
      caseId,
      numberIn(document.id),
      document.version,
      document.kind,
      document.template,
      document.title,
      numberIn(document.event),
      document.writtenBy,
      textOfInstant(document.writtenAt),
      JSON.stringify(document.content),
    ])
  },
})
