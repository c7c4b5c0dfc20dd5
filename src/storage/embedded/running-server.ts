import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server has written about itself. */
export type RunningServer = {
  readonly pid: number
  readonly socket: string
  readonly state: 'starting' | 'ready' | 'stopping'
  /** The process that started it is gone, which has told it to stop. */
  readonly orphan: boolean
}

/** A file in the data folder with the number of the process that started the server. */
export const startedByFile = 'started-by'

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Whether a process is there. One that we may not send to is there as well. */
const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a command line is that of a server over this folder. A number that is free again may go to another server, or to
 * a connection of one, as soon as all numbers have been used.
 */
function isServerOf(folder: string, args: readonly string[]): boolean {
  const named = args[args.indexOf('-D') + 1]
  if (!args.includes('-D') || named === undefined || !existsSync(named)) return false
  return realpathSync(named) === realpathSync(folder)
}

/**
 * The server of a data folder, as far as it runs. A note left by a crash is taken away where its number now belongs to some
 * other program or server, as happens in containers: PostgreSQL itself would refuse to start.
 */
export function runningServer(folder: string): RunningServer | null {
  const path = join(folder, 'postmaster.pid')
  const lines = textOf(path)
    ?.split('\n')
    .map((line) => line.trim())
  const pid = Number(lines?.[0])
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0 || !isThere(pid)) return null
  const program = textOf(`/proc/${pid}/cmdline`)
  // A process that has ended and waits to be counted has no command line.
  if (program === '') return null
  if (program !== null && !isServerOf(folder, program.split('\0'))) {
    rmSync(path, { force: true })
    return null
  }
  const startedBy = Number(textOf(join(folder, startedByFile)))
  return {
    pid,
    socket: lines[4] ?? '',
    state: lines[7] === 'ready' ? 'ready' : lines[7] === 'stopping' ? 'stopping' : 'starting',
    orphan: startedBy > 0 && !isThere(startedBy),
  }
}
