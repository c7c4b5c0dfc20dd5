import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { standardRoles } from '#casework/access/actor.ts'
import { standardEvents } from '#procedure/event-vocabulary.ts'
import { madeAnew, madeFiles, pathOf, withMadeParts } from './readme.ts'

describe('the documents', () => {
  for (const file of madeFiles)
    it(`${file} shows what the programs know and print`, async () => {
      const now = readFileSync(pathOf(file), 'utf8')
      assert.ok(now === (await madeAnew(file)), 'Run "npm run readme" and look at what changed.')
    })

  it('a part that is not up to date is made anew', async () => {
    const stale = 'before\n<!-- made: clauses -->\nold\n<!-- end -->\nafter'
    const fresh = await withMadeParts(stale)
    assert.match(fresh, /^before\n<!-- made: clauses -->\n\| procedure \|[^]*\n<!-- end -->\nafter$/)
  })

  it('the page on events names every standard event with its fields, and every standard role', () => {
    const page = readFileSync(pathOf('docs/events.md'), 'utf8')
    const rows = page.split('\n')
    for (const [event, fields] of Object.entries(standardEvents)) {
      const row = rows.find((one) => one.startsWith(`| \`${event}\` |`)) ?? ''
      assert.notEqual(row, '', event)
      for (const field of Object.keys(fields)) assert.ok(row.includes(`\`${field}\``), `${event} ${field}`)
    }
    for (const role of standardRoles) assert.ok(page.includes(`\`${role}\``), role)
  })
})
