import type { ObligationRow, ScheduleStamp } from '#casework/obligation-row.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { columnsOf, obligationColumns, obligationRecord } from './obligation-columns.ts'

const names = obligationColumns.join(', ')
const of = (table: string): string => obligationColumns.map((name) => `${table}.${name}`).join(', ')

/** Takes away what is no longer so, and writes what is new or different; what is the same is not touched. */
const replaceDifferences: Statement = {
  name: 'replace-obligations',
  text: `with fresh as (select * from json_to_recordset($3) as fresh (${obligationRecord})),
    gone as (
      delete from obligations
      where authority_id = $1 and case_id = $2 and key not in (select key from fresh)
    )
    insert into obligations (authority_id, case_id, key, team_id, worker_id, ${names})
    select $1, $2, fresh.key, cases.team_id, cases.worker_id, ${of('fresh')}
    from fresh
      join cases on cases.authority_id = $1 and cases.id = $2
      left join obligations as kept
        on kept.authority_id = $1 and kept.case_id = $2 and kept.key = fresh.key collate "C"
    where kept.key is null or (${of('kept')}) is distinct from (${of('fresh')})
    on conflict (authority_id, case_id, key) do update
      set ${obligationColumns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
}

const stampCase: Statement = {
  name: 'stamp-schedule',
  text: `update cases set schedule_version = $3, schedule_last_event = $4
    where authority_id = $1 and id = $2 returning id`,
}

/** Keeps the obligations of a case for lists, with what they were worked out from. Throws where there is no such case. */
export async function writeSchedule(
  one: Transaction,
  caseId: string,
  rows: readonly ObligationRow[],
  stamp: ScheduleStamp,
): Promise<void> {
  const key = [one.authority, caseId]
  const stamped = await rowsOf(one, stampCase, [...key, stamp.version, stamp.lastEvent])
  if (stamped.length === 0) throw new Error('There is no such case to keep a schedule of.')
  await rowsOf(one, replaceDifferences, [...key, JSON.stringify(rows.map(columnsOf))])
}
