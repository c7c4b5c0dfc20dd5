import type { Look } from '#casework/case/look.ts'
import { textOfInstant } from './day-column.ts'
import { rowsOf, type Statement, type Transaction } from './transaction.ts'

/** Writes nothing, and takes no lock, where the page was open to them lately, which is the rule. */
const noted: Statement = {
  name: 'note-look',
  text: `insert into looks (authority_id, case_id, user_id, page, at)
    select $1, $2, $3, $4, $5
    where not exists (
      select from looks where authority_id = $1 and case_id = $2 and user_id = $3 and page = $4 and at > $6
    )
    on conflict (authority_id, case_id, user_id, page) do update set at = excluded.at where looks.at <= $6
    returning at`,
}

export async function noteLook(one: Transaction, { caseId, user, page, at, since }: Look): Promise<boolean> {
  const values = [one.authority, caseId, user, page, textOfInstant(at), textOfInstant(since)]
  return (await rowsOf(one, noted, values)).length > 0
}
