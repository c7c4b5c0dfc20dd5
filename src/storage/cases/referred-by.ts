import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const referred: Statement = {
  name: 'cases-referred-by',
  text: `select id from cases where authority_id = $1 and id in (
      select case_id from events where authority_id = $1 and written_by = $2 and type = 'referral.received')
    order by opened_at desc, reference desc limit $3`,
}

/** The cases of which somebody has written down a referral, those opened last first. */
export async function referredBy(one: Transaction, user: string, limit: number): Promise<readonly string[]> {
  if (!isId(user)) return []
  const rows = await rowsOf<{ readonly id: string }>(one, referred, [one.authority, user, limit])
  return rows.map(({ id }) => id)
}
