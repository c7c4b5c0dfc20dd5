// Plain JavaScript with no dependencies: it runs before anything is installed, on the machine's own Node.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{version?: string, integrity?: string, optional?: boolean, link?: boolean}} Entry */
/** @typedef {{packages?: Record<string, Entry>}} Lock */

/** @param {string} path */
function lockedPackages(path) {
  try {
    const lock = /** @type {Lock} */ (JSON.parse(readFileSync(path, 'utf8')))
    return lock.packages
  } catch {
    return undefined
  }
}

/**
 * Whether every package that package-lock.json asks for is in node_modules, in that version.
 * npm writes node_modules/.package-lock.json as the last step of an install, so a half-finished
 * install counts as missing. Optional packages for other kinds of machine may be absent.
 *
 * @param {string} root folder that holds package.json
 */
export function isInstalled(root) {
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true
    const found = present[path]
    if (!found) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/**
 * Runs `npm ci` where something is missing. Words go to stderr only, so that the output of a command
 * run right after it stays clean. Two commands started at once install once: the second waits.
 *
 * @param {string} root folder that holds package.json
 * @returns {boolean} false when the install failed; what to do has then been said
 */
export function installMissing(root) {
  if (isInstalled(root)) return true
  const turn = takeTurn(root)
  try {
    if (isInstalled(root)) return true
    process.stderr.write(
      'Installing what Alongside needs. This happens once and takes about half a minute.\n',
    )
    const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
    const npm = process.env['npm_execpath']
    const options = /** @type {const} */ ({ cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    const done = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
    if (done.status === 0) return true
    process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? done.error?.message ?? ''}\n`)
    process.stderr.write(
      'The install did not finish. Check that this machine can reach the npm registry, then run: npm ci\n',
    )
    return false
  } finally {
    turn.end()
  }
}

/** @param {string} root */
function takeTurn(root) {
  const owner = join(root, '.installing')
  for (;;) {
    try {
      writeFileSync(owner, String(process.pid), { flag: 'wx' })
      return { end: () => rmSync(owner, { force: true }) }
    } catch {
      if (!isRunning(owner)) rmSync(owner, { force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
}

/** @param {string} owner file that holds the number of the process which is installing */
function isRunning(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
