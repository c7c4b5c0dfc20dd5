import assert from 'node:assert/strict'
import { it } from 'node:test'
import { prose } from './prose.ts'

it('what a procedure says is drawn with its lists and emphasis, its source apart', () => {
  assert.equal(
    String(prose('Visit *soon*.\nSource: row 1.\n')),
    '<div class="app-prose"><p>Visit <em>soon</em>.</p>\n<p>Source: row 1.</p>\n</div>',
  )
})

it('markup in a procedure stays text, and no link leads to a script', () => {
  const drawn = String(prose('<img src=x onerror=alert(1)> [a](javascript:alert(1)) <b>x</b>'))
  assert.doesNotMatch(drawn, /<img|<b>|javascript:/)
  assert.match(drawn, /&lt;b&gt;x&lt;\/b&gt;/)
})
