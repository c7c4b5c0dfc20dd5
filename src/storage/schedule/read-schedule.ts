import type { ObligationRow, ScheduleStamp } from '#casework/schedule/obligation-row.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { obligationColumns, obligationOf, type ObligationColumns } from './obligation-columns.ts'

const obligationsOfCase: Statement = {
  name: 'obligations-of-case',
  text: `select key, ${obligationColumns.join(', ')} from obligations
    where authority_id = $1 and case_id = $2 order by overdue_from, key`,
}

const stampOfCase: Statement = {
  name: 'stamp-of-case',
  text: `select schedule_version as version, schedule_last_event as "lastEvent" from cases
    where authority_id = $1 and id = $2 and schedule_version is not null`,
}

/** The kept obligations of a case, the soonest overdue first. */
export async function obligationsOf(one: Transaction, caseId: string): Promise<readonly ObligationRow[]> {
  if (!isId(caseId)) return []
  const rows = await rowsOf<ObligationColumns>(one, obligationsOfCase, [one.authority, caseId])
  return rows.map(obligationOf)
}

/** With what the kept obligations were worked out; null where none were kept yet. */
export async function stampOf(one: Transaction, caseId: string): Promise<ScheduleStamp | null> {
  if (!isId(caseId)) return null
  return (await rowsOf<ScheduleStamp>(one, stampOfCase, [one.authority, caseId]))[0] ?? null
}
