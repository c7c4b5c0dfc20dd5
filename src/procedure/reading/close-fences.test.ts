import assert from 'node:assert/strict'
import { it } from 'node:test'
import { closeFences } from './close-fences.ts'

const lines = (...all: readonly string[]): string => all.join('\n')

it('leaves a document alone in which every block ends', () => {
  const sound = lines(
    '## A',
    '```yaml procedure',
    'procedure: a',
    '```',
    '',
    '### X-1 B',
    '```yaml',
    'a: 1',
    '```',
  )
  assert.deepEqual(closeFences(sound), { text: sound, unclosed: [] })
})

it('ends a block before the next heading, and moves no line', () => {
  assert.deepEqual(closeFences(lines('```yaml', 'a: 1', '', '### X-2 B', '', '```yaml', 'b: 2', '```')), {
    text: lines('```yaml', 'a: 1', '```', '### X-2 B', '', '```yaml', 'b: 2', '```'),
    unclosed: [1],
  })
})

it('ends a block before the next block', () => {
  assert.deepEqual(closeFences(lines('~~~yaml', 'a: 1', '', '```yaml', 'b: 2', '```')), {
    text: lines('~~~yaml', 'a: 1', '~~~', '```yaml', 'b: 2', '```'),
    unclosed: [1],
  })
})

it('finds the last block open, and keeps its text', () => {
  const text = lines('### X-1 A', '```yaml', 'a: 1', '# a comment', '')
  assert.deepEqual(closeFences(text), { text, unclosed: [2] })
})

it('takes a block that shows a document as it is', () => {
  const shown = lines('````markdown', '```yaml', 'a: 1', '', '### X-2 B', '````')
  assert.deepEqual(closeFences(shown), { text: shown, unclosed: [] })
})
