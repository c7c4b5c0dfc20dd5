// Every `npm run` command starts here: node src/app/setup/run.mjs SCRIPT [ARGUMENTS]
// It runs on the machine's own Node, installs what is missing, then runs SCRIPT under Node 24 or later.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installMissing } from './install-missing.mjs'

const oldestNodeForInstall = 20
const oldestNodeForUse = 24

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const nodeMajor = Number(process.versions.node.split('.')[0])
const [script = '', ...args] = process.argv.slice(2)

/** @param {string} words */
function stop(words) {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

if (nodeMajor < oldestNodeForInstall) {
  stop(
    `This machine has Node ${process.versions.node}. Alongside needs Node ${oldestNodeForInstall} or later to install ` +
      `itself; it then brings Node ${oldestNodeForUse} along. Install a newer Node and run the command again.`,
  )
} else if (installMissing(root)) {
  const scriptPath = resolve(root, script)
  const binFolder = join(root, 'node_modules', '.bin')
  const own = join(binFolder, process.platform === 'win32' ? 'node.cmd' : 'node')
  if (nodeMajor >= oldestNodeForUse) {
    process.argv = [process.execPath, scriptPath, ...args]
    await import(pathToFileURL(scriptPath).href)
  } else if (existsSync(own)) {
    runUnder(own, binFolder, [scriptPath, ...args])
  } else {
    stop(
      `Alongside needs Node ${oldestNodeForUse} and its package for this kind of machine (${process.platform} ` +
        `${process.arch}) was not installed. Install Node ${oldestNodeForUse} or later and run the command again.`,
    )
  }
}

/**
 * @param {string} node
 * @param {string} binFolder
 * @param {string[]} argv
 */
function runUnder(node, binFolder, argv) {
  const child = spawn(node, argv, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${binFolder}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
