import { formatDay } from '#calendar/day.ts'
import type { Changing } from '#casework/ports.ts'
import { textOrNull } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

type Set = Parameters<Changing['setCase']>[1]

const columns = {
  team: 'team_id',
  worker: 'worker_id',
  closed: 'closed_at',
  version: 'version',
  restrictedTo: 'restricted_to',
  family: 'family',
  step: 'step',
} as const satisfies Readonly<Record<keyof Set, string>>

const passOn: Statement = {
  name: 'pass-obligations-on',
  text: `update obligations set team_id = cases.team_id, worker_id = cases.worker_id
    from cases
    where cases.authority_id = $1 and cases.id = $2
      and obligations.authority_id = cases.authority_id and obligations.case_id = cases.id
      and (obligations.team_id, obligations.worker_id) is distinct from (cases.team_id, cases.worker_id)`,
}

const columnValue = (set: Set, name: keyof Set): unknown => {
  if (name === 'closed') return textOrNull(set.closed ?? null)
  if (name === 'version') return set.version === undefined ? null : formatDay(set.version)
  return set[name]
}

/** Sets what lists show of a case. What is left out stays. Throws where the authority has no such case. */
export async function setCase(one: Transaction, caseId: string, set: Set): Promise<void> {
  const names = (Object.keys(columns) as (keyof Set)[]).filter((name) => set[name] !== undefined)
  const sets = names.map((name, i) => `${columns[name]} = $${i + 3}`)
  const statement = {
    name: `set-case ${names.join(' ')}`,
    text: `update cases set ${[...sets, 'revision = revision + 1'].join(', ')}
      where authority_id = $1 and id = $2 returning id`,
  }
  const values = names.map((name) => columnValue(set, name))
  const found = await rowsOf(one, statement, [one.authority, caseId, ...values])
  if (found.length === 0) throw new Error('There is no such case to change.')
  if (set.team !== undefined || set.worker !== undefined) await rowsOf(one, passOn, [one.authority, caseId])
}
