import type { WorklistQuery, WorklistRow } from '#casework/ports.ts'
import { textOfInstant } from '../day-column.ts'
import { reachValues, withinReach } from '../cases/reach-values.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import {
  obligationColumns,
  obligationOf,
  overdueColumn,
  type ObligationColumns,
} from './obligation-columns.ts'

const ofWhom = {
  worker: 'list.worker_id = $2',
  team: 'list.team_id = $2',
  'no-team': 'list.team_id is null and $2::uuid is null',
} as const

const statementOf = (whose: keyof typeof ofWhom, reach: 'of a reader' | 'all'): Statement => ({
  name: `worklist-of-${whose} ${reach}`,
  text: `select list.case_id, list.key, ${obligationColumns.map((name) => `list.${name}`).join(', ')},
      cases.reference, cases.family, cases.worker_id, cases.team_id, cases.restricted_to,
      subject.name as subject_name
    from obligations as list
      join cases on cases.authority_id = list.authority_id and cases.id = list.case_id
      left join case_people as place on list.subject_kind = 'person'
        and place.authority_id = list.authority_id and place.case_id = list.case_id and place.id = list.subject_id
      left join people as subject on subject.authority_id = place.authority_id and subject.id = place.person_id
    where list.authority_id = $1 and ${ofWhom[whose]} and list.state = 'open'
      and list.opens_at <= $3
      and ($4::text[] is null or list.owner = any ($4))
      and (list.overdue_from, list.case_id, list.key) > ($5::timestamptz, $6::uuid, $7::text collate "C")${reach === 'all' ? '' : ` and ${withinReach(9)}`}
    order by list.overdue_from, list.case_id, list.key
    limit $8`,
})

const statements = {
  worker: { one: statementOf('worker', 'of a reader'), all: statementOf('worker', 'all') },
  team: { one: statementOf('team', 'of a reader'), all: statementOf('team', 'all') },
  'no-team': { one: statementOf('no-team', 'of a reader'), all: statementOf('no-team', 'all') },
} as const

/** Before every row of a list. */
const beginning = { overdueFrom: '-infinity', caseId: '00000000-0000-0000-0000-000000000000', key: '' }

type Row = ObligationColumns & {
  readonly case_id: string
  readonly reference: string
  readonly family: string
  readonly worker_id: string | null
  readonly team_id: string | null
  readonly restricted_to: readonly string[] | null
  readonly subject_name: string | null
}

/** What is open and has begun, the longest overdue first and what has no limit last; from after the row named. */
export async function worklist(
  one: Transaction,
  { reach, of, owners, asOf, limit, after }: WorklistQuery,
): Promise<readonly WorklistRow[]> {
  const id = 'worker' in of ? of.worker : of.team
  if (id !== null && !isId(id)) return []
  const whose = statements['worker' in of ? 'worker' : id === null ? 'no-team' : 'team']
  const from = after === null ? beginning : { ...after, overdueFrom: overdueColumn(after.overdueFrom) }
  const rows = await rowsOf<Row>(one, reach === 'all' ? whose.all : whose.one, [
    one.authority,
    id,
    textOfInstant(asOf),
    owners,
    from.overdueFrom,
    from.caseId,
    from.key,
    limit,
    ...(reach === 'all' ? [] : reachValues(reach)),
  ])
  return rows.map((row) => ({
    ...obligationOf(row),
    caseId: row.case_id,
    reference: row.reference,
    family: row.family,
    worker: row.worker_id,
    team: row.team_id,
    restrictedTo: row.restricted_to,
    subjectName: row.subject_name,
  }))
}
