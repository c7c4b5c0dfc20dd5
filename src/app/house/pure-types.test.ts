import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { root } from './root.ts'

// The libraries that pure rooms use are imported too: one that brought Node's types along would undo the rule.
const planted = `
import 'mdast-util-from-markdown'
import 'yaml'
import 'zod'
export const a = process.env
export const b = fetch('https://example.org')
export const c = setTimeout(() => undefined, 1)
export const d = document.title
export const e = console.log
export const f = Buffer.from('')
`

it('the types of a pure room know neither Node nor a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pure-types-'))
  after(() => rmSync(folder, { recursive: true }))
  for (const name of ['tsconfig.json', 'tsconfig.pure.json', 'package.json']) {
    cpSync(join(root, name), join(folder, name))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'src/engine'), { recursive: true })
  writeFileSync(join(folder, 'src/engine/planted.ts'), planted)

  const tsc = join(root, 'node_modules/ts7/bin/tsc')
  const args = [tsc, '-p', 'tsconfig.pure.json', '--pretty', 'false']
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  assert.notEqual(status, 0)
  const unknown = [...stdout.matchAll(/Cannot find name '(\w+)'/g)].map(([, name]) => name)
  assert.deepEqual(unknown, ['process', 'fetch', 'setTimeout', 'document', 'console', 'Buffer'])
  assert.doesNotMatch(stdout, /Cannot find module/)
})
