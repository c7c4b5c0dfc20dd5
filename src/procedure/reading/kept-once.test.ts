import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keptOnce } from './kept-once.ts'

describe('what is read of a document, each text kept once', () => {
  it('says the same, texts, numbers, lists and nothing alike', () => {
    const rule = { id: 'visit', due: { n: 10, unit: 'working days' }, by: ['manager', '12'], met: null }
    assert.deepEqual(keptOnce(rule), rule)
  })

  it('keeps the order of what is named, which the check reports in', () => {
    assert.deepEqual(Object.keys(keptOnce({ zebra: 1, aunt: 2 })), ['zebra', 'aunt'])
  })

  it('keeps what is left undefined as it is', () => {
    assert.deepEqual(keptOnce({ note: undefined }), { note: undefined })
  })
})
