import { hash } from 'node:crypto'
import type { ObligationRow, ScheduleStamp } from '#casework/obligation-row.ts'
import { atTheEnd, rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { columnsOf, obligationColumns, obligationRecord } from './obligation-columns.ts'

const names = obligationColumns.join(', ')
const of = (table: string): string => obligationColumns.map((name) => `${table}.${name}`).join(', ')

const fresh = `fresh as (select * from json_to_recordset($3) as fresh (${obligationRecord}, digest text))`
const insert = `insert into obligations (authority_id, case_id, key, team_id, worker_id, ${names}, digest)
    select $1, $2, fresh.key, cases.team_id, cases.worker_id, ${of('fresh')}, fresh.digest
    from fresh join cases on cases.authority_id = $1 and cases.id = $2`
const update = `on conflict (authority_id, case_id, key) do update
      set ${[...obligationColumns, 'digest'].map((name) => `${name} = excluded.${name}`).join(', ')}`

const digestsOfCase: Statement = {
  name: 'digests-of-obligations',
  text: 'select key, digest from obligations where authority_id = $1 and case_id = $2',
}

/** Writes what is new or different, and takes away what is no longer so. */
const writeDifferences: Statement = {
  name: 'write-obligations',
  text: `with ${fresh},
    gone as (delete from obligations where authority_id = $1 and case_id = $2 and key = any ($4::text[]))
    ${insert}
    ${update}`,
}

/** Looks at every column: a row that was changed by somebody else's hand is put right, whatever its digest says. */
const replaceAll: Statement = {
  name: 'replace-obligations',
  text: `with ${fresh},
    gone as (
      delete from obligations
      where authority_id = $1 and case_id = $2 and key not in (select key from fresh)
    )
    ${insert}
      left join obligations as kept
        on kept.authority_id = $1 and kept.case_id = $2 and kept.key = fresh.key collate "C"
    where kept.key is null or (${of('kept')}, kept.digest) is distinct from (${of('fresh')}, fresh.digest)
    ${update}`,
}

const stampCase: Statement = {
  name: 'stamp-schedule',
  text: `update cases set schedule_version = $3, schedule_last_event = $4
    where authority_id = $1 and id = $2 returning id`,
}

type Fresh = ReturnType<typeof columnsOf> & { readonly digest: string }

const digestOf = (row: ObligationRow): string => hash('sha1', JSON.stringify(row), 'base64url')
const freshOf = (row: ObligationRow): Fresh => ({ ...columnsOf(row), digest: digestOf(row) })

type Kept = { readonly key: string; readonly digest: string }

/**
 * Keeps the obligations of a case for lists, with what they were worked out from. Throws where there is no such case.
 *
 * @param compare by which what is different is found: what was kept under the same digest, or every column of every row
 */
export async function writeSchedule(
  one: Transaction,
  caseId: string,
  rows: readonly ObligationRow[],
  stamp: ScheduleStamp,
  compare: 'digests' | 'every column' = 'digests',
): Promise<void> {
  const key = [one.authority, caseId]
  const [stamped, kept] = await Promise.all([
    rowsOf(one, stampCase, [...key, stamp.version, stamp.lastEvent]),
    compare === 'digests' ? rowsOf<Kept>(one, digestsOfCase, key) : [],
  ])
  if (stamped.length === 0) throw new Error('There is no such case to keep a schedule of.')
  if (compare === 'every column') {
    await rowsOf(one, replaceAll, [...key, JSON.stringify(rows.map(freshOf))])
    return
  }
  const gone = new Map(kept.map((before) => [before.key, before.digest]))
  const different: Fresh[] = []
  for (const row of rows) {
    const digest = digestOf(row)
    if (gone.get(row.key) !== digest) different.push({ ...columnsOf(row), digest })
    gone.delete(row.key)
  }
  if (different.length === 0 && gone.size === 0) return
  atTheEnd(one, rowsOf(one, writeDifferences, [...key, JSON.stringify(different), [...gone.keys()]]))
}
