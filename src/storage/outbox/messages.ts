import type { Instant } from '#calendar/instant.ts'
import type { Message, MessageQuery, Recipient } from '#casework/messages/message.ts'
import { reachValues, withinReach } from '../cases/reach-values.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const columns = `outbox.id::text, outbox.at, kind, to_user, to_email, to_role, case_id, subject, body, state, tries, why,
  settled_at as state_at,
  cases.reference, cases.team_id, cases.worker_id, cases.restricted_to`
const tables =
  'outbox left join cases on cases.authority_id = outbox.authority_id and cases.id = outbox.case_id'

/** One statement for each way of asking, so that each is planned with the index that it needs. */
const statementOf = (families: boolean, state: boolean): Statement => ({
  name: `messages${families ? ' about families' : ''}${state ? ' in a state' : ''}`,
  text: `select ${columns} from ${tables}
    where outbox.authority_id = $1 and outbox.id < $2 and ${state ? 'state = $6' : '$6::text is null'}
      and case when case_id is null then $3 or to_user = $4::uuid or exists (
          select from memberships
          where memberships.authority_id = $1 and memberships.user_id = outbox.to_user
            and memberships.team_id is not null and ($7::uuid[] is null or memberships.team_id = any ($7)))
        else ${families ? withinReach(8) : 'false'} end
    order by outbox.id desc limit $5`,
})
const queued = {
  families: { all: statementOf(true, false), state: statementOf(true, true) },
  none: { all: statementOf(false, false), state: statementOf(false, true) },
}
const one: Statement = {
  name: 'message',
  text: `select ${columns} from ${tables} where outbox.authority_id = $1 and outbox.id = $2`,
}

type Row = Pick<Message, 'id' | 'at' | 'kind' | 'subject' | 'body' | 'state' | 'tries' | 'why'> & {
  readonly to_user: string | null
  readonly to_email: string | null
  readonly to_role: string | null
  readonly case_id: string | null
  readonly state_at: Instant | null
  readonly reference: string | null
  readonly team_id: string | null
  readonly worker_id: string | null
  readonly restricted_to: readonly string[] | null
}

const recipientOf = ({ to_user, to_email, to_role }: Row): Recipient => {
  if (to_user !== null) return { kind: 'user', user: to_user }
  if (to_email !== null) return { kind: 'email', email: to_email }
  return { kind: 'role', role: to_role ?? '' }
}

const messageOf = (row: Row): Message => {
  const { id, at, kind, subject, body, state, tries, why, reference } = row
  const guarded = { team: row.team_id, worker: row.worker_id, restrictedTo: row.restricted_to }
  return {
    id,
    at,
    kind,
    subject,
    body,
    state,
    tries,
    why,
    to: recipientOf(row),
    caseId: row.case_id,
    role: row.to_role,
    stateAt: row.state_at,
    about: reference === null ? null : { reference, ...guarded },
  }
}

const largest = '9223372036854775807'
/** The number of a message, out of an address perhaps, as the database takes it. */
export const isNumber = (text: string): boolean => /^[1-9]\d{0,17}$/.test(text)

/** What was queued, the latest first. */
export async function messages(
  transaction: Transaction,
  { state, about, to, before, limit }: MessageQuery,
): Promise<readonly Message[]> {
  if (before !== null && !isNumber(before)) return []
  const statements = about === null ? queued.none : queued.families
  const theirs = to === null || to === 'anybody' ? { user: null, teams: [] } : to
  const rows = await rowsOf<Row>(transaction, state === null ? statements.all : statements.state, [
    transaction.authority,
    before ?? largest,
    to === 'anybody',
    theirs.user,
    limit,
    state,
    theirs.teams === 'any' ? null : theirs.teams,
    ...(about === null ? [] : reachValues(about)),
  ])
  return rows.map(messageOf)
}

export async function message(transaction: Transaction, id: string): Promise<Message | null> {
  if (!isNumber(id)) return null
  const [row] = await rowsOf<Row>(transaction, one, [transaction.authority, id])
  return row === undefined ? null : messageOf(row)
}
