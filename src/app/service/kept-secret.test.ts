import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { keptSecret } from './kept-secret.ts'

describe('the secret in the data folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'alongside-secret-'))
  after(() => rmSync(root, { recursive: true, force: true }))

  it('is made once, long and for its owner only, and then kept', () => {
    const folder = join(root, 'data')
    const first = keptSecret(folder)
    assert.ok(first.length >= 64)
    assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600)
    assert.equal(keptSecret(folder), first)
    assert.deepEqual(readdirSync(folder), ['secret'])
  })

  it('is another in another folder', () => {
    assert.notEqual(keptSecret(join(root, 'one')), keptSecret(join(root, 'two')))
  })

  it('is not taken from a file that holds too little', () => {
    writeFileSync(join(root, 'secret'), 'short\n')
    assert.throws(() => keptSecret(root), /does not hold a secret of at least 32 characters/)
  })
})
