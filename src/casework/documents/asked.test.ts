import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readForm } from '#procedure/reading/read-form.ts'
import { isEmpty, missingAnswers } from './asked.ts'
import type { Answers } from './stored-document.ts'

const text = `form: plan
title: Plan
version: 1
sections:
  - id: one
    title: One
    fields:
      - { id: agreed, kind: yes-no, label: Agreed?, needed: draft }
      - { id: why-not, kind: narrative, label: Why not?, needed: complete, shown-when: { agreed: no } }
      - { id: tools, kind: several, label: Tools, options: { a: A, b: B } }
      - { id: which, kind: short text, label: Which?, needed: complete, shown-when: { tools: b } }
      - { id: worry, kind: scale, label: Worry }
      - { id: high, kind: short text, label: Why so high?, needed: complete, shown-when: { worry: { at-least: 7 } } }
      - { id: signed, kind: signature, label: Signed, needed: complete }
      - id: child
        kind: per child
        label: Each
        fields:
          - { id: seen, kind: yes-no, label: Seen?, needed: complete }
          - { id: reason, kind: short text, label: Reason, needed: complete, shown-when: { seen: no, agreed: yes } }
      - id: actions
        kind: rows
        label: Actions
        needed: complete
        columns:
          - { id: what, kind: short text, label: What, needed: complete }
`

const { form } = readForm({ path: 'forms/plan.yaml', text })

const missing = (answers: Answers, children: readonly string[] = []): readonly string[] => {
  assert.ok(form)
  return missingAnswers(form, answers, children).map(({ path }) => path.join(' '))
}

const whole: Answers = { agreed: true, actions: [{ what: 'Ring' }] }

describe('what a form still needs', () => {
  it('is each needed question that is asked, but no signature', () => {
    assert.deepEqual(missing({}), ['agreed', 'actions'])
    assert.deepEqual(missing(whole), [])
  })

  it('depends on what other answers say', () => {
    assert.deepEqual(missing({ ...whole, agreed: false }), ['why-not'])
    assert.deepEqual(missing({ ...whole, tools: ['a'] }), [])
    assert.deepEqual(missing({ ...whole, tools: ['a', 'b'] }), ['which'])
    assert.deepEqual(missing({ ...whole, worry: 6 }), [])
    assert.deepEqual(missing({ ...whole, worry: 7 }), ['high'])
  })

  it('is asked of each child, beside what is said of the same child and of the whole', () => {
    const child = { ada: { seen: true }, ben: { seen: false } }
    assert.deepEqual(missing({ ...whole, child }, ['ada', 'ben', 'cy']), [
      'child ben reason',
      'child cy seen',
    ])
    assert.deepEqual(missing({ ...whole, agreed: false, 'why-not': 'No', child }, ['ben']), [])
  })

  it('is asked of each row that there is', () => {
    assert.deepEqual(missing({ ...whole, actions: [{ what: 'Ring' }, { who: 'Mo' }] }), ['actions 2 what'])
  })
})

it('no and nought are answers', () => {
  for (const said of [false, 0, 'x', ['x'], { a: 1 }]) assert.equal(isEmpty(said), false)
  for (const said of [undefined, '', [], {}]) assert.equal(isEmpty(said), true)
})
