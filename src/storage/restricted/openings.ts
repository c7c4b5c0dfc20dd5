import type { Opening, OpenFamily } from '#casework/restricted/openings.ts'
import { textOfInstant } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const called: Statement = {
  name: 'case-called',
  text: 'select id from cases where authority_id = $1 and reference = upper(btrim($2))',
}
const ofCase: Statement = {
  name: 'openings-of-case',
  text: `select user_id as user, opened_at as at, until_at as until, reason from openings
    where authority_id = $1 and case_id = $2 and until_at > now() order by opened_at, id`,
}
const ofUser: Statement = {
  name: 'openings-of-user',
  text: `select cases.id as "caseId", cases.reference, max(openings.until_at) as until
    from openings join cases on cases.authority_id = openings.authority_id and cases.id = openings.case_id
    where openings.authority_id = $1 and openings.user_id = $2 and openings.until_at > now()
      and cases.restricted_to is not null
    group by cases.id, cases.reference order by until, cases.reference`,
}
const inserted: Statement = {
  name: 'insert-opening',
  text: `insert into openings (authority_id, case_id, user_id, opened_at, until_at, reason)
    values ($1, $2, $3, $4, $5, $6)`,
}

const ended: Statement = {
  name: 'end-openings',
  text: `update openings set until_at = now() where authority_id = $1 and case_id = $2 and until_at > now()`,
}

export async function caseCalled(one: Transaction, reference: string): Promise<string | null> {
  const [row] = await rowsOf<{ readonly id: string }>(one, called, [one.authority, reference])
  return row?.id ?? null
}

/** The openings of a case that last still. */
export const openingsOf = (one: Transaction, caseId: string): Promise<readonly Opening[]> =>
  rowsOf<Opening>(one, ofCase, [one.authority, caseId])

export const openTo = async (one: Transaction, user: string): Promise<readonly OpenFamily[]> =>
  isId(user) ? rowsOf<OpenFamily>(one, ofUser, [one.authority, user]) : []

export async function openRestricted(one: Transaction, caseId: string, opening: Opening): Promise<void> {
  const { user, at, until, reason } = opening
  const values = [one.authority, caseId, user, textOfInstant(at), textOfInstant(until), reason]
  await rowsOf(one, inserted, values)
}

export async function endOpenings(one: Transaction, caseId: string): Promise<void> {
  await rowsOf(one, ended, [one.authority, caseId])
}
