import type { Instant } from '#calendar/instant.ts'
import type { CaseLine, CaseQuery, FoundCase, GuardedCase } from '#casework/ports.ts'
import type { Reach } from '#casework/access/reach.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { reachValues, withinReach } from './reach-values.ts'

const columns = `cases.id, cases.reference, cases.family, cases.team_id, cases.worker_id, cases.opened_at,
  cases.closed_at, cases.restricted_to, cases.step, cases.children`

const byFamily = `cases.family collate "en-GB-x-icu", cases.reference`

const searched: Statement = {
  name: 'search-cases',
  text: `select ${columns}, found.through
    from search_cases($2, $3, $4, $5, $6, $7) as found join cases on cases.authority_id = $1 and cases.id = found.case_id
    order by found.likeness desc, found.through is not null, cases.closed_at is not null, cases.family collate "en-GB-x-icu", cases.reference`,
}

const called: Statement = {
  name: 'case-of-reference',
  text: `select ${columns}, null as through from cases where authority_id = $1 and reference = upper($2) and ${withinReach(4)} limit $3`,
}

type Row = {
  readonly id: string
  readonly reference: string
  readonly family: string
  readonly team_id: string | null
  readonly worker_id: string | null
  readonly opened_at: Instant
  readonly closed_at: Instant | null
  readonly restricted_to: readonly string[] | null
  readonly step: string | null
  readonly children: number
}

const lineOf = (row: Row): CaseLine => ({
  id: row.id,
  reference: row.reference,
  family: row.family,
  team: row.team_id,
  worker: row.worker_id,
  opened: row.opened_at,
  closed: row.closed_at,
  restrictedTo: row.restricted_to,
  step: row.step,
  children: row.children,
})

/** Cases by the family's name, as names are sorted in English. */
export async function listCases(one: Transaction, query: CaseQuery): Promise<readonly CaseLine[]> {
  const { reach, team, worker, unallocated, longestFirst, open, limit, offset } = query
  if ((typeof team === 'string' && !isId(team)) || (worker !== undefined && !isId(worker))) return []
  const asked = [
    typeof team === 'string' ? { name: 'team', text: 'team_id', value: team } : null,
    worker === undefined ? null : { name: 'worker', text: 'worker_id', value: worker },
  ].filter((part) => part !== null)
  const wheres = [
    'authority_id = $1',
    open ? 'closed_at is null' : 'closed_at is not null',
    ...(unallocated === true ? ['worker_id is null'] : []),
    ...(team === null ? ['team_id is null'] : []),
    ...asked.map(({ text }, i) => `${text} = $${i + 4}`),
    ...(reach === 'all' ? [] : [withinReach(4 + asked.length)]),
  ]
  const statement = {
    name: [
      'cases',
      open ? 'open' : 'closed',
      unallocated === true ? 'unallocated' : '',
      team === null ? 'in no team' : '',
      ...asked.map(({ name }) => name),
      reach === 'all' ? 'all' : '',
      longestFirst === true ? 'longest first' : '',
    ].join(' '),
    text: `select ${columns} from cases where ${wheres.join(' and ')} order by ${longestFirst === true ? `cases.opened_at, ${byFamily}` : byFamily} limit $2 offset $3`,
  }
  const whose = reach === 'all' ? [] : reachValues(reach)
  const values = [one.authority, limit, offset, ...asked.map(({ value }) => value), ...whose]
  return (await rowsOf<Row>(one, statement, values)).map(lineOf)
}

/** Cases whose family or people are called like the words, the most alike first; with a digit in them, of that reference. */
export async function searchCases(
  one: Transaction,
  reach: Reach,
  words: string,
  limit: number,
): Promise<readonly FoundCase[]> {
  if (words.trim() === '') return []
  const values = [one.authority, words.trim(), limit, ...reachValues(reach)]
  const rows = await rowsOf<Row & Pick<FoundCase, 'through'>>(
    one,
    /\d/.test(words) ? called : searched,
    values,
  )
  return rows.map((row) => ({ ...lineOf(row), through: row.through }))
}

const guarded: Statement = {
  name: 'guarded-cases',
  text: `select id, team_id as team, worker_id as worker, restricted_to as "restrictedTo" from cases
    where authority_id = $1 and id = any ($2::uuid[])`,
}

/** What of cases decides who may see them; those that there are none of are left out. */
export async function guardedCases(
  one: Transaction,
  ids: readonly string[],
): Promise<readonly GuardedCase[]> {
  const asked = ids.filter(isId)
  return asked.length === 0 ? [] : rowsOf<GuardedCase>(one, guarded, [one.authority, asked])
}
