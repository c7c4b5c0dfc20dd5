import assert from 'node:assert/strict'
import { it } from 'node:test'
import { durationInWords, parseDuration } from './duration.ts'

it('a length of time is read as it is written', () => {
  assert.deepEqual(parseDuration('7 working days'), { n: 7, unit: 'working days' })
  assert.deepEqual(parseDuration('1 month'), { n: 1, unit: 'months' })
  assert.deepEqual(parseDuration(' 48 hours '), { n: 48, unit: 'hours' })
  assert.deepEqual(parseDuration('8 working hours'), { n: 8, unit: 'working hours' })
})

it('what says no length of time is not read as one', () => {
  for (const text of [
    '',
    '7',
    'days',
    '0 days',
    '-1 day',
    '1.5 days',
    '7 business days',
    'a week',
    '7  days',
    '10000 days',
  ])
    assert.equal(parseDuration(text), undefined, text)
})

it('one is one, more are more', () => {
  assert.equal(durationInWords({ n: 1, unit: 'working days' }), '1 working day')
  assert.equal(durationInWords({ n: 2, unit: 'weeks' }), '2 weeks')
})
