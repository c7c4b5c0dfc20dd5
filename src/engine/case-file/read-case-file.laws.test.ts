import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { readProcedure } from '#procedure/reading/read-procedure.ts'
import { assess, assessWorker } from '../assess.ts'
import { assessmentJson } from '../assessment-json.ts'
import { calendar, moment } from '../fixtures/told-case.ts'
import { readCaseFile, readWorkerFile } from './read-case-file.ts'

const pack = join(import.meta.dirname, '..', '..', '..', 'packs', 'nine-steps')
const document = readFileSync(join(pack, '2026-01-01', 'procedure.md'), 'utf8')
const sample = readFileSync(join(pack, 'sample.yaml'), 'utf8')
const { procedure } = readProcedure(document, 'procedure.md')

const asOf = moment('2026-06-01T09:00')
const place = () => ({ file: 'case.yaml', line: 1 })

/** Reads and assesses a text as a case and as a worker's file; whatever it is, there is an answer in words. */
const answered = (text: string): void => {
  assert.ok(procedure !== undefined)
  const asCase = readCaseFile(text, 'case.yaml')
  const asWorker = readWorkerFile(text, 'worker.yaml')
  const facts = { procedure, calendar, asOf, place }
  const answers = [
    ...(asCase.file === undefined
      ? []
      : [assess({ ...facts, events: asCase.file.events, people: asCase.file.people })]),
    ...(asWorker.file === undefined
      ? []
      : [assessWorker({ ...facts, events: asWorker.file.events }, asWorker.file.worker)]),
  ]
  const problems = [...asCase.problems, ...asWorker.problems, ...answers.flatMap((answer) => answer.problems)]
  if (asCase.file === undefined) assert.ok(asCase.problems.length > 0, 'nothing to assess, and no word why')
  for (const { what, remedy, line } of problems) {
    assert.ok(what.length > 0 && remedy.length > 0 && line >= 0)
    assert.doesNotMatch(what, /undefined|\[object|Invalid input/)
  }
  for (const answer of answers) JSON.stringify(assessmentJson(answer))
}

const types = Object.keys(procedure?.events ?? {})
const words = fc.constantFrom(
  ...types,
  'constructor',
  '__proto__',
  'toString',
  'person',
  'children',
  'about',
  'seen',
  'notSeen',
  'due',
  'date',
  'when',
  'of',
  'set',
  'rule',
  'subject',
  'reviewEvery',
  'ada',
  'all',
  '2026-02-30',
  '2026-03-02',
  '2199-12-31T23:59',
  '1900-01-01',
  '1989-12-31T23:30-14:00',
  '',
)
const anything = fc.anything({
  key: words,
  values: [words, fc.double(), fc.boolean(), fc.constant(null), fc.integer()],
  withNullPrototype: false,
  maxDepth: 4,
})

const roughEvent = fc.record(
  {
    id: fc.oneof(fc.constantFrom('e1', 'e2', 'e3', 'constructor'), fc.integer()),
    type: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: anything }),
    at: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}T10:00`) },
      { weight: 2, arbitrary: words },
      { weight: 1, arbitrary: fc.constantFrom('1990-01-01', '2140-12-31T23:59', '1990-01-01T00:00+14:00') },
    ),
    recorded: words,
    data: fc.oneof(fc.dictionary(words, anything), anything),
    by: fc.oneof(fc.record({ role: words }), anything),
    override: fc.oneof(fc.record({ reason: words }), anything),
  },
  { requiredKeys: ['id', 'type', 'at'] },
)
const roughPerson = fc.record(
  {
    id: fc.oneof(words, fc.integer()),
    role: fc.constantFrom('child', 'parent', 'x'),
    born: words,
    from: words,
    until: words,
  },
  { requiredKeys: ['id', 'role'] },
)

describe('whatever a file says, there is an answer and never a crash', () => {
  it('any JSON at all', () => {
    fc.assert(fc.property(fc.json(), answered), { numRuns: 60 })
  })

  it('anything in place of events and people', () => {
    const rough = fc.record({
      procedure: words,
      events: anything,
      people: anything,
      worker: anything,
      version: anything,
    })
    fc.assert(
      fc.property(rough, (value) => answered(JSON.stringify(value))),
      { numRuns: 40 },
    )
  })

  it('events with anything in their fields', () => {
    const rough = fc.record({
      procedure: fc.constant('nine-steps'),
      people: fc.array(roughPerson, { maxLength: 4 }),
      events: fc.array(roughEvent, { maxLength: 12 }),
    })
    fc.assert(
      fc.property(rough, (value) => answered(JSON.stringify(value))),
      { numRuns: 40 },
    )
    const worker = rough.map(({ events }) => ({ procedure: 'nine-steps', worker: 'w1', events }))
    fc.assert(
      fc.property(worker, (value) => answered(JSON.stringify(value))),
      { numRuns: 10 },
    )
  })

  it('any words', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), answered), { numRuns: 60 })
  })

  it('a sound case with a piece cut out, doubled or put elsewhere', () => {
    const cut = fc.record({
      from: fc.nat(sample.length),
      length: fc.nat(60),
      to: fc.nat(sample.length),
      how: fc.constantFrom('cut', 'double', 'move'),
      noise: fc.constantFrom('', ':', '[', '{', '"', '- ', '*a', '&a ', '\t', '\n', '2026-02-30'),
    })
    const mutated = fc.array(cut, { minLength: 1, maxLength: 3 }).map((cuts) =>
      cuts.reduce((text, { from, length, to, how, noise }) => {
        const piece = text.slice(from, from + length)
        const without = how === 'double' ? text : text.slice(0, from) + text.slice(from + length)
        const into = how === 'cut' ? '' : piece
        return without.slice(0, to) + noise + into + without.slice(to)
      }, sample),
    )
    fc.assert(fc.property(mutated, answered), { numRuns: 20 })
  })

  it('the sound case itself has no problems', () => {
    assert.deepEqual(readCaseFile(sample, 'sample.yaml').problems, [])
  })
})
