import { spawn, type ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDataFolder, socketFolder, whatToDo } from './data-folder.ts'
import { runningServer, startedByFile, type RunningServer } from './running-server.ts'
import { runsAs } from './runs-as.ts'
import { serverProgram } from './server-program.ts'

/** A PostgreSQL that is ready. */
export type Server = {
  /** The folder of its socket; pg takes it as `host`. */
  readonly host: string
  readonly port: number
  readonly pid: number
  /** False where another process has started it: then stop leaves it running. */
  readonly ours: boolean
  /** Resolves when it ends, however that happens; null where another process has started it. */
  readonly ended: Promise<void> | null
  /** Ends its connections, writes everything down and stops. */
  readonly stop: () => Promise<void>
}

const port = 5432
/** After a crash some of its processes may hold the memory of the old server for a moment. */
const tryAgainFor = 10_000
const longestStart = 300_000
const longestLog = 5_000_000
/** To write everything down and stop takes a server less. What it had acknowledged stands in any case. */
const orphanPatience = 8000

/**
 * Settings of every server of ours. What is acknowledged is on the disk. Statements that fail are logged without
 * their words and values, which may be about people.
 */
const always: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: `${port}`,
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Soon after a first filling it is known how much there is of what, which plans depend on.
  autovacuum_naptime: '15s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/**
 * Where a server's data is, and settings over those of every server; for tests, which lose nothing when the
 * machine stops.
 */
export type Where = {
  readonly folder: string
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts the PostgreSQL that came with the install, making its data where there is none; or finds the one that another
 * process has started over the same folder. It stops when this process ends, however that happens.
 *
 * @throws Error in plain words, with what the server said, where it cannot be started
 */
export async function startServer(where: Where): Promise<Server> {
  const folder = resolve(where.folder)
  mkdirSync(dirname(folder), { recursive: true })
  const program = serverProgram()
  const as = runsAs(folder, program)
  const socket = socketFolder(folder, as)
  const settings: Record<string, string> = { ...always, ...where.settings, unix_socket_directories: socket }
  makeDataFolder(folder, program, as, settings['fsync'] === 'on')
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [...as.prefix, program.postgres, '-D', folder, ...flags]

  const log = logFile(folder)
  let begun: number | undefined
  for (;;) {
    const found = await settled(folder)
    if (found !== null) return othersServer(found)
    begun ??= Date.now()
    const out = openSync(log, 'a', 0o600)
    // One that an earlier version has begun as well: what a server says of a failure may quote a value.
    fchmodSync(out, 0o600)
    // A session of its own: Ctrl-C is for us, and we stop it when we are done.
    const child = spawn(command, args, {
      cwd: '/',
      env: { PATH: process.env['PATH'] },
      detached: true,
      stdio: ['ignore', out, out],
    })
    closeSync(out)
    const ended = endOf(child)
    if (await isReady(folder, child)) {
      writeFileSync(join(folder, startedByFile), `${process.pid}`)
      return { host: socket, port, pid: child.pid ?? 0, ours: true, ended, stop: () => stop(child, ended) }
    }
    if (Date.now() - begun > tryAgainFor) {
      const words = lastWords(log)
      throw new Error(`The database in ${folder} does not start. ${whatToDo(words)}\n${words}`)
    }
    await sleep(300)
  }
}

const othersServer = ({ socket, pid }: RunningServer): Server => ({
  host: socket,
  port,
  pid,
  ours: false,
  ended: null,
  stop: async () => {},
})

function endOf(child: ChildProcess): Promise<void> {
  child.unref()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
}

/**
 * A server that is neither starting nor stopping any more; null where none runs. One that was told to stop because whoever
 * started it is gone, and does not, is ended: PostgreSQL 18 can wait for ever when that happens while it recovers.
 */
async function settled(folder: string): Promise<RunningServer | null> {
  let orphanSince: number | undefined
  for (const begun = Date.now(); Date.now() - begun < longestStart; await sleep(25)) {
    const found = runningServer(folder)
    if (found === null || (found.state === 'ready' && !found.orphan)) return found
    orphanSince = found.orphan ? (orphanSince ?? Date.now()) : undefined
    if (orphanSince === undefined) continue
    const waited = Date.now() - orphanSince
    if (waited > orphanPatience) signal(found.pid, waited > 2 * orphanPatience ? 'SIGKILL' : 'SIGQUIT')
  }
  throw new Error(
    `The database in ${folder} has been starting or stopping for long. End its process, then try again.`,
  )
}

/** Nothing where the process is gone or somebody else's. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Whether it is gone is looked at again.
  }
}

async function isReady(folder: string, child: ChildProcess): Promise<boolean> {
  const hasEnded = (): boolean =>
    child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  for (const begun = Date.now(); !hasEnded() && Date.now() - begun < longestStart; await sleep(10)) {
    const found = runningServer(folder)
    if (found?.pid === child.pid && found?.state === 'ready') return true
  }
  return false
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  const hurry = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await ended
  clearTimeout(hurry)
}

function logFile(folder: string): string {
  const log = `${folder}.log`
  if (existsSync(log) && statSync(log).size > longestLog) renameSync(log, `${log}.old`)
  return log
}

const lastWords = (log: string): string =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
