import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readLetter } from './read-letter.ts'

const head = '---\ntitle: We could not reach you\nto: [family, referrer]\nby: letter\n---\n'

it('a letter is read with the lines of what is filled in', () => {
  const text = `${head}\nDear {{recipient name}}\n\nPlease ring {{ worker name }} on {{team phone}}.\n`
  const { letter } = readLetter({ path: '2026-01-01/letters/no-contact.md', text })
  assert.equal(letter?.id, 'no-contact')
  assert.deepEqual(letter.to, ['family', 'referrer'])
  assert.equal(letter.body, 'Dear {{recipient name}}\n\nPlease ring {{ worker name }} on {{team phone}}.')
  assert.deepEqual(letter.placeholders, [
    { name: 'recipient name', line: 7 },
    { name: 'worker name', line: 9 },
    { name: 'team phone', line: 9 },
  ])
})

it('a letter written on Windows is read alike', () => {
  const { letter, problems } = readLetter({
    path: 'letters/a.md',
    text: `${head}\nDear all\n`.replaceAll('\n', '\r\n'),
  })
  assert.deepEqual(problems, [])
  assert.equal(letter?.body, 'Dear all')
})

it('a letter’s title names nobody: it stands in lists', () => {
  const text = head.replace('We could not reach you', 'A meeting about {{family name}}')
  const { letter, problems } = readLetter({ path: 'letters/a.md', text })
  assert.equal(letter, undefined)
  assert.deepEqual(
    problems.map(({ what, line }) => [line, what]),
    [
      [
        2,
        '"title" has something to fill in. It stands in lists, where nobody is named: write it in plain words.',
      ],
    ],
  )
})
