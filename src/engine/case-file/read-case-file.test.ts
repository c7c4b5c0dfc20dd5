import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assess } from '../assess.ts'
import { assessmentJson } from '../assessment-json.ts'
import { calendar, clock, moment, procedureOf } from '../fixtures/told-case.ts'
import { readCaseFile, readWorkerFile } from './read-case-file.ts'

const procedure = procedureOf(
  `${clock('start: contact.made\nmet: visit.made\nwithin: 7 working days')}- decision: threshold
  title: Is the threshold met?
  step: referral
  on: decision.made
  by: manager
  outcomes: { accepted: { title: Accepted, to: ended } }
`,
)

/** Everything that is wrong with a file, as it is read and as it is assessed: code, line, words, remedy. */
const problemsOf = (text: string) => {
  const { file, source, problems } = readCaseFile(text, 'case.yaml')
  if (file === undefined) return problems
  const indexOf = (id: string) => file.events.findIndex((event) => event.id === id)
  const json = assessmentJson(
    assess({
      procedure,
      events: file.events,
      people: file.people,
      calendar,
      asOf: moment('2026-06-01T09:00'),
      place: ({ id }, field) => ({
        file: 'case.yaml',
        line: source.lineOf(['events', indexOf(id), ...(field === undefined ? [] : ['data', field])]),
      }),
    }),
  )
  return [...problems, ...json.problems]
}

const file = (...events: readonly string[]): string =>
  `procedure: demo\npeople:\n  - { id: ada, role: child }\nevents:\n${events.map((event) => `  - { ${event} }`).join('\n')}\n`

const said = (text: string) => problemsOf(text).map(({ code, line, what }) => [code, line, what])

/** One wrong event on line 6, after a sound one on line 5. */
const wrong = (event: string) => said(file('id: e1, type: contact.made, at: 2026-03-02T10:00', event))

describe('a case file', () => {
  it('in order has no problems', () => {
    assert.deepEqual(
      said(file('id: e1, type: contact.made, at: 2026-03-02T10:00, data: { method: telephone }')),
      [],
    )
  })

  it('may be JSON, and may come from Windows', () => {
    const json = JSON.stringify({
      procedure: 'demo',
      events: [{ id: 1, type: 'contact.made', at: '2026-03-02' }],
    })
    assert.deepEqual(said(json), [])
    assert.deepEqual(
      said(`\uFEFF${file('id: e1, type: contact.made, at: 2026-03-02').replaceAll('\n', '\r\n')}`),
      [],
    )
  })

  it('takes numbers for ids', () => {
    const { file: read } = readCaseFile(file('id: 7, type: contact.made, at: 2026-03-02'), 'case.yaml')
    assert.equal(read?.events[0]?.id, '7')
  })
})

describe('what is wrong with one event is said at its line, and the rest is still assessed', () => {
  const cases: readonly (readonly [string, string, readonly (readonly [string, number, string])[]])[] = [
    [
      'an event that is not known',
      'id: e2, type: contact.mad, at: 2026-03-03',
      [
        [
          'case-unknown-event',
          6,
          'event e2 (contact.mad): The procedure does not know this event. Did you mean "contact.made"?',
        ],
      ],
    ],
    [
      'an event called like something that every object has',
      'id: e2, type: constructor, at: 2026-03-03',
      [['case-unknown-event', 6, 'event e2 (constructor): The procedure does not know this event.']],
    ],
    [
      'a field that is not known',
      'id: e2, type: contact.made, at: 2026-03-03, data: { methd: email }',
      [
        [
          'case-unknown-field',
          6,
          'event e2 (contact.made): "methd" is not a field of it. Did you mean "method"?',
        ],
      ],
    ],
    [
      'a field called like something that every object has',
      'id: e2, type: contact.made, at: 2026-03-03, data: { constructor: x, toString: y }',
      [
        ['case-unknown-field', 6, 'event e2 (contact.made): "constructor" is not a field of it.'],
        ['case-unknown-field', 6, 'event e2 (contact.made): "toString" is not a field of it.'],
      ],
    ],
    [
      'a field that no object can carry',
      'id: e2, type: contact.made, at: 2026-03-03, data: { __proto__: { person: ada } }',
      [['case-unknown-field', 6, 'event e2: "__proto__" is not a field of it.']],
    ],
    [
      'a value that it may not have',
      'id: e2, type: contact.made, at: 2026-03-03, data: { method: telefone }',
      [
        [
          'case-bad-value',
          6,
          'event e2 (contact.made): "method" should be one of telephone, letter, email, in-person, not "telefone". Did you mean "telephone"?',
        ],
      ],
    ],
    [
      'a value of another kind',
      'id: e2, type: taf.held, at: 2026-03-03, data: { number: two, final: maybe }',
      [
        ['case-bad-value', 6, 'event e2 (taf.held): "number" should be a number, not "two".'],
        ['case-bad-value', 6, 'event e2 (taf.held): "final" should be true or false, not "maybe".'],
      ],
    ],
    [
      'a number that is none',
      'id: e2, type: taf.held, at: 2026-03-03, data: { number: .nan }',
      [
        [
          'case-bad-value',
          6,
          'event e2: "data > number" should be words, a number, true or false, or a list or keys of these, not NaN.',
        ],
      ],
    ],
    [
      'a person who is not in the case',
      'id: e2, type: child.seen, at: 2026-03-03, data: { child: adda }',
      [
        [
          'case-unknown-person',
          6,
          'event e2 (child.seen): "child" names "adda", who is not in this case. Did you mean "ada"?',
        ],
      ],
    ],
    [
      'a child seen who is not in the case',
      'id: e2, type: visit.made, at: 2026-03-03, data: { seen: [{ child: zoe }] }',
      [
        [
          'case-unknown-person',
          6,
          'event e2 (visit.made): in "seen", "child" names "zoe", who is not in this case.',
        ],
      ],
    ],
    [
      'somebody seen who is not said',
      'id: e2, type: visit.made, at: 2026-03-03, data: { seen: [{ alone: true }] }',
      [
        [
          'case-missing-key',
          6,
          'event e2 (visit.made): "seen" does not say which child. The row is left out.',
        ],
      ],
    ],
    [
      'a day of a row that does not exist',
      'id: e2, type: visit.made, at: 2026-03-03, data: { notSeen: [{ child: ada, when: 2026-02-30 }] }',
      [
        [
          'case-bad-date',
          6,
          'event e2 (visit.made): in "notSeen", "when" should be a day that exists, not "2026-02-30".',
        ],
      ],
    ],
    [
      'a clock that is not known',
      'id: e2, type: clock.moved, at: 2026-03-03, data: { rule: visits, due: 2026-03-20 }',
      [['case-unknown-rule', 6, 'event e2 (clock.moved): There is no clock "visits". Did you mean "visit"?']],
    ],
    [
      'a moved date without the date',
      'id: e2, type: clock.moved, at: 2026-03-03, data: { rule: visit }',
      [['case-missing-key', 6, 'event e2 (clock.moved): "due" is missing: the new date.']],
    ],
    [
      'a moved date for somebody unknown',
      'id: e2, type: clock.moved, at: 2026-03-03, data: { rule: visit, due: 2026-03-20, subject: zoe }',
      [
        [
          'case-unknown-person',
          6,
          'event e2 (clock.moved): "subject" names "zoe", which is no person and no event here.',
        ],
      ],
    ],
    [
      'a moved date outside the calendar',
      'id: e2, type: clock.moved, at: 2026-03-03, data: { rule: visit, due: 2199-12-31 }',
      [
        [
          'case-bad-date',
          6,
          'event e2 (clock.moved): "due" "2199-12-31" lies outside the years 1990 to 2140.',
        ],
      ],
    ],
    [
      'an outcome that is not known',
      'id: e2, type: decision.made, at: 2026-03-03, data: { outcome: advice }',
      [
        [
          'case-unknown-outcome',
          6,
          'event e2 (decision.made): Is the threshold met? "advice" is no outcome; there are accepted.',
        ],
      ],
    ],
    [
      'a day that does not exist',
      'id: e2, type: contact.made, at: 2026-02-30T10:00',
      [['case-bad-date', 6, 'event e2: "2026-02-30T10:00" is not a moment that exists.']],
    ],
    [
      'a year of no case',
      'id: e2, type: contact.made, at: 1950-02-03T10:00',
      [['case-bad-date', 6, 'event e2: "1950-02-03T10:00" lies outside the years 1990 to 2140.']],
    ],
    [
      'written down before it happened',
      'id: e2, type: contact.made, at: 2026-03-03T10:00, recorded: 2026-03-02T10:00',
      [
        [
          'case-end-before-start',
          6,
          'event e2: It was written down (2026-03-02T10:00) before it happened (2026-03-03T10:00).',
        ],
      ],
    ],
    [
      'an id used twice',
      'id: e1, type: visit.made, at: 2026-03-03',
      [['case-id-twice', 6, 'event e1: this id is used twice.']],
    ],
    [
      'an event without an id',
      'type: visit.made, at: 2026-03-03',
      [['case-missing-key', 6, 'event number 2: "id" is missing.']],
    ],
    [
      'a key that is not known',
      'id: e2, type: visit.made, at: 2026-03-03, dat: { place: home }',
      [['case-unknown-field', 6, 'event e2: "dat" is not known here. Did you mean "at"?']],
    ],
    [
      'a correction of nothing',
      'id: e2, type: event.corrected, at: 2026-03-03, data: { of: e9, at: 2026-03-02 }',
      [
        [
          'case-of-unknown',
          6,
          'event e2 (event.corrected): "of" names "e9", which is no event here. Did you mean "e1"?',
        ],
      ],
    ],
    [
      'a withdrawal that does not say of what',
      'id: e2, type: event.withdrawn, at: 2026-03-03',
      [
        [
          'case-missing-key',
          6,
          'event e2 (event.withdrawn): "of" is missing: the id of the event that it is about.',
        ],
      ],
    ],
    [
      'a correction that sets what the event cannot have',
      'id: e2, type: event.corrected, at: 2026-03-03, data: { of: e1, set: { methd: email } }',
      [
        [
          'case-unknown-field',
          6,
          'event e2 (event.corrected): in "set", "methd" is not a field of it. Did you mean "method"?',
        ],
      ],
    ],
  ]
  for (const [name, event, expected] of cases)
    it(name, () => {
      const found = wrong(event)
      assert.deepEqual(found, expected)
    })

  it('each says what to do', () => {
    for (const { remedy } of problemsOf(
      file('id: e1, type: contact.mad, at: 2026-03-02', 'id: e1, type: x, at: y'),
    ))
      assert.match(remedy, /^[A-Z].*\.$/)
  })

  it('the sound ones are still there', () => {
    const { file: read } = readCaseFile(
      file('id: e1, type: contact.made, at: 2026-03-02', 'id: e2'),
      'case.yaml',
    )
    assert.deepEqual(
      read?.events.map(({ id }) => id),
      ['e1'],
    )
  })
})

describe('what ends before it begins', () => {
  it('a person who leaves before joining, or before being born', () => {
    const person = (dates: string) =>
      said(`procedure: demo\npeople:\n  - { id: ada, role: child, ${dates} }\nevents: []\n`)
    assert.deepEqual(person('from: 2026-03-02, until: 2026-03-01'), [
      ['case-end-before-start', 3, 'person ada: leaves the case before joining it.'],
    ])
    assert.deepEqual(person('born: 2026-03-02, until: 2026-03-01'), [
      ['case-end-before-start', 3, 'person ada: leaves the case before being born.'],
    ])
    assert.deepEqual(person('born: 2026-02-30'), [
      ['case-bad-date', 3, 'person ada: "2026-02-30" is not a day that exists.'],
    ])
    assert.deepEqual(person('from: 2199-12-31'), [
      ['case-bad-date', 3, 'person ada: "2199-12-31" lies outside the years 1990 to 2140.'],
    ])
  })

  it('a pause that is resumed before it begins', () => {
    assert.deepEqual(
      said(
        file(
          'id: e1, type: clock.resumed, at: 2026-03-02, data: { rule: visit }',
          'id: e2, type: clock.paused, at: 2026-03-04, data: { rule: all }',
        ),
      ),
      [
        [
          'case-end-before-start',
          5,
          'event e1 (clock.resumed): It ends what begins only later (event e2, clock.paused).',
        ],
      ],
    )
  })

  it('a waiting list that is left before it is joined', () => {
    assert.deepEqual(
      said(
        file(
          'id: e1, type: waiting-list.joined, at: 2026-03-04',
          'id: e2, type: waiting-list.left, at: 2026-03-03',
        ),
      ),
      [
        [
          'case-end-before-start',
          6,
          'event e2 (waiting-list.left): It ends what begins only later (event e1, waiting-list.joined).',
        ],
      ],
    )
  })
})

describe('the role of a person', () => {
  it('that is misspelt is asked about, since a child under it would be left out', () => {
    const person = (role: string) =>
      said(`procedure: demo\npeople:\n  - { id: ada, role: ${role} }\nevents: []\n`)
    assert.deepEqual(person('chidl'), [
      ['case-bad-value', 3, 'person ada: "role" is "chidl". Did you mean "child"?'],
    ])
    assert.deepEqual(person('Child'), [
      ['case-bad-value', 3, 'person ada: "role" is "Child". Did you mean "child"?'],
    ])
    assert.deepEqual(person('young-person'), [])
    assert.deepEqual(person('panel-chair'), [])
  })
})

describe('a file that leaves nothing to assess', () => {
  const cases: readonly (readonly [string, string, string, number, RegExp])[] = [
    ['is empty', '', 'case-missing-key', 1, /There is nothing in this file/],
    ['is some words', 'hello', 'case-bad-value', 1, /not "hello"/],
    ['is a list', '- a\n- b', 'case-bad-value', 1, /not a list of 2/],
    ['is not YAML', 'procedure: demo\nevents: [ {', 'not-yaml', 2, /cannot be read/],
    ['is set in with a tab', 'procedure: demo\n\tevents: []', 'not-yaml', 2, /tab/],
    ['says a key twice', 'procedure: a\nprocedure: b\nevents: []', 'not-yaml', 2, /written twice/],
    ['is two documents', 'procedure: demo\nevents: []\n---\nprocedure: x', 'not-yaml', 3, /second document/],
    [
      'has keys for events',
      'procedure: demo\nevents: { a: 1 }',
      'case-bad-value',
      2,
      /"events" should be a list, not keys \(a\)/,
    ],
    ['has no events', 'procedure: demo', 'case-missing-key', 1, /"events" is missing/],
    [
      'repeats a part that is not there',
      'procedure: demo\nevents: [*zoe]',
      'not-yaml',
      1,
      /\*zoe needs an &zoe/,
    ],
    [
      'has brackets without end',
      `procedure: demo\nevents: ${'['.repeat(20_000)}`,
      'not-yaml',
      2,
      /far too deep/,
    ],
  ]
  for (const [name, text, code, line, words] of cases)
    it(name, () => {
      const [problem, ...others] = problemsOf(text)
      assert.deepEqual(others, [])
      assert.deepEqual([problem?.code, problem?.line], [code, line])
      assert.match(problem?.what ?? '', words)
    })

  it('would grow without end', () => {
    const level = (name: string, of: string) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(', ')}]`
    const bomb = `${level('a', 'x')}\n${level('b', '*a')}\n${level('c', '*b')}\n${level('d', '*c')}\n${level('events', '*d')}\nprocedure: demo`
    assert.deepEqual(
      problemsOf(bomb).map(({ code, what }) => [code, what]),
      [
        [
          'not-yaml',
          'The YAML repeats its own parts (&name and *name) too often. Write out what is repeated.',
        ],
      ],
    )
  })
})

describe('a large file', () => {
  it('of several megabytes is read and assessed', () => {
    const events = Array.from({ length: 20_000 }, (_, i) => ({
      id: `e${i}`,
      type: 'note.recorded',
      at: '2026-03-02T10:00',
      data: { kind: 'x'.repeat(40) },
    }))
    const text = JSON.stringify({ procedure: 'demo', events })
    assert.ok(text.length > 2_000_000)
    assert.deepEqual(problemsOf(text), [])
  })
})

describe('a worker’s file', () => {
  it('puts the day of starting first', () => {
    const { file: read, problems } = readWorkerFile(
      'procedure: demo\nworker: { id: w1, role: practitioner, started: 2026-01-05 }\nevents: []\n',
      'worker.yaml',
    )
    assert.deepEqual(problems, [])
    assert.equal(read?.worker, 'w1')
    assert.deepEqual(
      read.events.map(({ type, data }) => [type, data]),
      [['worker.started', { role: 'practitioner' }]],
    )
  })

  it('says when that day does not exist', () => {
    const { problems } = readWorkerFile(
      'procedure: demo\nworker: { id: w1, started: 2026-02-30 }\nevents: []\n',
      'w.yaml',
    )
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['case-bad-date', 2]],
    )
  })
})
