import { mkdirSync } from 'node:fs'
import type { Instant } from '#calendar/instant.ts'
import type { Deps } from '#casework/deps.ts'
import type { Database } from '#storage/open-database.ts'
import { openDatabase, reachDatabase } from '#storage/open-database.ts'
import { postgresStore } from '#storage/store.ts'
import { WrongCall } from '../wrong-call.ts'
import type { Configuration } from './configuration.ts'
import { readConfiguration } from './configuration.ts'
import { installedPacks } from './installed-packs.ts'

/** Everything that runs under the pages and the commands. */
export type OpenService = Pick<Database, 'pool' | 'app' | 'owner' | 'close'> & { readonly deps: Deps }

const mostConnections = 16

/**
 * The settings of the environment.
 *
 * @throws WrongCall naming everything that is wrong with them
 */
export const configurationFrom = (env: Readonly<Record<string, string | undefined>>): Configuration => {
  const read = readConfiguration(env)
  if (read.ok) return read.configuration
  const problems = read.problems.map((problem) => `  - ${problem}`).join('\n')
  throw new WrongCall(`Alongside cannot start with these settings.\n${problems}`)
}

const notReached = (error: unknown, { databaseUrl }: Configuration): WrongCall => {
  const { message, code } = error as NodeJS.ErrnoException
  const what = message === '' ? (code ?? 'no answer') : message
  if (databaseUrl === null) return new WrongCall(what)
  return new WrongCall(
    `The database that DATABASE_URL names cannot be used: ${what}\nCheck that it runs, that the address, name and password are right, and that its role may make tables.`,
  )
}

const makeDataFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongCall(
      `The data folder ${folder} cannot be written (${code ?? String(error)}). Name another with DATA, such as DATA=/var/lib/alongside.`,
    )
  }
}

const whereOf = ({ databaseUrl, dataFolder }: Configuration, lost: (error: Error) => void) => {
  if (databaseUrl === null) makeDataFolder(dataFolder)
  return { url: databaseUrl ?? undefined, folder: dataFolder, connections: mostConnections, lost }
}

/**
 * Reaches the database that the configuration names and leaves it as it is, for a backup.
 *
 * @throws WrongCall in plain words where it cannot be reached
 */
export const reachAsOwner = async (configuration: Configuration): ReturnType<typeof reachDatabase> =>
  reachDatabase(whereOf(configuration, () => {})).catch((error: unknown) => {
    throw notReached(error, configuration)
  })

/**
 * Opens the database that the configuration names, starting the one in the data folder where none is named, brings it
 * up to date, and reads the written procedures.
 *
 * @param lost told of a connection that broke while nobody used it
 * @throws WrongCall in plain words where the database cannot be used
 */
export const openService = async (
  configuration: Configuration,
  lost: (error: Error) => void,
): Promise<OpenService> => {
  const { pool, app, owner, close } = await openDatabase(whereOf(configuration, lost)).catch(
    (error: unknown) => {
      throw notReached(error, configuration)
    },
  )
  const clock = { now: () => Date.now() as Instant }
  return { pool, app, owner, close, deps: { store: postgresStore(pool), clock, shelf: installedPacks() } }
}
