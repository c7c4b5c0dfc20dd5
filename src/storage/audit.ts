import type pg from 'pg'
import type { AuditEntry } from '#casework/ports.ts'
import { textOfInstant } from './day-column.ts'
import { isId } from './is-id.ts'
import { looking, rowsOf, type Statement, type Transaction } from './transaction.ts'

const ofCase: Statement = {
  name: 'audit-of-case',
  text: `select at, user_id as user, act, case_id as "caseId", detail from audit
    where authority_id = $1 and case_id = $2 order by entry desc limit $3`,
}
const inserted: Statement = {
  name: 'insert-audit',
  text: `insert into audit (authority_id, at, user_id, act, case_id, detail)
    select $1, at, user_id, act, case_id, detail
    from json_to_recordset($2)
      as fresh (place integer, at timestamptz, user_id uuid, act text, case_id uuid, detail jsonb)
    order by place`,
}
const verified: Statement = {
  name: 'verify-audit',
  text: 'select entries, hash, broken_at as "brokenAt" from verify_audit()',
}

/** Who saw and who changed what in a case, the latest first. */
export const auditOf = async (
  one: Transaction,
  caseId: string,
  limit: number,
): Promise<readonly AuditEntry[]> =>
  isId(caseId) ? rowsOf<AuditEntry>(one, ofCase, [one.authority, caseId, limit]) : []

/** Puts entries at the end of the authority's chain. Everybody else who does waits until the transaction ends. */
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
}

/** Goes through the whole audit of an authority, and finds what was changed, taken out or put in afterwards. */
export function verifyAudit(pool: pg.Pool, authority: string): Promise<AuditCheck> {
  return looking(pool, authority, async (one) => {
    const [check] = await rowsOf<AuditCheck>(one, verified, [])
    if (check === undefined) throw new Error('The audit cannot be read.')
    return check
  })
}
