import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ownPacks } from '../find-pack.ts'
import { callAlongside } from './call-alongside.ts'

const nine = join(ownPacks, 'nine-steps')

describe('alongside map', () => {
  it('prints the map of a pack', async () => {
    const { stdout, status } = await callAlongside(['map', nine])
    assert.equal(status, 0)
    assert.match(stdout, /^<svg /)
    assert.match(stdout, /Home visit/)
  })

  it('writes the same map to a file, and prints nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'map-'))
    try {
      const file = join(folder, 'map.svg')
      const printed = await callAlongside(['map', nine])
      const { stdout, status } = await callAlongside(['map', nine, '--version', '2026-01-01', '--out', file])
      assert.equal(status, 0)
      assert.equal(stdout, '')
      assert.equal(readFileSync(file, 'utf8'), printed.stdout)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('names the versions there are when there is none of the day asked for', async () => {
    const { stderr, status } = await callAlongside(['map', nine, '--version', '2020-01-01'])
    assert.equal(status, 2)
    assert.match(stderr, /nine-steps has no version of 2020-01-01\. It has 2026-01-01\./)
  })

  it('says so when the map cannot be written', async () => {
    const { stderr, status } = await callAlongside(['map', nine, '--out', join(nine, 'nowhere', 'map.svg')])
    assert.equal(status, 2)
    assert.match(stderr, /Name a file in a folder that you may write to\./)
  })

  it('says so when there is no such pack, or none that can be read', async () => {
    const missing = await callAlongside(['map', join(ownPacks, 'no-such-pack')])
    assert.equal(missing.status, 2)
    assert.match(missing.stderr, /There is no .*no-such-pack\./)
    const empty = await callAlongside(['map', join(nine, '2026-01-01', 'forms')])
    assert.equal(empty.status, 2)
    assert.match(empty.stderr, /holds no procedure that can be read/)
  })

  it('takes the id of a pack that came with this program', async () => {
    assert.equal(
      (await callAlongside(['map', 'nine-steps'])).stdout,
      (await callAlongside(['map', nine])).stdout,
    )
  })

  it('asks for one pack when the folder holds several', async () => {
    const { stderr, status } = await callAlongside(['map', ownPacks])
    assert.equal(status, 2)
    assert.match(stderr, /holds several packs\. Name one/)
  })

  it('shows examples in its help', async () => {
    const { stdout } = await callAlongside(['map', '--help'])
    assert.match(stdout, /alongside map packs\/nine-steps --out map\.svg/)
  })
})
