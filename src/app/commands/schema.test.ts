import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { schemaFiles } from './schema.ts'

const docs = join(import.meta.dirname, '..', '..', '..', 'docs')

describe('the published schemas', () => {
  for (const { name, text } of schemaFiles())
    it(`${name} is up to date: npm run -s alongside -- schema --write docs`, () => {
      assert.equal(readFileSync(join(docs, name), 'utf8'), text)
    })
})
