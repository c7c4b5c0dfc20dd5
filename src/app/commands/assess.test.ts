import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { callAlongside } from './call-alongside.ts'

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name)
const family = fixture('family.yaml')
const text = readFileSync(family, 'utf8')

/** The fixture with one thing in it changed. */
const changed = (from: string, to: string): string => {
  assert.ok(text.includes(from), `the fixture holds ${from}`)
  return text.replace(from, to)
}

type Json = {
  version: string
  asOf: string
  step: string
  obligations: { rule: string; subject: { id?: string }; standing: string; due: string | null }[]
  gates: { before: string; open: boolean }[]
  problems: { code: string; file: string; line: number; what: string; remedy: string }[]
}

const assessed = async (input: string, ...more: readonly string[]) => {
  const { stdout, stderr, status } = await callAlongside(['assess', '-', '--format', 'json', ...more], {
    input,
  })
  return { json: JSON.parse(stdout) as Json, stderr, status }
}

describe('alongside assess', () => {
  it('says what is overdue with its date, owner, reason and clause', async () => {
    const { stdout, stderr, status } = await callAlongside(['assess', family])
    assert.equal(status, 0)
    assert.equal(stderr, '')
    const overdue = [
      'Overdue',
      '',
      '  First home visit                                                        NS-5.1',
      '    was due Tue 17 March 2026, 2 working days late                  Practitioner',
      '    7 working days after contact on Fri 6 March 2026; the weekends of 7 and 14',
      '    March do not count.',
    ].join('\n')
    assert.ok(stdout.includes(overdue), stdout)
    assert.match(
      stdout,
      /^Early Help in nine steps\nStep: 5 Home visit\nAs of Thursday 19 March 2026, 9:00am\n/,
    )
    assert.match(stdout, /Child seen, for Ada/)
    assert.match(stdout, /Before closing\n {4}refused until this is on record:/)
    assert.match(stdout, /closure completed for Ada, ben and mo \(NS-9\.1\)/)
  })

  it('keeps within the width of a phone', async () => {
    const { stdout } = await callAlongside(['assess', family], { width: 40 })
    const tooLong = stdout.split('\n').filter((line) => line.length > 40)
    assert.deepEqual(tooLong, [])
    assert.match(stdout, / {4}was due Tue 17 March 2026, 2 working\n {4}days late\n {4}Practitioner/)
  })

  it('shows what is done with --all only', async () => {
    assert.doesNotMatch((await callAlongside(['assess', family])).stdout, /\nDone\n/)
    assert.match((await callAlongside(['assess', family, '--all'])).stdout, /\nDone\n/)
  })

  it('prints the names of the contract in JSON', async () => {
    const { json, status } = await assessed(text)
    assert.equal(status, 0)
    assert.equal(json.version, '2026-01-01')
    assert.equal(json.asOf, '2026-03-19T09:00')
    assert.equal(json.step, 'home-visit')
    const visit = json.obligations.find(({ rule }) => rule === 'first-home-visit')
    assert.equal(visit?.due, '2026-03-17')
    assert.equal(visit?.standing, 'overdue')
    assert.equal(json.gates.find(({ before }) => before === 'case.closed')?.open, false)
    assert.deepEqual(json.problems, [])
  })

  it('looks at the moment asked for, else that of the file, else now', async () => {
    const asked = await assessed(text, '--as-of', '2026-03-10T09:00')
    assert.equal(asked.json.obligations.find(({ rule }) => rule === 'first-home-visit')?.standing, 'open')
    const without = await callAlongside(['assess', '-', '--format', 'json'], {
      input: changed('as-of: 2026-03-19T09:00\n', ''),
      now: '2026-03-17T18:00',
    })
    assert.equal((JSON.parse(without.stdout) as Json).asOf, '2026-03-17T18:00')
  })

  it('reads JSON as well', async () => {
    const input = JSON.stringify({
      procedure: 'nine-steps',
      events: [{ id: 'e1', type: 'contact.made', at: '2026-03-06T15:00' }],
    })
    const { json } = await assessed(input, '--as-of', '2026-03-10T09:00')
    assert.equal(json.obligations.find(({ rule }) => rule === 'first-home-visit')?.due, '2026-03-17')
  })
})

describe('a mistake in a case is named with its place, and the rest is assessed', () => {
  const mistakes: readonly (readonly [
    name: string,
    from: string,
    to: string,
    code: string,
    line: number,
    says: RegExp,
  ])[] = [
    [
      'an unknown event',
      'type: contact.made',
      'type: contact.mad',
      'case-unknown-event',
      12,
      /contact\.made/,
    ],
    [
      'an unknown field',
      'method: telephone',
      'methd: telephone',
      'case-unknown-field',
      12,
      /"methd".*"method"/,
    ],
    ['an unknown person', 'about: [ada]', 'children: [adda]', 'case-unknown-person', 13, /"adda".*"ada"/],
    [
      'a date that does not exist',
      'at: 2026-03-06T15:00, data',
      'at: 2026-02-30T15:00, data',
      'case-bad-date',
      12,
      /2026-02-30/,
    ],
    [
      'an end before its start',
      'recorded: 2026-03-09T09:00',
      'recorded: 2026-03-05T09:00',
      'case-end-before-start',
      13,
      /before it happened/,
    ],
    ['an id used twice', 'id: e5', 'id: e4', 'case-id-twice', 13, /twice/],
    [
      'a role that the procedure does not have',
      'by: { role: duty-manager }',
      'by: { role: duty-manger }',
      'case-unknown-role',
      10,
      /names the role "duty-manger", .* Did you mean "duty-manager"\?/,
    ],
  ]
  for (const [name, from, to, code, line, says] of mistakes)
    it(name, async () => {
      const { json, status, stderr } = await assessed(changed(from, to))
      assert.equal(status, 0)
      assert.equal(stderr, '')
      const problem = json.problems.find((one) => one.code === code)
      assert.ok(problem, JSON.stringify(json.problems))
      assert.equal(problem.file, 'standard input')
      assert.equal(problem.line, line)
      assert.match(problem.what, says)
      assert.notEqual(problem.remedy, '')
      assert.ok(
        json.obligations.some(
          ({ rule, due }) => rule === 'child-seen-within-four-weeks' && due === '2026-04-02',
        ),
      )
      const page = await callAlongside(['assess', '-'], { input: changed(from, to) })
      assert.match(page.stdout, new RegExp(`problem in the file\\n\\n {2}standard input, line ${line}\\n`))
    })

  it('an unknown rule', async () => {
    const event =
      '  - { id: e6, type: clock.moved, at: 2026-03-10T09:00, data: { rule: first-home-visits, due: 2026-03-20, reason: ill } }\n'
    const { json } = await assessed(`${text}${event}`)
    const [problem] = json.problems
    assert.equal(problem?.code, 'case-unknown-rule')
    assert.equal(problem?.line, 14)
    assert.match(problem?.what ?? '', /Did you mean "first-home-visit"\?/)
  })
})

describe('a file that leaves nothing to assess', () => {
  const hopeless: readonly (readonly [
    name: string,
    input: string,
    code: string,
    line: number,
    says: RegExp,
  ])[] = [
    ['is not YAML', 'procedure: [nine-steps\nevents: {', 'not-yaml', 2, /./],
    [
      'names an unknown procedure',
      changed('nine-steps\n', 'nine-step\n'),
      'case-no-procedure',
      2,
      /Did you mean "nine-steps"\?/,
    ],
    [
      'began before any version',
      text.replaceAll('2026-', '2021-'),
      'case-no-version',
      9,
      /in force on Tue 2 March 2021/,
    ],
    [
      'names a version that there is not',
      `${text}version: 2025-01-01\n`,
      'case-no-version',
      14,
      /There is 2026-01-01/,
    ],
    ['has no events', 'procedure: nine-steps\n', 'case-missing-key', 1, /events/],
    ['is empty', '', 'case-missing-key', 1, /^There is nothing in this file\.$/],
    ['holds remarks only', '# to be written\n', 'case-missing-key', 1, /^There is nothing in this file\.$/],
  ]
  for (const [name, input, code, line, says] of hopeless)
    it(name, async () => {
      const { json, status } = await assessed(input)
      assert.equal(status, 1)
      assert.deepEqual(Object.keys(json), ['problems'])
      const problem = json.problems.find((one) => one.code === code)
      assert.ok(problem, JSON.stringify(json.problems))
      assert.equal(problem.line, line)
      assert.match(problem.what, says)
      assert.notEqual(problem.remedy, '')
      const page = await callAlongside(['assess', '-'], { input })
      assert.equal(page.status, 1)
      assert.equal(page.stdout, '')
      assert.match(page.stderr, new RegExp(`standard input, line ${line}\\n`))
    })
})

describe('a call that is wrong', () => {
  const wrong: readonly (readonly [name: string, args: readonly string[], says: RegExp])[] = [
    ['a missing file', ['assess', 'no-such.yaml'], /There is no file no-such\.yaml\. Check the name/],
    ['a folder instead of a file', ['assess', import.meta.dirname], /is a folder\. Name a file in it/],
    ['a moment that is none', ['assess', family, '--as-of', 'tomorrow'], /Write it as 2026-03-10T09:00/],
    ['a day that does not exist', ['assess', family, '--as-of', '2026-02-30'], /--as-of 2026-02-30 is not/],
    ['an unknown option', ['assess', family, '--asof', '2026-03-10'], /--asof/],
    ['an unknown format', ['assess', family, '--format', 'xml'], /text, json/],
    ['no file', ['assess'], /missing required argument[^]*How it is called: alongside assess --help/],
    ['no folder of packs', ['assess', family, '--packs', 'nowhere'], /There is no nowhere/],
    ['an unknown command', ['asess', family], /Did you mean assess/],
    ["a worker's file", ['assess', fixture('worker.yaml')], /alongside assess-worker/],
    ["a case's file", ['assess-worker', family], /For that there is: alongside assess /],
  ]
  for (const [name, args, says] of wrong)
    it(name, async () => {
      const { stdout, stderr, status } = await callAlongside(args)
      assert.equal(status, 2)
      assert.equal(stdout, '')
      assert.match(stderr, says)
      assert.doesNotMatch(stderr, /\n\s+at /)
    })

  it('a file that is too large to be about one family, before it is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-large-'))
    const large = join(folder, 'large.yaml')
    writeFileSync(large, text)
    truncateSync(large, 5_700_000)
    const says = /large\.yaml has 5\.7 MB\. A file about one family or worker has at most 5 MB/
    const { stderr, status } = await callAlongside(['assess', large])
    rmSync(folder, { recursive: true })
    assert.match(stderr.replaceAll(/\s+/g, ' '), says)
    assert.equal(status, 2)
    const piped = await callAlongside(['assess', '-'], { input: `${text}#${'x'.repeat(5_000_000)}` })
    assert.match(piped.stderr, /standard input has 5\.0 MB/)
    assert.equal(piped.status, 2)
  })

  it('is helped by examples', async () => {
    for (const args of [['assess', '--help'], ['assess-worker', '--help'], ['--help']]) {
      const { stdout, status } = await callAlongside(args)
      assert.equal(status, 0)
      assert.match(stdout, /\nExamples:\n/)
    }
  })
})

describe('alongside assess-worker', () => {
  it('says what is due for a worker', async () => {
    const { stdout, status } = await callAlongside(['assess-worker', fixture('worker.yaml')])
    assert.equal(status, 0)
    assert.match(stdout, /^The CAF and TAF process: w1\nAs of Friday 10 April 2026, 9:00am\n/)
    assert.match(stdout, /was due Tue 7 April 2026, 3 working days late/)
  })
})
