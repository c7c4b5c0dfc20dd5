import type { Instant } from '#calendar/instant.ts'
import type { Attempts } from '#casework/sign-in/kept-sign-in.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

/** Those whose time is over go with the next attempt of anybody: there is nothing else to tidy up. */
const over: Statement = {
  name: 'drop-old-attempts',
  text: 'delete from sign_in_attempts where authority_id = $1 and until <= $2 and about <> $3',
}
const counted: Statement = {
  name: 'count-attempt',
  text: `insert into sign_in_attempts as known (authority_id, about, count, since, until) values ($1, $2, 1, $3, $4)
    on conflict (authority_id, about) do update set
      count = case when known.until <= excluded.since then 1 else known.count + 1 end,
      since = case when known.until <= excluded.since then excluded.since else known.since end,
      until = case when known.until <= excluded.since then excluded.until else known.until end
    returning count, since`,
}
const forgotten: Statement = {
  name: 'forget-attempts',
  text: 'delete from sign_in_attempts where authority_id = $1 and about = $2',
}
const takenBack: Statement = {
  name: 'take-back-attempt',
  text: 'update sign_in_attempts set count = count - 1 where authority_id = $1 and about = $2 and count > 0',
}

export async function countAttempt(
  one: Transaction,
  about: string,
  at: Instant,
  forLong: number,
): Promise<Attempts> {
  const [now, until] = [textOfInstant(at), textOfInstant((at + forLong) as Instant)]
  await rowsOf(one, over, [one.authority, now, about])
  const [row] = await rowsOf<Attempts>(one, counted, [one.authority, about, now, until])
  if (row === undefined) throw new Error('The attempt was not counted.')
  return row
}

export async function forgetAttempts(one: Transaction, about: string): Promise<void> {
  await rowsOf(one, forgotten, [one.authority, about])
}

export async function takeBackAttempt(one: Transaction, about: string): Promise<void> {
  await rowsOf(one, takenBack, [one.authority, about])
}
