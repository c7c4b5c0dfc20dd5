import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'

type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly digest: string
}

/** The role as which the application runs. It owns nothing, and sees the rows of one authority at a time. */
export const appRole = 'alongside_app'

/** A number of ours, so that two that start at once bring the database up to date one after the other. */
const lockNumber = 7_204_918_331

/** The migrations of a folder in their order, named `0001-what-it-makes.sql` without gaps. */
export function migrationsIn(folder = ourMigrations): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file, i) => {
      const number = Number(file.slice(0, 4))
      if (number !== i + 1) throw new Error(`${file}: the next migration has the number ${i + 1}.`)
      const sql = readFileSync(join(folder, file), 'utf8')
      return { number, name: file, sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
}

const ourMigrations = join(import.meta.dirname, 'migrations')

/**
 * Brings a database up to date, each migration in a transaction of its own. Safe to call from several processes at once.
 *
 * @param owner how to connect as the role that owns the tables, or will
 * @param until the number of the last one to carry out; all of them where it is left out
 * @returns the names of the migrations that were carried out now
 * @throws Error in plain words where the database is newer than this code, or a migration was edited after it had run
 */
export async function migrate(
  owner: ClientConfig,
  folder = ourMigrations,
  until = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const migrations = migrationsIn(folder)
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    const done = await carriedOut(client)
    checkAgainst(done, migrations)
    const toDo = migrations.slice(done.length, until)
    if (toDo.length > 0) await makeAppRole(client)
    for (const migration of toDo) await carryOut(client, migration)
    return toDo.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

type Done = { readonly number: number; readonly name: string; readonly digest: string }

async function carriedOut(client: Client): Promise<readonly Done[]> {
  await client.query(`create table if not exists migrations (
    number integer primary key, name text not null, digest text not null, at timestamptz not null default now())`)
  return (await client.query<Done>('select number, name, digest from migrations order by number')).rows
}

function checkAgainst(done: readonly Done[], migrations: readonly Migration[]): void {
  for (const [i, { name, digest }] of done.entries()) {
    const ours = migrations[i]
    if (ours === undefined) {
      throw new Error(
        `The database is newer than this version of Alongside: it has ${name}, which is not known here. ` +
          'Start the version that was used last, or a later one.',
      )
    }
    if (ours.digest !== digest) {
      throw new Error(
        `${ours.name} has been changed since it ran on this database. Add a migration with the change.`,
      )
    }
  }
}

async function makeAppRole(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole])
  if (rowCount !== 0) return
  try {
    await client.query(`create role ${appRole} nologin; grant ${appRole} to current_user`)
  } catch (error) {
    if ((error as { readonly code?: string }).code === '42710') return
    throw new Error(
      `The role ${appRole} is not there and may not be made. As an administrator of the database: ` +
        `create role ${appRole}; grant ${appRole} to ${client.user ?? 'the role that Alongside uses'};`,
      { cause: error },
    )
  }
}

async function carryOut(client: Client, { number, name, sql, digest }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (number, name, digest) values ($1, $2, $3)', [
      number,
      name,
      digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${name} could not be carried out: ${(error as Error).message}`, { cause: error })
  }
}
