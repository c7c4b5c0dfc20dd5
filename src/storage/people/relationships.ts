import type { Day } from '#calendar/day.ts'
import type { ChangingPeople, Relationship, Written } from '#casework/people/people-ports.ts'
import { dayOrNull, textOfDay, textOrNull } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const ofCase: Statement = {
  name: 'relationships-of-case',
  text: `select id, person_id as person, kind, other_id as other, from_day as from, until_day as until
    from relationships
    where authority_id = $1 and not mistaken
      and person_id in (select person_id from case_people where authority_id = $1 and case_id = $2)
      and other_id in (select person_id from case_people where authority_id = $1 and case_id = $2)
    order by from_day nulls first, id`,
}
const inserted: Statement = {
  name: 'insert-relationship',
  text: `insert into relationships (authority_id, person_id, kind, other_id, from_day, until_day, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, coalesce($7::timestamptz, now()), $8) returning id`,
}
const changed: Statement = {
  name: 'change-relationship',
  text: `update relationships set kind = $3, from_day = $4, until_day = $5, mistaken = $6,
      changed_at = coalesce($7::timestamptz, now()), changed_by = $8
    where authority_id = $1 and id = $2 returning id`,
}

/** When and by whom, as two values; the database says the moment where nobody does. */
export const saidBy = (written: Written | undefined): readonly [string | null, string | null] => [
  textOrNull(written?.at ?? null),
  written?.by ?? null,
]

type Row = { readonly [K in keyof Relationship]: Exclude<Relationship[K], Day> | string }

/** How those in a case are related to each other, also when it is over. */
export async function relationshipsOf(one: Transaction, caseId: string): Promise<readonly Relationship[]> {
  if (!isId(caseId)) return []
  const rows = await rowsOf<Row>(one, ofCase, [one.authority, caseId])
  return rows.map((row) => ({ ...row, from: dayOrNull(row.from), until: dayOrNull(row.until) }))
}

export async function relate(
  one: Transaction,
  given: Omit<Relationship, 'id'>,
  written?: Written,
): Promise<Relationship> {
  const { person, kind, other, from, until } = given
  const days = [textOfDay(from), textOfDay(until)]
  const values = [one.authority, person, kind, other, ...days, ...saidBy(written)]
  const [made] = await rowsOf<{ readonly id: string }>(one, inserted, values)
  return { id: made?.id ?? '', person, kind, other, from, until }
}

/** Throws where the authority has no such relationship. */
export async function changeRelationship(
  one: Transaction,
  ...[id, { kind, from, until, mistaken }, written]: Parameters<ChangingPeople['changeRelationship']>
): Promise<void> {
  const values = [one.authority, id, kind, textOfDay(from), textOfDay(until), mistaken, ...saidBy(written)]
  const found = isId(id) ? await rowsOf(one, changed, values) : []
  if (found.length === 0) throw new Error('There is no such relationship to change.')
}
