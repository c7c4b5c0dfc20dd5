import type { Message, Outgoing, Settled } from '#casework/messages/message.ts'
import { textOfInstant } from '../day-column.ts'
import { atTheEnd, rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { isNumber, message } from './messages.ts'

const inserted: Statement = {
  name: 'insert-outgoing',
  text: `insert into outbox (authority_id, kind, to_user, to_email, to_role, case_id, subject, body, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, now()))`,
}
const taken: Statement = {
  name: 'take-message',
  text: `update outbox set tries = tries + 1
    where authority_id = $1 and id = $2 and state = 'waiting' returning id::text`,
}
// Its number of tries says that it is still ours: whoever takes it after us adds one.
const stillOurs = `authority_id = $1 and id = $2 and tries = $3 and state = 'waiting'`
const settled: Statement = {
  name: 'settle-message',
  text: `update outbox set state = $4, settled_at = $5, why = $6,
      body = case when kind = 'account' and $4 in ('sent', 'failed') then '' else body end
    where ${stillOurs}`,
}
const addressed: Statement = {
  name: 'address-message',
  text: `update outbox set to_user = $4, tries = 0 where ${stillOurs} returning id`,
}
const copied: Statement = {
  name: 'copy-message',
  text: `insert into outbox (authority_id, at, kind, to_user, to_role, case_id, subject, body)
    select authority_id, at, kind, holder, to_role, case_id, subject, body
    from outbox, unnest($3::uuid[]) with ordinality as holders (holder, place)
    where authority_id = $1 and id = $2 order by place`,
}
const retried: Statement = {
  name: 'retry-message',
  text: `update outbox set state = 'waiting', settled_at = null, tries = 0, why = null
    where authority_id = $1 and id = $2 and state = 'failed'`,
}

export async function send(
  one: Transaction,
  { kind, to, caseId, subject, body, at }: Outgoing,
): Promise<void> {
  const values = [
    one.authority,
    kind,
    to.kind === 'user' ? to.user : null,
    to.kind === 'email' ? to.email : null,
    to.kind === 'role' ? to.role : null,
    caseId,
    subject,
    body,
    at === undefined ? null : textOfInstant(at),
  ]
  atTheEnd(one, rowsOf(one, inserted, values))
}

export async function takeMessage(one: Transaction, id: string): Promise<Message | null> {
  if (!isNumber(id)) return null
  const [row] = await rowsOf<{ readonly id: string }>(one, taken, [one.authority, id])
  return row === undefined ? null : message(one, row.id)
}

type Taken = Pick<Message, 'id' | 'tries'>

export async function settleMessage(one: Transaction, { id, tries }: Taken, given: Settled): Promise<void> {
  await rowsOf(one, settled, [
    one.authority,
    id,
    tries,
    given.state,
    textOfInstant(given.at),
    'why' in given ? given.why : null,
  ])
}

/** Makes a message for a role one for each of its holders. */
export async function addressMessage(
  one: Transaction,
  { id, tries }: Taken,
  [first, ...others]: readonly [string, ...string[]],
): Promise<void> {
  const ours = await rowsOf(one, addressed, [one.authority, id, tries, first])
  if (ours.length > 0) await rowsOf(one, copied, [one.authority, id, others])
}

export async function retryMessage(one: Transaction, id: string): Promise<void> {
  await rowsOf(one, retried, [one.authority, id])
}
