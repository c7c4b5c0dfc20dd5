import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReadme, withMadeParts } from './readme.ts'

test('the README shows what the programs print', async () => {
  const readme = readReadme()
  assert.equal(readme, await withMadeParts(readme), 'Run "npm run readme" and look at what changed.')
})

test('a part that is not up to date is made anew', async () => {
  const stale = 'before\n<!-- made: clauses -->\nold\n<!-- end -->\nafter'
  const fresh = await withMadeParts(stale)
  assert.match(fresh, /^before\n<!-- made: clauses -->\n\| procedure \|[^]*\n<!-- end -->\nafter$/)
})
