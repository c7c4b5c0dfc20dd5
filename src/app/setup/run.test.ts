import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'

const runner = join(import.meta.dirname, 'run.mjs')

function run(script: string, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'run-'))
  after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'script.ts')
  writeFileSync(path, script)
  const { status, stdout, stderr } = spawnSync(process.execPath, [runner, path, ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('a command', () => {
  it('runs under Node 24 or later, with its own arguments, and nothing else on its output', () => {
    const { status, stdout, stderr } = run(
      'const [major] = process.versions.node.split(".")\n' +
        'process.stdout.write(JSON.stringify([Number(major) >= 24, ...process.argv.slice(2)]))',
      'assess',
      '--format',
      'json',
    )
    assert.deepEqual(
      { status, stdout, stderr },
      { status: 0, stdout: '[true,"assess","--format","json"]', stderr: '' },
    )
  })

  it('hands its exit code on', () => assert.equal(run('process.exitCode = 3').status, 3))
})
