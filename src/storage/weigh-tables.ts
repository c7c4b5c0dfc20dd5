import { Client, type ClientConfig } from 'pg'

/**
 * Has PostgreSQL look how much there is of what, which it otherwise does by itself every now and then. A connection keeps a
 * plan until then: one that was made while a table was nearly empty reads all of an authority's rows for one of them, and
 * takes the longer, the more a large filling has put there.
 *
 * @param owner how to connect as the owner of the tables
 */
export async function weighTables(owner: ClientConfig): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
