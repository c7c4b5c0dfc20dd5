import { once } from 'node:events'
import { Client, type ClientConfig } from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { migrate, migrationsIn } from '../migrate.ts'
import type { End, Head, Tell } from './backup-format.ts'
import { readArchive } from './read-archive.ts'
import { countRows, type RowsCounted } from './rows-counted.ts'
import { tablesInOrder } from './tables-in-order.ts'

const notEmpty =
  'The database holds something already, and a backup is restored only into an empty one. Name a data folder that is not there yet, or make a new database.'

async function migrationsDone(client: Client): Promise<number> {
  const there = await client.query<{ readonly there: boolean }>(
    "select to_regclass('public.migrations') is not null as there",
  )
  if (there.rows[0]?.there !== true) return 0
  return (await client.query('select from migrations')).rowCount ?? 0
}

/** Whether this program can make the tables as the one that made the backup did. */
function checkMigrations({ migrations }: Head): void {
  const ours = migrationsIn()
  for (const [i, { name, digest }] of migrations.entries())
    if (ours[i]?.digest !== digest)
      throw new Error(
        ours[i] === undefined
          ? `The backup was made by a newer version of Alongside: it has ${name}, which is not known here. Restore it with that version, or with a later one.`
          : `The backup was made by another program: its ${name} is not the one that is known here.`,
      )
}

async function checkEmpty(client: Client): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`select from ${client.escapeIdentifier(name)} limit 1`)
    if (rowCount !== 0) throw new Error(notEmpty)
  }
}

/** Makes the tables as they were when the backup was made, in a database that holds nothing. */
async function makeTables(client: Client, owner: ClientConfig, head: Head): Promise<void> {
  const { migrations } = head
  checkMigrations(head)
  await checkEmpty(client)
  if ((await migrationsDone(client)) > migrations.length)
    throw new Error(
      'The database is empty, but was made by a newer version of Alongside than the backup. Name a data folder that is not there yet, or make a new database.',
    )
  await migrate(owner, undefined, migrations.length)
}

type Filling = { readonly rows: CopyStreamQuery; readonly counted: RowsCounted; readonly name: string }

/** Fills tables within a transaction that the caller has begun. */
function fillTables(client: Client, tell: Tell) {
  const done: End['tables'] = {}
  const columns = new Map<string, readonly string[]>()
  let filling: Filling | null = null
  let failed: Error | null = null

  const begin = (name: string): Filling => {
    const list = (columns.get(name) ?? []).map((column) => client.escapeIdentifier(column)).join(', ')
    const rows = client.query(copyFrom(`copy ${client.escapeIdentifier(name)} (${list}) from stdin`))
    // Said when it happens, which may be between two chunks.
    rows.on('error', (error) => (failed = error))
    return { rows, counted: countRows(name, tell), name }
  }
  const finish = async (): Promise<void> => {
    if (filling === null) return
    const { rows, counted, name } = filling
    filling = null
    rows.end()
    await once(rows, 'finish')
    done[name] = { rows: counted.rows(), sha256: counted.sha256() }
    tell(name, counted.rows())
  }
  return {
    expect: (head: Head): void => {
      for (const { name, columns: list } of head.tables) columns.set(name, list)
    },
    add: async (name: string, chunk: Buffer): Promise<void> => {
      if (!columns.has(name) || done[name] !== undefined)
        throw new Error('The tables in the backup are not those that it names.')
      if (filling?.name !== name) await finish()
      filling ??= begin(name)
      if (failed !== null) throw failed
      filling.counted.add(chunk)
      if (!filling.rows.write(chunk)) await once(filling.rows, 'drain')
    },
    finish: async (end: End): Promise<void> => {
      await finish()
      for (const [name, { rows, sha256 }] of Object.entries(end.tables)) {
        const same = rows === 0 ? done[name] === undefined : done[name]?.sha256 === sha256
        if (!same || (done[name]?.rows ?? 0) !== rows)
          throw new Error(
            `The backup is damaged: the rows of ${name} are not those that were written. Take another copy of it, or an earlier backup.`,
          )
      }
      for (const [name, last] of Object.entries(end.sequences))
        await client.query('select setval($1::regclass, $2::bigint)', [client.escapeIdentifier(name), last])
    },
  }
}

/** The rows hold already what triggers made of them, the audit's hashes among it. */
async function switchTriggers(client: Client, to: 'enable' | 'disable'): Promise<void> {
  for (const { name } of await tablesInOrder(client))
    await client.query(`alter table ${client.escapeIdentifier(name)} ${to} trigger user`)
}

/**
 * Puts what a backup holds into an empty database, all of it or nothing, and brings it up to date afterwards.
 *
 * @param owner how to connect as the role that owns the tables, or will
 * @returns the rows of each table
 * @throws Error in plain words where the database holds something, or the backup is damaged or newer than this program
 */
export async function restoreBackup(owner: ClientConfig, path: string, tell: Tell): Promise<End['tables']> {
  const client = new Client(owner)
  client.on('error', () => {})
  await client.connect()
  const filling = fillTables(client, tell)
  let restored: End['tables'] = {}
  try {
    await readArchive(path, {
      head: async (head) => {
        await makeTables(client, owner, head)
        filling.expect(head)
        await client.query('begin')
        await switchTriggers(client, 'disable')
        // Whoever filled it meanwhile has the better right to it.
        await checkEmpty(client)
      },
      rows: filling.add,
      end: async (end) => {
        await filling.finish(end)
        await switchTriggers(client, 'enable')
        restored = end.tables
      },
    })
    await client.query('commit')
    await client.query('analyze')
  } finally {
    // Where something failed this ends the transaction as well, and nothing of it stands.
    await client.end()
  }
  await migrate(owner)
  return restored
}
