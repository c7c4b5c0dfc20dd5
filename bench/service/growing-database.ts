import { Client } from 'pg'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#calendar/instant.ts'
import type { Authority } from '#casework/ports.ts'
import { fillDemonstration } from '#app/demonstration/fill-demonstration.ts'
import { installedPacks } from '#app/service/installed-packs.ts'
import { makeDatabase } from '#storage/embedded/make-database.ts'
import { startServer } from '#storage/embedded/start-server.ts'
import type { Server } from '#storage/embedded/start-server.ts'
import { migrate } from '#storage/migrate.ts'
import { openPool } from '#storage/open-pool.ts'
import { postgresStore } from '#storage/store.ts'
import type { Copies } from './copy-families.ts'
import { copyFamilies } from './copy-families.ts'

/** The families that all others are copies of: so many under each procedure. */
const templates = 1000
/** While it is filled nothing needs to be on the disk: it is written there before anything is measured. */
const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '8GB' }

export type Filled = {
  readonly authorities: readonly Authority[]
  readonly url: string
  readonly server: Server
}

/** A wish for an authority: families at all stages, and closed ones beside them. */
export type Wish = { readonly slug: string; readonly families: number; readonly closed?: number }

const lost = (error: Error): void => console.error(`A connection was lost: ${error.message}`)

const urlOf = ({ host }: Server): string =>
  `postgresql://alongside_owner@/alongside?host=${encodeURIComponent(host)}`

const asAdministrator = async <T>(server: Server, work: (client: Client) => Promise<T>): Promise<T> => {
  const { host, port } = server
  const client = new Client({ host, port, user: 'postgres', database: 'alongside' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A server over the folder, with a database that is up to date: everything acknowledged is on the disk, or nothing is. */
const open = async (folder: string, settings: Readonly<Record<string, string>>): Promise<Server> => {
  chmodSync(folder, 0o755)
  const server = await startServer({ folder: join(folder, 'postgres'), settings })
  const { owner } = await makeDatabase(server, 'alongside')
  await migrate(owner)
  return server
}

/** True where something was not there yet. */
const wishedFor = async (server: Server, wishes: readonly Wish[]): Promise<boolean> => {
  const { host, port } = server
  const pool = openPool({ host, port, database: 'alongside', user: 'alongside_owner' }, lost)
  const store = postgresStore(pool)
  try {
    if ((await store.authorities()).length === 0) {
      const clock = { now: () => Date.now() as Instant }
      const { signal } = new AbortController()
      const deps = { store, clock, shelf: installedPacks() }
      await fillDemonstration(deps, { families: templates, tell: () => {}, signal })
    }
    const template = (await store.authorities()).find(({ pack }) => pack === 'nine-steps')
    if (template === undefined) throw new Error('There is no authority to copy families of.')
    const copies: Copies[] = []
    for (const { slug, families, closed = 0 } of wishes) {
      if ((await store.authorities()).some((one) => one.slug === slug)) continue
      const made = { slug, name: slug, pack: template.pack, closures: [], demonstration: true }
      const { id } = await store.addAuthority(made)
      copies.push({ from: template.id, into: id, families })
      if (closed > 0) copies.push({ from: template.id, into: id, families: closed, closed: true })
    }
    if (copies.length > 0) await asAdministrator(server, (client) => copyFamilies(client, copies))
    return copies.length > 0
  } finally {
    await pool.end()
  }
}

/**
 * Adds authorities to the database of a folder, and starts it as the service would, with everything on the disk and known to
 * the planner.
 */
export const grow = async (folder: string, wishes: readonly Wish[]): Promise<Filled> => {
  const filling = await open(folder, quick)
  if (await wishedFor(filling, wishes))
    await asAdministrator(filling, async (client) => {
      await client.query('vacuum analyze')
      await client.query('checkpoint')
    })
  await filling.stop()
  const server = await open(folder, {})
  const { host, port } = server
  const pool = openPool({ host, port, database: 'alongside', user: 'alongside_owner' }, lost)
  const authorities = await postgresStore(pool).authorities()
  await pool.end()
  return { authorities, url: urlOf(server), server }
}
