import assert from 'node:assert/strict'
import { it } from 'node:test'
import { caseReference, referenceIn } from './case-reference.ts'

it('a case is called by the letters of its authority and a number', () => {
  assert.equal(caseReference('north-sands', 41), 'NS-0041')
  assert.equal(caseReference('derby', 12_345), 'DE-12345')
})

it('words with a number mean a reference, however much of it is typed', () => {
  for (const words of [
    'NS-0041',
    'ns41',
    'ns 41',
    'NS–41',
    '0041',
    '41',
    'Reed NS-0041',
    'Reed 41',
    'NS-0041 Reed',
  ])
    assert.equal(referenceIn(words, 'north-sands'), 'NS-0041', words)
  assert.equal(referenceIn('Reed', 'north-sands'), null)
  assert.equal(referenceIn('NS-', 'north-sands'), null)
})

it('the reference of another authority means no case of this one', () => {
  assert.equal(referenceIn('es-0041', 'north-sands'), 'ES-0041')
})
