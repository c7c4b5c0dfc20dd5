import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { callAlongside } from './call-alongside.ts'

const tryOut = join(import.meta.dirname, 'fixtures', 'packs', 'try-out')

describe('alongside scenarios', () => {
  it('says which scenarios differ and in what, and leaves with 1', async () => {
    const { stdout, stderr, status } = await callAlongside(['scenarios', tryOut])
    assert.equal(stderr, '')
    assert.equal(status, 1)
    assert.match(stdout, /differs {2}A scenario that says another date than the rule\. line 9\n/)
    assert.match(stdout, /2026-03-18/)
    assert.match(stdout, /2026-03-17/)
    assert.match(stdout, /try-out 2026-01-01: 1 scenario holds, 1 differs, \d+ other problem/)
    assert.doesNotMatch(stdout, /holds {2}/)
  })

  it('shows those that hold with --all', async () => {
    const { stdout } = await callAlongside(['scenarios', tryOut, '--all'])
    assert.match(stdout, /holds {2}The first visit is due on the seventh working day\.\n/)
  })

  it('is told of a folder that is not there', async () => {
    const { stderr, status } = await callAlongside(['scenarios', 'nowhere'])
    assert.equal(status, 2)
    assert.match(stderr, /There is no nowhere/)
  })
})
