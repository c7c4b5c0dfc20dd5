import type { Reach } from '#casework/access/reach.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { reachValues, withinReach } from './reach-values.ts'

const referred: Statement = {
  name: 'cases-referred-by',
  text: `select id from cases where authority_id = $1 and id in (
      select case_id from events where authority_id = $1 and written_by = $3 and type = 'referral.received')
      and (restricted_to is null or $3 = any (restricted_to)) and not ${withinReach(3)}
    order by closed_at is not null, opened_at desc, reference desc limit $2`,
}

/** The cases of which a reader has written down a referral and that they do not see: open ones first, opened last first. */
export async function referredBy(one: Transaction, reader: Reach, limit: number): Promise<readonly string[]> {
  if (!isId(reader.user)) return []
  const rows = await rowsOf<{ readonly id: string }>(one, referred, [
    one.authority,
    limit,
    ...reachValues(reader),
  ])
  return rows.map(({ id }) => id)
}
