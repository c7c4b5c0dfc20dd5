import type { Instant } from '#calendar/instant.ts'
import type { Outgoing } from '#casework/ports.ts'
import { rowsOf, type Statement, type Transaction } from './transaction.ts'

const latest: Statement = {
  name: 'outbox',
  text: `select id::text, at, kind, send_to as "to", case_id as "caseId", subject, body
    from outbox where authority_id = $1 order by outbox.id desc limit $2`,
}
const inserted: Statement = {
  name: 'insert-outgoing',
  text: 'insert into outbox (authority_id, kind, send_to, case_id, subject, body) values ($1, $2, $3, $4, $5, $6)',
}

/** What is to be sent, the latest first. */
export const outbox = (
  one: Transaction,
  limit: number,
): Promise<readonly (Outgoing & { readonly id: string; readonly at: Instant })[]> =>
  rowsOf(one, latest, [one.authority, limit])

export async function send(one: Transaction, { kind, to, caseId, subject, body }: Outgoing): Promise<void> {
  await rowsOf(one, inserted, [one.authority, kind, to, caseId, subject, body])
}
