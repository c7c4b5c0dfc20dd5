import type pg from 'pg'

/** A transaction for one authority. */
export type Transaction = {
  readonly client: pg.PoolClient
  readonly authority: string
  /** What the work need not wait for: it is sent together with the end of the transaction, which waits for it. */
  readonly last: Promise<unknown>[]
  /** Of the cases that are held: what is kept of their schedules, asked for in the turn in which they were held. */
  readonly kept: Map<string, Promise<KeptDigests>>
}

/** The digest of each obligation that is kept of a case, by its key. */
export type KeptDigests = ReadonlyMap<string, string>

/** Leaves a statement to be waited for at the end. What fails in it fails the transaction. */
export function atTheEnd(one: Transaction, asked: Promise<unknown>): void {
  asked.catch(() => {})
  one.last.push(asked)
}

/** The same where a row has to be found; without one the transaction fails in these words. */
export function foundAtTheEnd(one: Transaction, asked: Promise<readonly object[]>, none: string): void {
  const found = async (): Promise<void> => {
    if ((await asked).length === 0) throw new Error(none)
  }
  atTheEnd(one, found())
}

/** A statement that the server plans once for each connection, under its name. */
export type Statement = { readonly name: string; readonly text: string }

const setAuthority: Statement = {
  name: 'set-authority',
  text: "select set_config('alongside.authority', $1, true)",
}

/** Deadlock; could not serialise; the same request key written by two at once: done over, the second sees the first. */
const doneOver = (error: unknown): boolean => {
  const { code, constraint } = error as { readonly code?: string; readonly constraint?: string }
  return code === '40P01' || code === '40001' || (code === '23505' && constraint === 'request_keys_pkey')
}

const mostTries = 4

/** Rows of a statement. The values go beside it, never into its text. */
export async function rowsOf<Row extends object>(
  { client }: Pick<Transaction, 'client'>,
  statement: Statement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return (await client.query<Row>({ ...statement, values: [...values] })).rows
}

const onlyLooking = 'begin isolation level repeatable read read only'

/** One moment of an authority's data, all of it from that same moment; nothing can be changed. */
export function looking<T>(
  pool: pg.Pool,
  authority: string,
  work: (one: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, onlyLooking, authority, work)
}

/** A change to an authority's data: all of it, or none. */
export async function changing<T>(
  pool: pg.Pool,
  authority: string,
  work: (one: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(pool, 'begin', authority, work)
    } catch (error) {
      if (tries === mostTries || !doneOver(error)) throw error
    }
  }
}

/** PostgreSQL's code for a connection that failed. pg gives those that it finds broken by itself no code at all. */
const connectionFailure = '08006'

/** The failure of a connection, so that whoever is told can say that the database is away. */
export function notReached(error: unknown): Error {
  const failure = error instanceof Error ? error : new Error(String(error))
  return 'code' in failure ? failure : Object.assign(failure, { code: connectionFailure })
}

/** Whether a statement failed for no other reason than that one before it in the transaction had. */
const isAfterFailure = (error: unknown): boolean => (error as { readonly code?: string }).code === '25P02'

const firstFailure = (asked: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> =>
  Promise.all(asked).then(
    () => otherwise,
    (failure: unknown) => failure,
  )

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  authority: string,
  work: (one: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw notReached(error)
  })
  const one: Transaction = { client, authority, last: [], kept: new Map() }
  let broken: Error | undefined
  const breaks = (error: Error): void => {
    broken = error
  }
  // A connection that is cut between two statements says so here. Where nobody listens, that ends the process.
  client.on('error', breaks)
  try {
    // Sent together with the first statements of the work. Should they fail, so do those: no row has no authority.
    const begun = Promise.all([client.query(begin), rowsOf(one, setAuthority, [authority])])
    begun.catch(() => {})
    const result = await work(one)
    await begun
    const ended = client.query('commit')
    if (begin === onlyLooking) {
      // What was read stands already; whoever has the connection next is answered after it.
      ended.catch(breaks)
      return result
    }
    ended.catch(() => {})
    await Promise.all(one.last)
    const { command } = await ended
    // A transaction in which something failed ends so without an error, although nothing of it stands.
    if (command !== 'COMMIT') throw new Error('Nothing was changed: a statement before had failed.')
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    await client.query('rollback').catch(breaks)
    const cause = isAfterFailure(error) ? await firstFailure(one.last, error) : error
    throw broken === undefined ? cause : notReached(cause)
  } finally {
    client.removeListener('error', breaks)
    client.release(broken)
  }
}
