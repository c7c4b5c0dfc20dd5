import type pg from 'pg'
import type { Instant } from '#calendar/instant.ts'
import type { AuditEntry, AuditFilter, Looking } from '#casework/ports.ts'
import { textOfInstant } from './day-column.ts'
import { isId } from './is-id.ts'
import { looking, rowsOf, type Statement, type Transaction } from './transaction.ts'

const columns = 'at, user_id as user, act, case_id as "caseId", detail'
const which = (of: string): string =>
  `authority_id = $1 and ${of} and ($3::uuid is null or user_id = $3) and ($4::text is null or act = $4)`

/** The tail comes after the chain; of each as many as can be among those asked for. */
const entriesOf = (name: string, of: string): Statement => ({
  name,
  text: `(select ${columns}, number as place, true as fresh from audit_tail
      where ${which(of)} order by number desc limit $5::bigint + $6)
    union all
    (select ${columns}, entry as place, false as fresh from audit
      where ${which(of)} order by entry desc limit $5::bigint + $6)
    order by fresh desc, place desc limit $5 offset $6`,
})
const kindsOf = (name: string, of: string): Statement => ({
  name,
  text: `select distinct user_id as user, act from audit_tail where authority_id = $1 and ${of}
    union select distinct user_id, act from audit where authority_id = $1 and ${of}`,
})
const ofCase = 'case_id = $2::uuid'
const ofNone = 'case_id is null and $2::uuid is null'
const statements = {
  case: entriesOf('audit-of-case', ofCase),
  none: entriesOf('audit-of-no-case', ofNone),
  kindsOfCase: kindsOf('audit-kinds-of-case', ofCase),
  kindsOfNone: kindsOf('audit-kinds-of-no-case', ofNone),
}
const inserted: Statement = {
  name: 'insert-audit',
  text: `insert into audit_tail (authority_id, at, user_id, act, case_id, detail)
    select $1, at, user_id, act, case_id, detail
    from json_to_recordset($2)
      as entry (place integer, at timestamptz, user_id uuid, act text, case_id uuid, detail jsonb)
    order by place`,
}
const sealed: Statement = { name: 'seal-audit', text: 'select seal_audit($1) as sealed' }
const verified: Statement = {
  name: 'verify-audit',
  text: `select entries, hash, broken_at as "brokenAt", waiting, waiting_since as "waitingSince" from verify_audit()`,
}

/** Who saw and who changed what in a case, the latest first; without a case, what is about none. */
export const auditOf = async (
  one: Transaction,
  caseId: string | null,
  limit: number,
  { user, act, offset = 0 }: AuditFilter = {},
): Promise<readonly AuditEntry[]> => {
  if ((caseId !== null && !isId(caseId)) || (user !== undefined && !isId(user))) return []
  const statement = caseId === null ? statements.none : statements.case
  const values = [one.authority, caseId, user ?? null, act ?? null, limit, offset]
  const rows = await rowsOf<AuditEntry>(one, statement, values)
  return rows.map(({ at, user: by, act: what, caseId: of, detail }) => ({
    at,
    user: by,
    act: what,
    caseId: of,
    detail,
  }))
}

/** Everybody who stands in an audit, and everything that they did, each once. */
export const auditKinds = async (
  one: Transaction,
  caseId: string | null,
): ReturnType<Looking['auditKinds']> => {
  if (caseId !== null && !isId(caseId)) return { users: [], acts: [] }
  const statement = caseId === null ? statements.kindsOfNone : statements.kindsOfCase
  type Row = { readonly user: string | null; readonly act: string }
  const rows = await rowsOf<Row>(one, statement, [one.authority, caseId])
  return {
    users: [...new Set(rows.flatMap(({ user }) => (user === null ? [] : [user])))].toSorted(),
    acts: [...new Set(rows.map(({ act }) => act))].toSorted(),
  }
}

/** Writes entries into the tail, whence they are sealed soon afterwards. Nobody waits for anybody. */
export async function appendAudit(one: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ at, user, act, caseId, detail }, place) => ({
    place,
    at: textOfInstant(at),
    user_id: user,
    act,
    case_id: caseId,
    detail,
  }))
  await rowsOf(one, inserted, [one.authority, JSON.stringify(rows)])
}

export type AuditCheck = {
  readonly entries: number
  /** The last entry's hash in hexadecimal digits: written down elsewhere, it shows that nothing was cut off since. */
  readonly hash: string
  /** The first entry that does not follow from the one before it; null where all do. */
  readonly brokenAt: number | null
  /** Entries that are written and not sealed yet, and since when the first of them waits. */
  readonly waiting: number
  readonly waitingSince: Instant | null
}

const mostAtOnce = 2000

/**
 * Seals what has been written since, in every authority: moves it into the chain, in one transaction, oldest first. Several
 * processes may do so at once. Gives how many entries it sealed.
 */
export async function sealAudit(pool: pg.Pool): Promise<number> {
  let all = 0
  for (;;) {
    const { rows } = await pool.query<{ readonly sealed: number }>({ ...sealed, values: [mostAtOnce] })
    const done = rows[0]?.sealed ?? 0
    all += done
    if (done < mostAtOnce) return all
  }
}

/** Goes through the whole audit of an authority, and finds what was changed, taken out or put in afterwards. */
export function verifyAudit(pool: pg.Pool, authority: string): Promise<AuditCheck> {
  return looking(pool, authority, async (one) => {
    const [check] = await rowsOf<AuditCheck>(one, verified, [])
    if (check === undefined) throw new Error('The audit cannot be read.')
    return check
  })
}
