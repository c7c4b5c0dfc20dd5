import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { callAlongside } from './commands/call-alongside.ts'
import { ownPacks } from './find-pack.ts'

type Json = {
  readonly obligations: readonly { rule: string; due: string | null; standing: string }[]
  readonly problems: readonly { what: string }[]
}

it('the case in the guide to packs is read as it stands there', async () => {
  const guide = readFileSync(join(ownPacks, 'README.md'), 'utf8')
  const input = /\n## A case\n[^]*?```yaml\n([^]*?)```/.exec(guide)?.[1]
  assert.ok(input)
  const { stdout, status } = await callAlongside(['assess', '-', '--format', 'json'], { input })
  assert.equal(status, 0)
  const { obligations, problems } = JSON.parse(stdout) as Json
  assert.deepEqual(problems, [])
  const visit = obligations.find(({ rule }) => rule === 'first-home-visit')
  assert.equal(visit?.due, '2026-03-24')
})
