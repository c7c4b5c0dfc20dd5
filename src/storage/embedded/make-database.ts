import { Client, type ClientConfig } from 'pg'
import { appRole } from '../migrate.ts'
import type { Server } from './start-server.ts'

/** The role that owns the tables. It is not the server's administrator. */
const ownerRole = 'alongside_owner'

/** How to connect to one database: as the owner of its tables, and as the application. */
export type Connections = { readonly owner: ClientConfig; readonly app: ClientConfig }

export const connectionsTo = (
  { host, port }: Pick<Server, 'host' | 'port'>,
  database: string,
): Connections => ({
  owner: { host, port, database, user: ownerRole },
  app: { host, port, database, user: appRole },
})

/** Makes the roles and an empty database where they are not there yet. */
export async function makeDatabase(
  server: Pick<Server, 'host' | 'port'>,
  database: string,
): Promise<Connections> {
  const { host, port } = server
  const client = new Client({ host, port, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    // Two that start at once would both find nothing.
    await client.query('select pg_advisory_lock(1)')
    for (const role of [ownerRole, appRole]) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      if (rowCount === 0) await client.query(`create role ${role} login`)
    }
    await client.query(`grant ${appRole} to ${ownerRole}`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${ownerRole}`)
    }
  } finally {
    await client.end()
  }
  return connectionsTo(server, database)
}
