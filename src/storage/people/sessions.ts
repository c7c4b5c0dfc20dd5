import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Instant } from '#calendar/instant.ts'
import type { Session, Sessions } from '#casework/sign-in/sessions.ts'
import { textOfInstant } from '../day-column.ts'
import { changing, notReached, rowsOf, type Statement } from '../transaction.ts'

const inserted: Statement = {
  name: 'open-session',
  text: `insert into sessions (authority_id, digest, user_id, opened_at, seen_at) values ($1, $2, $3, $4, $4)`,
}
const found: Statement = {
  name: 'find-session',
  text: 'select * from find_session($1, $2)',
}
const touched: Statement = {
  name: 'touch-session',
  text: 'update sessions set seen_at = $3 where authority_id = $1 and digest = $2 and seen_at < $3 and ended_at is null',
}
const closed: Statement = {
  name: 'close-session',
  text: 'update sessions set ended_at = $3 where authority_id = $1 and digest = $2 and ended_at is null',
}
const allClosed: Statement = {
  name: 'close-sessions-of-user',
  text: 'update sessions set ended_at = $3 where authority_id = $1 and user_id = $2 and ended_at is null',
}

type Row = Omit<Session, 'actor' | 'authority'> &
  Omit<Session['authority'], 'id'> & {
    readonly user: string
    readonly user_name: string
    readonly memberships: Session['actor']['memberships']
  }

/** The authority's id without its dashes, then 256 random bits: what the browser holds says where to look. */
const sessionId = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[A-Za-z0-9_-]{43}$/

const digestOf = (id: string): Buffer => createHash('sha256').update(id).digest()
const authorityIn = (id: string): string | null => sessionId.exec(id)?.slice(1).join('-') ?? null

/** Sessions in PostgreSQL, by a digest of their id: who reads the table can be nobody by it. */
export const postgresSessions = (pool: pg.Pool): Sessions => {
  const note = async (id: string, statement: Statement, at: Instant): Promise<void> => {
    const where = authorityIn(id)
    if (where === null) return
    await changing(pool, where, (one) => rowsOf(one, statement, [where, digestOf(id), textOfInstant(at)]))
  }
  return {
    open: async (who, at) => {
      const id = `${who.authority.replaceAll('-', '')}${randomBytes(32).toString('base64url')}`
      const values = [who.authority, digestOf(id), who.user, textOfInstant(at)]
      await changing(pool, who.authority, (one) => rowsOf(one, inserted, values))
      return id
    },
    find: async (id) => {
      const where = authorityIn(id)
      if (where === null) return null
      const asked = await pool
        .query<Row>({ ...found, values: [where, digestOf(id)] })
        .catch((error: unknown) => {
          throw notReached(error)
        })
      const [row] = asked.rows
      if (row === undefined) return null
      const { user, user_name: called, memberships, slug, name, pack, demonstration } = row
      return {
        actor: { authority: where, user, name: called, memberships },
        authority: { id: where, slug, name, pack, demonstration },
        opened: row.opened,
        seen: row.seen,
        ended: row.ended,
      }
    },
    touch: (id, at) => note(id, touched, at),
    close: (id, at) => note(id, closed, at),
    closeAll: async ({ authority: where, user: whose }, at) => {
      await changing(pool, where, (one) => rowsOf(one, allClosed, [where, whose, textOfInstant(at)]))
    },
  }
}
