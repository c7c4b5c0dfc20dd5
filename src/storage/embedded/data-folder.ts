import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RunsAs } from './runs-as.ts'
import type { ServerProgram } from './server-program.ts'

const major = '18'
/** What the kernel takes for the path of a socket, in bytes, without the zero at its end. */
const longestSocketPath = 107
const socketName = '.s.PGSQL.5432'

/**
 * Makes an empty database cluster where there is none. It is made beside its place and then moved there, so that
 * one half made is never taken for a whole one.
 */
export function makeDataFolder(
  folder: string,
  program: ServerProgram,
  { prefix, owner }: RunsAs,
  onDisk: boolean,
): void {
  if (existsSync(folder)) return checkVersion(folder)
  const making = `${folder}.making-${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  if (owner !== null) chownSync(making, owner.uid, owner.gid)
  const [command = '', ...args] = prefix
  // Only the owner of the folder reaches the socket in it, which is why nobody is asked for a password.
  const made = spawnSync(
    command,
    [...args, program.initdb, '-D', making, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'].concat([
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(onDisk ? [] : ['--no-sync']),
    ]),
    { cwd: '/', encoding: 'utf8' },
  )
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    const why = made.error?.message ?? made.stderr.trim()
    throw new Error(`The database in ${folder} cannot be made. ${whatToDo(why)}\n${why}`)
  }
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    // Another process has just made it.
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error
  }
}

function checkVersion(folder: string): void {
  const path = join(folder, 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  if (found === major) return
  throw new Error(
    found === undefined
      ? `${folder} holds something other than a database. Name another data folder, or move it away.`
      : `The database in ${folder} is of PostgreSQL ${found}, and this is ${major}. Restore a backup into a new folder.`,
  )
}

/** What somebody can do about a server that was not started, from the words it left. */
export const whatToDo = (words: string): string =>
  /ENOENT|unshare|setpriv/i.test(words)
    ? 'As root the server needs setpriv and unshare (Debian: util-linux), and a data folder that others may enter or a ' +
      'system that allows user name spaces. Run Alongside as an ordinary user, or set DATABASE_URL.'
    : 'Look at the words below, or set DATABASE_URL to a PostgreSQL of yours.'

/**
 * The folder of the server's socket: the data folder itself, which nobody else may enter; where its path is too long for a
 * socket, one of ours under /tmp.
 */
export function socketFolder(folder: string, { owner }: RunsAs): string {
  if (Buffer.byteLength(join(folder, socketName)) <= longestSocketPath) return folder
  const short = join('/tmp', `alongside-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  try {
    mkdirSync(short, { mode: 0o700 })
    if (owner !== null) chownSync(short, owner.uid, owner.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(short)
  const uid = owner?.uid ?? process.getuid?.()
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return short
  throw new Error(
    `${short} belongs to somebody else. Remove it, or choose a data folder with a shorter path.`,
  )
}
