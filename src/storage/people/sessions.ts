import type { Instant } from '#calendar/instant.ts'
import type { Session } from '#casework/ports.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const found: Statement = {
  name: 'session',
  text: `select token, user_id as user, expires_at as expires from sessions
    where authority_id = $1 and token = $2 and expires_at > $3`,
}
const inserted: Statement = {
  name: 'insert-session',
  text: 'insert into sessions (authority_id, token, user_id, expires_at) values ($1, $2, $3, $4)',
}
const prolonged: Statement = {
  name: 'prolong-session',
  text: 'update sessions set expires_at = $3 where authority_id = $1 and token = $2 and expires_at < $3',
}
const ended: Statement = {
  name: 'end-session',
  text: 'delete from sessions where authority_id = $1 and token = $2',
}

export const session = async (one: Transaction, token: string, asOf: Instant): Promise<Session | null> =>
  (await rowsOf<Session>(one, found, [one.authority, token, textOfInstant(asOf)]))[0] ?? null

export async function startSession(one: Transaction, { token, user, expires }: Session): Promise<void> {
  await rowsOf(one, inserted, [one.authority, token, user, textOfInstant(expires)])
}

export async function prolongSession(one: Transaction, token: string, expires: Instant): Promise<void> {
  await rowsOf(one, prolonged, [one.authority, token, textOfInstant(expires)])
}

export async function endSession(one: Transaction, token: string): Promise<void> {
  await rowsOf(one, ended, [one.authority, token])
}
