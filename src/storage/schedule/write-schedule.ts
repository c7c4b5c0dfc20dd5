import { hash } from 'node:crypto'
import type { ObligationRow, ScheduleStamp } from '#casework/schedule/obligation-row.ts'
import { foundAtTheEnd, rowsOf, type KeptDigests, type Statement, type Transaction } from '../transaction.ts'
import { keptOf } from './kept-digests.ts'
import { columnsOf, obligationColumns, obligationRecord } from './obligation-columns.ts'

const names = obligationColumns.join(', ')
const of = (table: string): string => obligationColumns.map((name) => `${table}.${name}`).join(', ')

const ofThisCase = 'cases.authority_id = $1 and cases.id = $2'
/** The obligations that stand in a value of a statement, as a table. */
const freshIn = (value: string): string =>
  `json_to_recordset(${value}) as fresh (${obligationRecord}, digest text)`
const fresh = `fresh as (select * from ${freshIn('$3')})`
const insertFrom = (
  tables: string,
): string => `insert into obligations (authority_id, case_id, key, team_id, worker_id, ${names}, digest)
    select $1, $2, fresh.key, cases.team_id, cases.worker_id, ${of('fresh')}, fresh.digest
    from ${tables}`
const update = `on conflict (authority_id, case_id, key) do update
      set ${[...obligationColumns, 'digest'].map((name) => `${name} = excluded.${name}`).join(', ')}`

/**
 * Takes away what is no longer so, and writes what is new or different; for a statement that has the row of the case as
 * `cases`.
 *
 * @param values which values of the statement have the keys that go, and the obligations that are new or different
 */
export const writingDifferences = (values: { readonly gone: string; readonly fresh: string }): string =>
  `gone as (
      delete from obligations where authority_id = $1 and case_id = $2 and key = any (${values.gone}::text[])
    ),
    written as (
      ${insertFrom(`cases, ${freshIn(values.fresh)}`)}
      ${update}
    )`

const writeDifferences: Statement = {
  name: 'write-obligations',
  text: `with cases as (
      update cases set schedule_version = $3, schedule_last_event = $4 where ${ofThisCase}
      returning team_id, worker_id
    ),
    ${writingDifferences({ gone: '$5', fresh: '$6' })}
    select from cases`,
}

/** Looks at every column: a row that was changed by somebody else's hand is put right, whatever its digest says. */
const replaceAll: Statement = {
  name: 'replace-obligations',
  text: `with ${fresh},
    gone as (
      delete from obligations
      where authority_id = $1 and case_id = $2 and key not in (select key from fresh)
    )
    ${insertFrom(`fresh join cases on ${ofThisCase}`)}
      left join obligations as kept
        on kept.authority_id = $1 and kept.case_id = $2 and kept.key = fresh.key collate "C"
    where kept.key is null or (${of('kept')}, kept.digest) is distinct from (${of('fresh')}, fresh.digest)
    ${update}`,
}

const stampCase: Statement = {
  name: 'stamp-schedule',
  text: `update cases set schedule_version = $3, schedule_last_event = $4 where ${ofThisCase} returning id`,
}

type Fresh = ReturnType<typeof columnsOf> & { readonly digest: string }

const digestOf = (row: ObligationRow): string => hash('sha1', JSON.stringify(row), 'base64url')
const freshOf = (row: ObligationRow): Fresh => ({ ...columnsOf(row), digest: digestOf(row) })

/** What of a schedule is different from what is kept of it. */
export const differencesOf = (
  rows: readonly ObligationRow[],
  kept: KeptDigests,
): { readonly fresh: readonly Fresh[]; readonly gone: readonly string[] } => {
  const gone = new Set(kept.keys())
  const different: Fresh[] = []
  for (const row of rows) {
    const digest = digestOf(row)
    if (kept.get(row.key) !== digest) different.push({ ...columnsOf(row), digest })
    gone.delete(row.key)
  }
  return { fresh: different, gone: [...gone] }
}

const none = 'There is no such case to keep a schedule of.'

/**
 * Keeps the obligations of a case for lists, with what they were worked out from; of what is kept already only what differs,
 * by its digest. Throws where there is no such case.
 */
export async function writeSchedule(
  one: Transaction,
  caseId: string,
  rows: readonly ObligationRow[],
  stamp: ScheduleStamp,
): Promise<void> {
  const { fresh: different, gone } = differencesOf(rows, await keptOf(one, caseId))
  const values = [one.authority, caseId, stamp.version, stamp.lastEvent, gone, JSON.stringify(different)]
  foundAtTheEnd(one, rowsOf(one, writeDifferences, values), none)
}

/** The same, whatever the digests say: every column of every row is compared. */
export async function rewriteSchedule(
  one: Transaction,
  caseId: string,
  rows: readonly ObligationRow[],
  stamp: ScheduleStamp,
): Promise<void> {
  const key = [one.authority, caseId]
  const [stamped] = await Promise.all([
    rowsOf(one, stampCase, [...key, stamp.version, stamp.lastEvent]),
    rowsOf(one, replaceAll, [...key, JSON.stringify(rows.map(freshOf))]),
  ])
  if (stamped.length === 0) throw new Error(none)
}
