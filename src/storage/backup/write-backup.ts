import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack as tarPack, type Pack } from 'tar-stream'
import { chunkName, endName, formatVersion, headName } from './backup-format.ts'
import type { End, Head, Tell } from './backup-format.ts'
import { countRows } from './rows-counted.ts'
import { tablesInOrder, type TableThere } from './tables-in-order.ts'

const chunkSize = 1_048_576

/** What COPY writes depends on these; a policy that would hide rows is an error. */
const settings = '-c TimeZone=UTC -c DateStyle=ISO -c row_security=off'

const entry = (archive: Pack, name: string, body: Buffer): Promise<void> =>
  new Promise((done, fail) => {
    const sink = archive.entry({ name, size: body.length }, (error) => (error ? fail(error) : done()))
    sink.on('error', fail)
    sink.end(body)
  })

const json = (value: Head | End): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

async function writeTable(
  client: Client,
  archive: Pack,
  { name, columns }: TableThere,
  tell: Tell,
): Promise<End['tables'][string]> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const rows = client.query(copyTo(`copy (select ${list} from ${client.escapeIdentifier(name)}) to stdout`))
  const counted = countRows(name, tell)
  let held: Buffer[] = []
  let size = 0
  let chunks = 0
  const flush = async (): Promise<void> => {
    if (size === 0) return
    const body = Buffer.concat(held)
    counted.add(body)
    chunks += 1
    held = []
    size = 0
    await entry(archive, chunkName(name, chunks), body)
  }
  for await (const piece of rows as AsyncIterable<Buffer>) {
    held.push(piece)
    size += piece.length
    if (size >= chunkSize) await flush()
  }
  await flush()
  tell(name, counted.rows())
  return { rows: counted.rows(), sha256: counted.sha256() }
}

async function writeAll(client: Client, archive: Pack, tell: Tell): Promise<End> {
  await client.query('begin isolation level repeatable read read only')
  const migrations = (
    await client.query<Head['migrations'][number]>(
      'select number, name, digest from migrations order by number',
    )
  ).rows
  const tables = await tablesInOrder(client)
  const head: Head = {
    format: 'alongside-backup',
    version: formatVersion,
    made: new Date().toISOString(),
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
  await entry(archive, headName, json(head))
  const counted: End['tables'] = {}
  for (const table of tables) counted[table.name] = await writeTable(client, archive, table, tell)
  // Sequences belong to no snapshot. Read last, none is behind the rows.
  const sequences = await client.query<{ readonly name: string; readonly last: string }>(
    "select sequencename::text as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null",
  )
  await client.query('commit')
  const end: End = {
    tables: counted,
    sequences: Object.fromEntries(sequences.rows.map(({ name, last }) => [name, last])),
  }
  await entry(archive, endName, json(end))
  archive.finalize()
  return end
}

/**
 * Writes everything in a database, as it is at one moment, into a file that only its owner may read. People can go on
 * working meanwhile. The file has its name only when it is whole and on the disk.
 *
 * @param owner how to connect as the role that owns the tables
 * @returns the rows of each table
 * @throws Error in plain words where the file is there already or the database is empty
 */
export async function writeBackup(owner: ClientConfig, path: string, tell: Tell): Promise<End['tables']> {
  if (existsSync(path)) throw new Error(`${path} is there already. Name a file that is not, or move it away.`)
  const part = `${path}.part`
  const client = new Client({ ...owner, options: settings })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ readonly there: boolean }>(
      "select to_regclass('public.migrations') is not null as there",
    )
    if (rows[0]?.there !== true) throw new Error('There is nothing in this database yet.')
    const archive = tarPack()
    const file = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true })
    const written = pipeline(archive, createGzip(), file)
    const [end] = await Promise.all([
      writeAll(client, archive, tell).catch((error: unknown) => {
        archive.destroy(error as Error)
        throw error
      }),
      written,
    ])
    renameSync(part, path)
    return end.tables
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new Error(
        `${part} is there already, from a backup that was broken off. Remove it and try again.`,
        { cause: error },
      )
    rmSync(part, { force: true })
    throw error
  } finally {
    await client.end()
  }
}
