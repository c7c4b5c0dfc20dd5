import type pg from 'pg'
import type { Writable } from 'node:stream'

type Inside = { readonly connection?: { readonly stream?: Writable } }

/**
 * Sends what is asked of a connection in one go in one piece: the beginning of a transaction, say, with its first statements.
 * Handing each to the system by itself takes longer than most statements do.
 */
export function inOneWrite(client: pg.Client | pg.PoolClient): void {
  const query = client.query.bind(client) as (...asked: readonly unknown[]) => unknown
  let held = false
  const ask = (...asked: readonly unknown[]): unknown => {
    const stream = (client as Inside).connection?.stream
    if (!held && stream !== undefined) {
      held = true
      stream.cork()
      process.nextTick(() => {
        held = false
        stream.uncork()
      })
    }
    return query(...asked)
  }
  client.query = ask as typeof client.query
}
