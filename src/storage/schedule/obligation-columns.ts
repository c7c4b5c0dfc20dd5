import type { Instant } from '#calendar/instant.ts'
import type { ObligationRow } from '#casework/schedule/obligation-row.ts'
import { textOfInstant, textOrNull } from '../day-column.ts'

/** Each column of a kept obligation beside its key, with the database's type. */
const types = {
  rule: 'text',
  clause: 'text',
  step: 'text',
  title: 'text',
  deed: 'text',
  owner: 'text',
  subject_kind: 'text',
  subject_id: 'text',
  started_by: 'text',
  opens_at: 'timestamptz',
  soon_from: 'timestamptz',
  overdue_from: 'timestamptz',
  due: 'text',
  because: 'text',
  advisory: 'boolean',
  provisional: 'boolean',
  priority: 'boolean',
  undecided: 'text',
  state: 'text',
  met_by: 'text',
  met_at: 'timestamptz',
  does: 'text',
} as const

export const obligationColumns: readonly string[] = Object.keys(types)

/** The key and the columns with their types, as json_to_recordset asks for them. */
export const obligationRecord: string = [
  'key text',
  ...Object.entries(types).map((pair) => pair.join(' ')),
].join(', ')

type Moments = 'opens_at' | 'soon_from' | 'overdue_from' | 'met_at'

export type ObligationColumns = {
  readonly key: string
  readonly rule: string
  readonly clause: string
  readonly step: string | null
  readonly title: string
  readonly deed: string | null
  readonly owner: string
  readonly subject_kind: ObligationRow['subjectKind']
  readonly subject_id: string | null
  readonly started_by: string
  readonly opens_at: Instant
  readonly soon_from: Instant | null
  readonly overdue_from: Instant | null
  readonly due: string | null
  readonly because: string
  readonly advisory: boolean
  readonly provisional: boolean
  readonly priority: boolean
  readonly undecided: string | null
  readonly state: ObligationRow['state']
  readonly met_by: string | null
  readonly met_at: Instant | null
  readonly does: string | null
}

/** As it is written: moments as text, and no limit as a limit that is never reached. */
export const columnsOf = (
  row: ObligationRow,
): Readonly<Record<Moments, string | null>> & Omit<ObligationColumns, Moments> => ({
  key: row.key,
  rule: row.rule,
  clause: row.clause,
  step: row.step,
  title: row.title,
  deed: row.deed,
  owner: row.owner,
  subject_kind: row.subjectKind,
  subject_id: row.subjectId,
  started_by: row.startedBy,
  opens_at: textOfInstant(row.opensAt),
  soon_from: textOrNull(row.soonFrom),
  overdue_from: overdueColumn(row.overdueFrom),
  due: row.due,
  because: row.because,
  advisory: row.advisory,
  provisional: row.provisional,
  priority: row.priority,
  undecided: row.undecided,
  state: row.state,
  met_by: row.metBy,
  met_at: textOrNull(row.metAt),
  does: row.does,
})

export const overdueColumn = (overdueFrom: Instant | null): string =>
  overdueFrom === null ? 'infinity' : textOfInstant(overdueFrom)

/** As it is read. */
export const obligationOf = (row: ObligationColumns): ObligationRow => ({
  key: row.key,
  rule: row.rule,
  clause: row.clause,
  step: row.step,
  title: row.title,
  deed: row.deed,
  owner: row.owner,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  startedBy: row.started_by,
  opensAt: row.opens_at,
  soonFrom: row.soon_from,
  overdueFrom: row.overdue_from,
  due: row.due,
  because: row.because,
  advisory: row.advisory,
  provisional: row.provisional,
  priority: row.priority,
  undecided: row.undecided,
  state: row.state,
  metBy: row.met_by,
  metAt: row.met_at,
  does: row.does,
})
