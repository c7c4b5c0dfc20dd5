import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const sources = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)

const readsTheMachine =
  /\bnew Date\b|\bDate\s*[.(]|\bIntl\b|\btoLocale\w*|\bTemporal\b|\bperformance\b|\bprocess\b|\bMath\.random\b/

test('no date here depends on the clock, the time zone or the language of the machine', () => {
  assert.ok(sources.length >= 10, `only ${sources.length} files were read`)
  for (const name of sources) {
    const found = readsTheMachine.exec(readFileSync(join(import.meta.dirname, name), 'utf8'))
    assert.equal(found?.[0], undefined, name)
  }
})

test('the calendar imports nothing but its own files', () => {
  for (const name of sources) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8')
    for (const [, from] of text.matchAll(/\bfrom '([^']+)'/g)) {
      assert.match(from ?? '', /^\.\/[a-z-]+\.ts$/, name)
    }
  }
})
