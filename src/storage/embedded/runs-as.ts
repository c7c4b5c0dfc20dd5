import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ServerProgram } from './server-program.ts'

/**
 * As whom the server runs. PostgreSQL refuses root, and there the server runs as nobody, or, where nobody cannot
 * reach the folder, as root in a name space of its own in which it is somebody else.
 */
export type RunsAs = {
  /** What comes before the server's command line: it also ends the server when this process ends, however that is. */
  readonly prefix: readonly string[]
  /** Who has to own the data, where that is not whoever runs this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

const nobody = 65_534
const withParent = ['--pdeathsig', 'INT']

const asOther = (uid: number, gid: number): RunsAs => ({
  prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...withParent],
  owner: { uid, gid },
})

/**
 * @param folder the data folder, absolute; it need not be there yet, the one above it must be
 */
export function runsAs(folder: string, program: ServerProgram): RunsAs {
  if (process.getuid?.() !== 0) return { prefix: ['setpriv', ...withParent], owner: null }
  const there = existsSync(folder) ? statSync(folder) : undefined
  if (there !== undefined && there.uid !== 0) return asOther(there.uid, there.gid)
  if (there === undefined && reachedByNobody(dirname(folder), program)) return asOther(nobody, nobody)
  return {
    prefix: ['unshare', '-U', '--map-user=1', '--map-group=1', 'setpriv', ...withParent],
    owner: null,
  }
}

function reachedByNobody(folder: string, { postgres }: ServerProgram): boolean {
  const [command = '', ...args] = asOther(nobody, nobody).prefix
  return spawnSync(command, [...args, 'test', '-x', folder, '-a', '-x', postgres], { cwd: '/' }).status === 0
}
