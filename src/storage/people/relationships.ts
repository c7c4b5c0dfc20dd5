import { formatDay, type Day } from '#calendar/day.ts'
import type { Relationship } from '#casework/ports.ts'
import { dayOrNull, textOfDay } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const ofCase: Statement = {
  name: 'relationships-of-case',
  text: `select id, person_id as person, kind, other_id as other, from_day as from, until_day as until
    from relationships
    where authority_id = $1
      and person_id in (select person_id from case_people where authority_id = $1 and case_id = $2)
      and other_id in (select person_id from case_people where authority_id = $1 and case_id = $2)
    order by from_day nulls first, id`,
}
const inserted: Statement = {
  name: 'insert-relationship',
  text: `insert into relationships (authority_id, person_id, kind, other_id, from_day, until_day)
    values ($1, $2, $3, $4, $5, $6) returning id`,
}
const ended: Statement = {
  name: 'end-relationship',
  text: 'update relationships set until_day = $3 where authority_id = $1 and id = $2 returning id',
}

type Row = { readonly [K in keyof Relationship]: Exclude<Relationship[K], Day> | string }

/** How those in a case are related to each other, also when it is over. */
export async function relationshipsOf(one: Transaction, caseId: string): Promise<readonly Relationship[]> {
  if (!isId(caseId)) return []
  const rows = await rowsOf<Row>(one, ofCase, [one.authority, caseId])
  return rows.map((row) => ({ ...row, from: dayOrNull(row.from), until: dayOrNull(row.until) }))
}

export async function relate(one: Transaction, given: Omit<Relationship, 'id'>): Promise<Relationship> {
  const { person, kind, other, from, until } = given
  const values = [one.authority, person, kind, other, textOfDay(from), textOfDay(until)]
  const [made] = await rowsOf<{ readonly id: string }>(one, inserted, values)
  return { id: made?.id ?? '', person, kind, other, from, until }
}

/** Throws where the authority has no such relationship. */
export async function endRelationship(one: Transaction, id: string, until: Day): Promise<void> {
  const found = isId(id) ? await rowsOf(one, ended, [one.authority, id, formatDay(until)]) : []
  if (found.length === 0) throw new Error('There is no such relationship to end.')
}
