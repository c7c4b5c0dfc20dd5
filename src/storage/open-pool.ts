import { Pool, types, type CustomTypesConfig, type PoolConfig } from 'pg'
import type { Instant } from '#calendar/instant.ts'
import { parseInstant } from '#calendar/instant.ts'
import { appRole } from './migrate.ts'
import { inOneWrite } from './one-write.ts'

const int8 = 20
const timestamptz = 1184
/** Types of which pg makes something that depends on the machine: they stay text. */
const asText: ReadonlySet<number> = new Set([1082, 1114, 1083, 1266, 1186, 1700])

/** `2026-03-02 10:00:00.5+00` to milliseconds; 'infinity' to null. The connection's time zone is UTC. */
export function instantOf(text: string): Instant | null {
  if (text === 'infinity') return null
  const instant = text.endsWith('+00')
    ? parseInstant(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : undefined
  if (instant === undefined) throw new RangeError(`A moment from the database cannot be read: ${text}`)
  return instant
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large a number.`)
  return number
}

const readAs: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === timestamptz) return instantOf
    if (oid === int8) return wholeNumber
    if (asText.has(oid)) return (text: string) => text
    return types.getTypeParser(oid, format) as unknown
  }) as CustomTypesConfig['getTypeParser'],
}

/**
 * Every statement has an index. A plan made while a table was nearly empty would read it from end to end, and be kept by its
 * connection while the table grows. For the same reason one plan does for all values of a statement: to make another for each
 * takes longer than most statements themselves.
 */
const settings = [
  `role=${appRole}`,
  'TimeZone=UTC',
  'enable_seqscan=off',
  'jit=off',
  'plan_cache_mode=force_generic_plan',
]

/** For a connection: whoever asks is told that the database is away rather than left waiting. */
const longestWait = 10_000

/**
 * Connections as the role that sees one authority at a time. Whichever role signs in, it becomes that one before the first
 * statement. Statements asked together are sent together.
 *
 * @param lost told of a connection that broke while nobody used it; the pool makes another when one is needed
 */
export function openPool(app: PoolConfig, lost: (error: Error) => void): Pool {
  const pool = new Pool({
    ...app,
    types: readAs,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: longestWait,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
  })
  pool.on('connect', (client) => {
    inOneWrite(client)
    // One that breaks as it is handed over is nobody's for a moment, and an error for which nobody listens ends the process.
    client.on('error', () => {})
  })
  pool.on('error', (error) => {
    if (!pool.ending) lost(error)
  })
  return pool
}

/** @throws Error where the connections of a pool would see the rows of every authority */
export async function checkRowSecurity(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ readonly role: string; readonly held: boolean }>(
    "select current_user as role, row_security_active('cases') as held",
  )
  if (rows[0]?.held === true) return
  throw new Error(
    `The database role ${rows[0]?.role ?? ''} sees every authority's rows. It may not own the tables or pass over row security.`,
  )
}
