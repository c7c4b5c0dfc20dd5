import { join } from 'node:path'
import type { ClientConfig, Pool } from 'pg'
import { keepServer } from './embedded/keep-server.ts'
import { makeDatabase, type Connections } from './embedded/make-database.ts'
import { migrate } from './migrate.ts'
import { checkRowSecurity, openPool } from './open-pool.ts'

/** A database that is up to date and ready to be used. */
export type Database = {
  /** As the application: what postgresStore, postgresSessions, rebuild and verifyAudit take. */
  readonly pool: Pool
  /** How to connect for jobs, which have connections of their own. */
  readonly app: ClientConfig
  /** As the owner of the tables, who sees every authority: for commands such as a backup. */
  readonly owner: ClientConfig
  /** The migrations that were carried out now. */
  readonly migrated: readonly string[]
  /** Ends the connections, and the server where this process has started it. */
  readonly close: () => Promise<void>
}

type Where = {
  /** Any PostgreSQL 15 or later, as DATABASE_URL has it; its role owns the tables or will. */
  readonly url?: string | undefined
  /** Without a url: the data folder under which a PostgreSQL of its own runs. */
  readonly folder: string
  /** The most that there may be at once. */
  readonly connections?: number
  /**
   * Told of a connection that broke while nobody used it, and of a server of our own that ended; another is made when
   * it is needed.
   */
  readonly lost: (error: Error) => void
}

/**
 * Opens a database and brings it up to date. A server of our own is started again whenever it ends.
 *
 * @throws Error in plain words
 */
export async function openDatabase(where: Where): Promise<Database> {
  const { connections, stop } = await reached(where)
  let pool: Pool | undefined
  try {
    const migrated = await migrate(connections.owner)
    pool = openPool({ ...connections.app, max: where.connections ?? 10 }, where.lost)
    await checkRowSecurity(pool)
    const close = async (): Promise<void> => {
      await pool?.end()
      await stop()
    }
    return { pool, ...connections, migrated, close }
  } catch (error) {
    await pool?.end()
    await stop()
    throw error
  }
}

/**
 * Finds or starts a database and leaves it as it is: for a backup of what an older version has left, and to restore one.
 *
 * @returns how to connect as the owner of the tables, and what ends a server that this process has started
 */
export async function reachDatabase(
  where: Where,
): Promise<{ readonly owner: ClientConfig; readonly close: () => Promise<void> }> {
  const { connections, stop } = await reached(where)
  return { owner: connections.owner, close: stop }
}

type Opened = { readonly connections: Connections; readonly stop: () => Promise<void> }

const reached = async (where: Where): Promise<Opened> =>
  where.url === undefined ? own(where) : given(where.url)

async function own({ folder, lost }: Pick<Where, 'folder' | 'lost'>): Promise<Opened> {
  const server = await keepServer({ folder: join(folder, 'postgres') }, lost)
  return { connections: await makeDatabase(server, 'alongside'), stop: server.stop }
}

function given(url: string): Opened {
  const config = { connectionString: url }
  return { connections: { owner: config, app: config }, stop: async () => {} }
}
