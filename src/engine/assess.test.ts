import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readProcedure } from '#procedure/reading/read-procedure.ts'
import { assess } from './assess.ts'
import { assessmentJson } from './assessment-json.ts'
import { calendar, moment } from './fixtures/told-case.ts'
import { readCaseFile } from './case-file/read-case-file.ts'

const document = join(import.meta.dirname, '..', '..', 'packs', 'nine-steps', '2026-01-01', 'procedure.md')

/** The case of the contract (procedure.md, section 4). */
const example = `procedure: nine-steps
version: 2026-01-01
people:
  - { id: ada, role: child, born: 2015-04-02 }
  - { id: mo,  role: parent }
events:
  - { id: e1, type: referral.received, at: 2026-03-02T10:00, by: { role: hub }, data: { route: hub, form: MARF } }
  - { id: e2, type: decision.made,     at: 2026-03-03T09:00, by: { role: duty-manager }, data: { outcome: accepted, tier: 3 } }
  - { id: e3, type: case.allocated,    at: 2026-03-05T12:00, data: { worker: w1, direction: "..." } }
  - { id: e4, type: contact.made,      at: 2026-03-06T15:00, data: { method: telephone } }
  - { id: e5, type: note.recorded,     at: 2026-03-06T15:00, recorded: 2026-03-09T09:00, data: { kind: contact, about: [ada] } }
`

const { procedure } = readProcedure(readFileSync(document, 'utf8'), 'procedure.md')
const read = readCaseFile(example, 'case.yaml')

const answerAt = (asOf: string) => {
  assert.ok(procedure !== undefined && read.file !== undefined)
  const { events, people } = read.file
  const place = () => ({ file: 'case.yaml', line: 1 })
  return assessmentJson(assess({ procedure, events, people, calendar, asOf: moment(asOf), place }))
}

/** Every part of what the contract shows is in what is answered; there may be more beside it. */
const holds = (answer: unknown, contract: Readonly<Record<string, unknown>>): void => {
  const found = answer as Readonly<Record<string, unknown>>
  assert.deepEqual(Object.fromEntries(Object.keys(contract).map((key) => [key, found[key]])), contract)
}

describe('the answer that other programs read', () => {
  const answer = answerAt('2026-03-10T09:00')

  it('says what it is about', () => {
    assert.deepEqual(read.problems, [])
    holds(answer, {
      procedure: 'nine-steps',
      version: '2026-01-01',
      asOf: '2026-03-10T09:00',
      step: 'home-visit',
      closed: false,
      problems: [],
    })
  })

  it('has the obligation of the contract, field for field', () => {
    holds(
      answer.obligations.find(({ rule }) => rule === 'first-home-visit'),
      {
        rule: 'first-home-visit',
        clauses: ['NS-5.1'],
        step: 'home-visit',
        owner: 'practitioner',
        subject: { kind: 'case' },
        startedBy: 'e4',
        opens: '2026-03-06',
        earliest: null,
        aim: null,
        due: '2026-03-17',
        advisory: false,
        provisional: false,
        standing: 'open',
        metBy: null,
        metOn: null,
        explainedBy: null,
        because:
          '7 working days after contact on Fri 6 March 2026; the weekends of 7 and 14 March do not count.',
      },
    )
  })

  it('has the gate before closing, shut and hard, with what it lacks', () => {
    const gate = answer.gates.find(({ before }) => before === 'case.closed')
    holds(gate, { before: 'case.closed', subject: { kind: 'case' }, open: false, hard: true })
    assert.ok(
      gate?.lacks.some(({ clause, what }) => clause === 'NS-9.2' && what === 'sign-off by the manager'),
    )
  })

  it('has the watch over each child', () => {
    holds(
      answer.watches.find(({ watch }) => watch === 'child-seen'),
      {
        watch: 'child-seen',
        clauses: ['NS-5.3'],
        subject: { kind: 'person', id: 'ada' },
        last: null,
        lastAlone: null,
      },
    )
  })

  it('has the question of the contact clause', () => {
    const prompt = answer.prompts.find(({ clause }) => clause === 'NS-4.2')
    assert.equal(typeof prompt?.question, 'string')
  })

  it('lists what was met long ago', () => {
    holds(
      answer.obligations.find(({ rule }) => rule === 'contact-with-family'),
      {
        due: '2026-03-10',
        standing: 'met',
        metBy: 'e4',
        metOn: '2026-03-06',
      },
    )
  })

  it('gives hour clocks an offset', () => {
    holds(
      answer.obligations.find(({ rule }) => rule === 'referral-dealt-with'),
      {
        due: '2026-03-03T10:00+00:00',
        metOn: '2026-03-03T09:00+00:00',
      },
    )
  })

  it('survives being written as JSON and read back', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer)
  })

  it('knows at each moment what had happened by then', () => {
    const at = (asOf: string) =>
      answerAt(asOf).obligations.find(({ rule }) => rule === 'first-home-visit')?.standing
    assert.equal(at('2026-03-06T14:59'), undefined)
    assert.equal(at('2026-03-12T23:59'), 'open')
    assert.equal(at('2026-03-13T00:00'), 'due-soon')
    assert.equal(at('2026-03-17T23:59'), 'due-soon')
    assert.equal(at('2026-03-18T00:00'), 'overdue')
  })
})
