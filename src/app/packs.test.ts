import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { reportOn } from './pack-report.ts'
import { packFoldersIn, readPackFolder } from './read-pack-folder.ts'

const folders = packFoldersIn([join(import.meta.dirname, '..', '..', 'packs')])

describe('the written procedures', () => {
  for (const folder of folders.map(readPackFolder))
    it(`${folder.id}: nothing is wrong, and every clause of its register gives something`, () => {
      const { pack, problems } = reportOn(folder)
      assert.deepEqual(problems, [])
      assert.ok(pack.register !== undefined, 'it keeps a register')
      assert.ok(pack.versions.length > 0, 'it has a version')
    })
})
