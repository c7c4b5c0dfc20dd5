import type pg from 'pg'
import type { Instant } from '#calendar/instant.ts'
import { textOfInstant } from './day-column.ts'
import { authorities } from './people/authorities.ts'
import { changing, rowsOf, type Statement } from './transaction.ts'

/** How many rows were taken away because nobody can need them any more. */
export type Tidied = { readonly requests: number; readonly sessions: number }

const day = 86_400_000
/** No page stays open for so long, and nobody sends its form again afterwards. */
const keepRequests = 30 * day
/** An ended session is known for a while, so that what was typed in it is still somebody's. */
const keepSessions = 30 * day
/** So many at a time, so that nobody waits for long. */
const batch = 5000

const requests: Statement = {
  name: 'tidy-requests',
  // What begins so says how far the demonstration was filled.
  text: `delete from request_keys where authority_id = $1 and key in (
    select key from request_keys where authority_id = $1 and at < $2 and key not like 'demonstration:%' limit $3)
    returning 1 as one`,
}
const sessions: Statement = {
  name: 'tidy-sessions',
  text: `delete from sessions where authority_id = $1 and digest in (
    select digest from sessions where authority_id = $1 and seen_at < $2 limit $3)
    returning 1 as one`,
}

async function tidyAll(
  pool: pg.Pool,
  authority: string,
  statement: Statement,
  before: number,
): Promise<number> {
  let all = 0
  for (;;) {
    const values = [authority, textOfInstant(before as Instant), batch]
    const { length } = await changing(pool, authority, (one) => rowsOf(one, statement, values))
    all += length
    if (length < batch) return all
  }
}

/**
 * Takes away what requests led to and who was signed in, once that is 30 days ago. Drafts stay until whoever wrote them
 * records them or throws them away. Any number of processes may do so at once.
 */
export async function tidy(pool: pg.Pool, now: Instant): Promise<Tidied> {
  const tidied = { requests: 0, sessions: 0 }
  for (const { id } of await authorities(pool)) {
    tidied.requests += await tidyAll(pool, id, requests, now - keepRequests)
    tidied.sessions += await tidyAll(pool, id, sessions, now - keepSessions)
  }
  return tidied
}
