import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countClauses } from '../clause-count.ts'
import { readProcedure } from './read-procedure.ts'

const text = `# Demo

How we work.

\`\`\`yaml procedure
procedure: demo
title: Demo
in-force: 2026-01-01
roles: { practitioner: Worker }
lanes: { practice: Practice }
steps:
  - { id: referral, title: Referral, lane: practice, next: [{ to: visit, if: accepted }] }
  - { id: visit, title: Visit, lane: practice, begins: [contact.made, visit.made] }
exits: { ended: Ended }
opening-hours: [{ days: Mon to Fri, times: 9:00 to 17:30 }]
\`\`\`

## Visits

### X-1.1 First visit

Visit the family **soon**.

- at home
- at school

\`\`\`yaml
- clock: first-visit
  title: First visit
  owner: practitioner
  start: contact.made
  met: visit.made
  within: 7 working days
  unclear: Does a school visit count? Read as yes.
- form: visit
\`\`\`

### X-1.2: A thing to know

\`\`\`yaml
no-rule: It describes the form.
\`\`\`

### An ordinary heading

Under which stands nothing.
`

describe('a procedure', () => {
  const { procedure, placed, problems } = readProcedure(text, 'procedure.md')

  it('is read whole', () => {
    assert.deepEqual(problems, [])
    assert.equal(procedure?.id, 'demo')
    assert.equal(procedure.preface, '# Demo\n\nHow we work.'.replace('# Demo\n\n', ''))
    assert.deepEqual(procedure.openingHours, [{ days: [1, 2, 3, 4, 5], times: { from: 540, to: 1050 } }])
    assert.deepEqual(procedure.counting, { startDay: 0, roll: 'none', soon: { n: 2, unit: 'working days' } })
  })

  it('keeps the words of each clause as they were written, and their section', () => {
    const [first, second] = procedure?.clauses ?? []
    assert.deepEqual(first, {
      id: 'X-1.1',
      title: 'First visit',
      section: 'Visits',
      line: 20,
      prose: 'Visit the family **soon**.\n\n- at home\n- at school',
      rules: [
        { kind: 'clock', id: 'first-visit' },
        { kind: 'form', id: 'visit' },
      ],
      noRule: [],
      unclear: ['Does a school visit count? Read as yes.'],
    })
    assert.equal(second?.title, 'A thing to know')
    assert.deepEqual(second.noRule, ['It describes the form.'])
  })

  it('knows the line of each rule', () => {
    assert.deepEqual(
      placed.map(({ rule, line }) => [rule.id, line]),
      [
        ['first-visit', 28],
        ['visit', 35],
      ],
    )
  })

  it('takes an open question alone for an answer to what a clause gives', () => {
    const open = readProcedure(
      text.replace('no-rule: It describes the form.', 'unclear: Whose form is it?'),
      'procedure.md',
    )
    assert.deepEqual(open.problems, [])
    assert.deepEqual(open.procedure?.clauses[1]?.unclear, ['Whose form is it?'])
  })

  it('counts what its clauses give', () => {
    assert.deepEqual(procedure && countClauses(procedure), {
      clauses: 2,
      withRules: 1,
      withNone: 1,
      unclear: 1,
      kinds: { clock: 1, form: 1 },
    })
  })

  it('reads the other clauses when one is wrong', () => {
    const broken = readProcedure(text.replace('7 working days', 'a week'), 'procedure.md')
    assert.equal(broken.problems.length, 1)
    assert.equal(broken.problems[0]?.line, 33)
    assert.deepEqual(
      broken.placed.map(({ rule }) => rule.id),
      ['visit'],
    )
  })

  it('is read alike when it was written on Windows', () => {
    const windows = readProcedure(text.replaceAll('\n', '\r\n'), 'procedure.md')
    assert.deepEqual(windows.problems, [])
    assert.equal(windows.procedure?.clocks[0]?.id, 'first-visit')
    assert.equal(windows.placed[0]?.line, 28)
  })
})
