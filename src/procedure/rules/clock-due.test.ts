import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clockSchema } from './clock.ts'

/** What is wrong with a clock of these lines, and under which key. */
const wrong = (lines: object): readonly (readonly [string, string])[] => {
  const read = clockSchema.safeParse({
    clock: 'visit',
    title: 'Visit',
    owner: 'worker',
    start: 'contact.made',
    ...lines,
  })
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message] as const)
}

const mixed = 'counts hours in one place and days in the other'

describe('lengths of time that do not go together', () => {
  it('hours in one place and days in the other', () => {
    assert.deepEqual(wrong({ aim: '24 hours', within: '3 days' }), [['aim', mixed]])
    assert.deepEqual(wrong({ earliest: '24 hours', within: '3 days' }), [['earliest', mixed]])
    assert.deepEqual(wrong({ 'opens-after': '24 hours', within: '3 days' }), [['opens-after', mixed]])
    assert.deepEqual(wrong({ 'opens-after': '6 months', within: '48 hours' }), [['opens-after', mixed]])
  })

  it('hours before a date, or hours for a window', () => {
    const noHours = 'counts hours from a date, which has none: count days or weeks'
    assert.deepEqual(wrong({ 'ahead-of': { date: 'date', by: '48 hours' } }), [['ahead-of', noHours]])
    assert.deepEqual(wrong({ 'on-date': { date: 'date', by: '8 working hours' } }), [['on-date', noHours]])
    assert.deepEqual(wrong({ quota: { 'at-least': 2, in: '100 hours' } }), [
      ['quota', 'counts hours: a window is so many days, weeks or months'],
    ])
  })

  it('what goes together is not complained of', () => {
    assert.deepEqual(wrong({ earliest: '24 hours', within: '48 hours' }), [])
    assert.deepEqual(wrong({ 'opens-after': '24 hours', within: '48 hours' }), [])
    assert.deepEqual(wrong({ 'opens-after': '6 months', 'no-limit': true }), [])
    assert.deepEqual(wrong({ 'opens-after': '6 months', within: '7 months' }), [])
    assert.deepEqual(wrong({ 'ahead-of': { date: 'date', by: '2 weeks' } }), [])
  })
})
