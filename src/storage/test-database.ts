import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { Client, Pool } from 'pg'
import { connectionsTo, makeDatabase, type Connections } from './embedded/make-database.ts'
import { startServer, type Server } from './embedded/start-server.ts'
import { migrate } from './migrate.ts'
import { openPool } from './open-pool.ts'

/** A real database of a test file's own, up to date and empty. */
export type TestDatabase = Connections & {
  /** As the application, which sees one authority at a time. */
  readonly pool: Pool
  /** As the owner of the tables, to whom the rules of the rows do not apply. */
  readonly ownerPool: Pool
}

/** Nothing of a test has to outlive the machine. */
const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const template = 'alongside_template'

type Running = { readonly server: Server; readonly folder: string }
let running: Promise<Running> | undefined
const pools: Pool[] = []
let made = 0

after(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  if (running === undefined) return
  const { server, folder } = await running
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-test-'))
  chmodSync(folder, 0o755)
  const server = await startServer({ folder: join(folder, 'postgres'), settings: quick })
  const { owner } = await makeDatabase(server, template)
  await migrate(owner)
  return { server, folder }
}

/** Of the server that the tests share: the first that needs it starts it, and it stops when all tests are over. */
export async function testServer(): Promise<Server> {
  running ??= start()
  return (await running).server
}

/** A copy of an empty, migrated database; about a thirtieth of a second. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  made += 1
  const name = `test_${made}`
  const { host, port } = server
  const client = new Client({ host, port, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${template} owner alongside_owner`)
  } finally {
    await client.end()
  }
  const connections = connectionsTo(server, name)
  const lost = (error: Error): void => console.error(`A connection of a test was lost: ${error.message}`)
  const pool = openPool(connections.app, lost)
  const ownerPool = new Pool(connections.owner)
  ownerPool.on('error', (error) => (ownerPool.ending ? undefined : lost(error)))
  pools.push(pool, ownerPool)
  return { ...connections, pool, ownerPool }
}
