import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readForm } from './read-form.ts'

const text = `form: plan
title: Family plan
version: 2
sections:
  - id: agreement
    title: What we agreed
    fields:
      - { id: everyone, kind: yes-no, label: Does everyone agree?, needed: complete }
      - { id: who-not, kind: short text, label: Who does not?, shown-when: { everyone: no } }
      - { id: worry, kind: scale, label: How worried are we?, ends: [not at all, very] }
      - id: state
        kind: choice
        label: How does it stand?
        from: [case.allocated.direction, assessment.strengths]
        options: { to-do: To do, done: Done }
      - id: actions
        kind: rows
        label: Who does what
        columns: [{ id: what, kind: short text, label: What }]
`

it('a form is read with what is not said filled in', () => {
  const { form, problems } = readForm({ path: '2026-01-01/forms/plan.yaml', text })
  assert.deepEqual(problems, [])
  assert.equal(form?.version, 2)
  assert.deepEqual(form.checklists, [])
  const [everyone, whoNot, worry, state, actions] = form.sections[0]?.fields ?? []
  assert.equal(everyone?.needed, 'complete')
  assert.equal(whoNot?.needed, 'no')
  assert.deepEqual(whoNot.shownWhen, [{ path: ['everyone'], kind: 'in', values: ['no'] }])
  assert.deepEqual(worry?.ends, ['not at all', 'very'])
  assert.deepEqual(state?.from, ['case.allocated.direction', 'assessment.strengths'])
  assert.deepEqual(state.options, [
    { id: 'to-do', label: 'To do' },
    { id: 'done', label: 'Done' },
  ])
  assert.deepEqual(
    actions?.fields.map(({ id, kind }) => ({ id, kind })),
    [{ id: 'what', kind: 'short text' }],
  )
})

it('what a form records is an event, one that says more, or several of which the answers choose', () => {
  const recordsOf = (said: string) =>
    readForm({ path: 'forms/plan.yaml', text: text.replace('sections:', `records: ${said}\nsections:`) }).form
      ?.records
  const bare = { says: {}, when: [] }
  assert.deepEqual(readForm({ path: 'forms/plan.yaml', text }).form?.records, [])
  assert.deepEqual(recordsOf('plan.agreed'), [{ event: 'plan.agreed', ...bare }])
  assert.deepEqual(recordsOf('{ event: form.returned, says: { form: medical } }'), [
    { event: 'form.returned', says: { form: 'medical' }, when: [] },
  ])
  assert.deepEqual(recordsOf('[{ event: consent.given, when: { everyone: yes } }, consent.refused]'), [
    { event: 'consent.given', says: {}, when: [{ path: ['everyone'], kind: 'in', values: ['yes'] }] },
    { event: 'consent.refused', ...bare },
  ])
})

it('a form that is wrong in two places is told both', () => {
  const wrong = text.replace('version: 2', 'version: 0').replace('kind: scale', 'kind: scales')
  const { form, problems } = readForm({ path: 'forms/plan.yaml', text: wrong })
  assert.equal(form, undefined)
  assert.deepEqual(
    problems.map(({ line }) => line),
    [3, 10],
  )
})

it('a line for a signature says whose it is, and no other field does', () => {
  const signed = (said: string) =>
    readForm({
      path: 'forms/plan.yaml',
      text: `${text}      - { id: signed, kind: ${said}, label: Signed }\n`,
    })
  const byOf = (said: string) => signed(said).form?.sections[0]?.fields.at(-1)?.by
  assert.deepEqual(byOf('signature'), [])
  assert.deepEqual(byOf('signature, by: family'), ['family'])
  assert.deepEqual(byOf('signature, by: [manager, duty-manager]'), ['manager', 'duty-manager'])
  const [problem] = signed('short text, by: manager').problems
  assert.deepEqual([problem?.code, problem?.line], ['unknown-key', 20])
  assert.match(problem?.what ?? '', /"by" is not known .*It goes only with "kind: signature"\.$/)
})
