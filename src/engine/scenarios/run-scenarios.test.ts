import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandAndWales } from '#calendar/bank-holidays.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { runScenarioFile } from './run-scenarios.ts'

const calendar = makeCalendar({ holidays: englandAndWales })

const document = `\`\`\`yaml procedure
procedure: demo
title: Demo
in-force: 2026-01-01
roles: { practitioner: Worker }
lanes: { practice: Practice }
steps: [{ id: referral, title: Referral, lane: practice }]
exits: {}
\`\`\`

### X-1 First visit

\`\`\`yaml
clock: first-visit
title: First visit
owner: practitioner
start: contact.made
met: visit.made
within: 7 working days
\`\`\`
`

const scenarios = `given:
  events:
    - { id: e1, type: contact.made, at: 2026-03-06T15:00 }
scenarios:
  - scenario: A contact on a Friday gives until the Tuesday after the next.
    events:
      - { id: e2, type: visit.made, at: 2026-03-17T10:00 }
    as-of: 2026-03-18T09:00
    then: { obligations: [{ rule: first-visit, standing: met, due: 2026-03-17 }] }
  - scenario: Without a visit it is overdue the day after.
    as-of: 2026-03-18T09:00
    then: { obligations: [{ rule: first-visit, standing: overdue, due: 2026-03-17 }] }
`

const run = (text: string, procedure = document) => {
  const { pack } = readPack('demo', [{ path: '2026-01-01/procedure.md', text: procedure }])
  const [version] = pack.versions
  assert.ok(version)
  return runScenarioFile({ path: 'scenarios.yaml', text }, version, calendar)
}

const said = (text: string, procedure = document): readonly string[] =>
  run(text, procedure).problems.map(({ line, what, remedy }) => `${line}: ${what} ${remedy}`)

describe('a scenario', () => {
  it('that holds is no problem', () => {
    assert.deepEqual(said(scenarios), [])
  })

  it('that says another date than the rule is told both', () => {
    assert.deepEqual(said(scenarios.replace('standing: met, due: 2026-03-17', 'due: 2026-03-16')), [
      '5: "A contact on a Friday gives until the Tuesday after the next." first-visit: expected due "2026-03-16", ' +
        'found "2026-03-17". Correct the scenario or the rule: they say different things.',
    ])
  })

  it('with a day that does not exist is told so at that line, and not tried', () => {
    assert.deepEqual(said(scenarios.replace('2026-03-17T10:00', '2026-02-30T10:00')), [
      '7: event e2: "2026-02-30T10:00" is not a moment that exists. ' +
        'Write a day that exists as 2026-03-02, or a moment as 2026-03-02T10:00.',
    ])
    assert.deepEqual(said(scenarios.replace('as-of: 2026-03-18T09:00', 'as-of: 2026-03-32T09:00')), [
      '8: as-of: "2026-03-32T09:00" is not a moment that exists. ' +
        'Write a day that exists as 2026-03-02, or a moment as 2026-03-02T10:00.',
    ])
  })

  it('is told once of what is wrong in the part that all share', () => {
    const shared = scenarios.replace('at: 2026-03-06T15:00', 'at: 2026-03-06T15:00, data: { method: pigeon }')
    const { results, problems } = run(shared)
    assert.deepEqual(
      problems.map(({ line, code, what }) => `${line} ${code}: ${what}`),
      [
        '3 case-bad-value: event e1 (contact.made): "method" should be one of telephone, letter, email, in-person, not "pigeon".',
      ],
    )
    assert.ok(results.every(({ differs }) => differs.length === 1))
  })

  it('may expect a problem, and is told when there is none', () => {
    const expected = scenarios.replace('then: { ob', 'then: { problems: [case-bad-value], ob')
    assert.deepEqual(said(expected.replace('T10:00 }', 'T10:00, data: { joint: perhaps } }')), [])
    assert.deepEqual(said(expected), [
      '5: "A contact on a Friday gives until the Tuesday after the next." expected the problems case-bad-value, ' +
        'found none of them. Correct the scenario or the rule: they say different things.',
    ])
  })

  it('in which a role records that the procedure does not have is told the nearest', () => {
    const text = scenarios.replace(
      'at: 2026-03-17T10:00 }',
      'at: 2026-03-17T10:00, by: { role: practicioner } }',
    )
    assert.deepEqual(said(text), [
      '7: event e2 (visit.made): "by" names the role "practicioner", which the procedure does not have. Did you mean "practitioner"? Name one of these: practitioner.',
    ])
  })

  it('that names a rule which does not exist is told the nearest', () => {
    assert.deepEqual(said(scenarios.replace('rule: first-visit', 'rule: frist-visit')), [
      '9: There is no clock "frist-visit" in the procedure. Did you mean "first-visit"? ' +
        'Correct the name in the scenario, or write the clock.',
    ])
    assert.deepEqual(said(scenarios.replace('then: { ', 'then: { no-prompts: [read-it], ')), [
      '9: There is no prompt "read-it" in the procedure. Correct the name in the scenario, or write the prompt.',
    ])
  })

  it('that names a rule which could not be read is told so, once for the file', () => {
    assert.deepEqual(said(scenarios, document.replace('7 working days', '7 workdays')), [
      '9: The clock "first-visit" could not be read, so the scenarios that name it cannot be tried. ' +
        'Mend the clock first.',
    ])
  })
})
