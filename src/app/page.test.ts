import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listed } from '#procedure/in-words.ts'
import { acrossTheLine, wrapped } from './page.ts'

describe('lines of text', () => {
  it('break between words, later lines under the first', () => {
    assert.deepEqual(wrapped('the worker visits the family at home', 20, '  - ', '    '), [
      '  - the worker',
      '    visits the',
      '    family at home',
    ])
  })

  it('keep a word that is longer than a line', () => {
    assert.deepEqual(wrapped('see packs/nine-steps/sample.yaml now', 10), [
      'see',
      'packs/nine-steps/sample.yaml',
      'now',
    ])
    assert.deepEqual(wrapped('', 10), [])
  })

  it('put two texts at their edges where they fit', () => {
    assert.equal(acrossTheLine('visit', 'NS-5.1', 15), 'visit    NS-5.1')
    assert.equal(acrossTheLine('visit', 'NS-5.1', 12), undefined)
  })

  it('join names as people do', () => {
    assert.equal(listed(['Ada']), 'Ada')
    assert.equal(listed(['Ada', 'Ben', 'Mo']), 'Ada, Ben and Mo')
  })
})
