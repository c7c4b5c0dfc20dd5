import assert from 'node:assert/strict'
import { test } from 'node:test'
import { button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { details } from './details.ts'
import { errorSummary } from './error-summary.ts'
import { attributes, html } from './html.ts'
import type { Html } from './html.ts'
import { input } from './input.ts'
import { link } from './link.ts'
import { radios } from './radios.ts'
import { select } from './select.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { tag } from './tag.ts'
import { textarea } from './textarea.ts'
import { timeline } from './timeline.ts'

const hostile = [
  '<script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  '</textarea><img src=x onerror=alert(1)>',
  '--><svg onload=alert(1)>',
  '&lt;b&gt; stays as it was typed',
  '${alert(1)} {{constructor}}',
]

const everywhere = (text: string): readonly Html[] => [
  html`<p>${text}</p>`,
  html`<p title="${text}">${[text, [text]]}</p>`,
  html`<p${attributes({ title: text })}></p>`,
  button({ text, name: 'a', value: text, attributes: { 'data-a': text } }),
  link({ text, href: '/', hidden: text }),
  input({ name: 'a', label: text, value: text, hint: text, error: text }),
  textarea({ name: 'a', label: text, value: text }),
  select({ name: 'a', label: text, value: text, items: [{ text, value: text }] }),
  radios({ name: 'a', legend: text, value: text, items: [{ text, value: text, hint: text }] }),
  checkboxes({ name: 'a', legend: text, items: [{ text, value: text, conditional: text }] }),
  summaryList({ rows: [{ key: text, value: text }], card: { title: text } }),
  table({ caption: text, head: [{ text }], rows: [[{ text }]] }),
  details({ summary: text, text }),
  tag({ text }),
  errorSummary({ errorList: [{ text, href: '#a' }] }),
  timeline([{ title: text, byline: text, datetime: '2026-03-06', when: text, text }]),
]

test('what people write stays text wherever it is shown', () => {
  const tagsOf = (one: Html): readonly string[] =>
    [...String(one).matchAll(/<[^>]*>/g)].map(([found]) => found.replaceAll(/="[^"]*"/g, ''))
  const harmless = everywhere('x').map(tagsOf)
  for (const text of hostile) assert.deepEqual(everywhere(text).map(tagsOf), harmless, text)
})

test('escaped text reads as it was typed', () => {
  assert.equal(
    String(html`<p>${'Mia & Jo <O\'Brien> "x"'}</p>`),
    '<p>Mia &amp; Jo &lt;O&#39;Brien&gt; &quot;x&quot;</p>',
  )
  assert.equal(String(html`${html`<b>${'<'}</b>`}`), '<b>&lt;</b>')
  assert.equal(String(html`${null}${undefined}${false}${true}${0}`), '0')
})

test('attributes leave out what is not there and keep a bare name', () => {
  const drawn = html`<input${attributes({ id: 'a', disabled: true, value: '', name: undefined, checked: false, title: null })}>`
  assert.equal(String(drawn), '<input id="a" disabled value="">')
})
