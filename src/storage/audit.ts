import type pg from 'pg'
import type { Instant } from '#calendar/instant.ts'
import type { AuditEntry } from '#casework/ports.ts'
import { textOfInstant } from './day-column.ts'
import { isId } from './is-id.ts'
import { looking, rowsOf, type Statement, type Transaction } from './transaction.ts'

const columns = 'at, user_id as user, act, case_id as "caseId", detail'
const ofCase: Statement = {
  name: 'audit-of-case',
  text: `(select ${columns}, number as place, true as fresh from audit_tail
      where authority_id = $1 and case_id = $2 order by number desc limit $3)
    union all
    (select ${columns}, entry as place, false as fresh from audit
      where authority_id = $1 and case_id = $2 order by entry desc limit $3)
    order by fresh desc, place desc limit $3`,
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

/** Who saw and who changed what in a case, the latest first. */
export const auditOf = async (
  one: Transaction,
  caseId: string,
  limit: number,
): Promise<readonly AuditEntry[]> => {
  if (!isId(caseId)) return []
  const rows = await rowsOf<AuditEntry>(one, ofCase, [one.authority, caseId, limit])
  return rows.map(({ at, user, act, caseId: of, detail }) => ({ at, user, act, caseId: of, detail }))
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
