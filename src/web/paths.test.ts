import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath, paths, withQuery } from './paths.ts'

test('one is led on only to a path of this service', () => {
  for (const path of ['/', '/my-work', '/families/0b1c-2d/visit?child=ada&x=1', '/drafts/record-visit%3A1'])
    assert.equal(ownPath(path), path)
  const foreign = [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/a\nSet-Cookie: x',
    '/<script>',
    `/${'a'.repeat(300)}`,
    '',
    undefined,
    ['/a', '/b'],
  ]
  for (const text of foreign) assert.equal(ownPath(text), undefined)
})

test('a query is written so that any text survives', () => {
  assert.equal(withQuery('/sign-in', { why: undefined }), '/sign-in')
  assert.equal(
    withQuery('/sign-in', { why: 'idle', next: '/a?b=1&c' }),
    '/sign-in?why=idle&next=%2Fa%3Fb%3D1%26c',
  )
  assert.equal(paths.draft('record-visit:1'), '/drafts/record-visit%3A1')
})
