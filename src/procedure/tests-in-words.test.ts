import assert from 'node:assert/strict'
import { it } from 'node:test'
import { testsInWords } from './tests-in-words.ts'

it('what is answered with yes or no reads as itself', () => {
  const final = ['final']
  assert.equal(testsInWords([{ kind: 'in', path: final, values: [true] }]), ' (final)')
  assert.equal(testsInWords([{ kind: 'not-in', path: final, values: [true] }]), ' (not final)')
  assert.equal(testsInWords([{ kind: 'in', path: final, values: [false] }]), ' (not final)')
  const required = ['assessmentRequired']
  assert.equal(
    testsInWords([{ kind: 'not-in', path: required, values: [false] }]),
    ' (assessment required or not said)',
  )
})

it('other values are named, and the field in words', () => {
  assert.equal(
    testsInWords([
      { kind: 'in', path: ['outcome'], values: ['accepted', 'advice'] },
      { kind: 'not-in', path: ['letter'], values: ['waiting-list'] },
      { kind: 'present', path: ['reviewEvery'], present: true },
    ]),
    ' (outcome accepted or advice, letter other than waiting-list, with review every)',
  )
})
