import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Problem } from './problem.ts'
import { readForm } from './reading/read-form.ts'
import { readProcedure } from './reading/read-procedure.ts'

const head = `procedure: demo
title: Demo
in-force: 2026-01-01
roles: { practitioner: Worker }
lanes: { practice: Practice }
steps:
  - { id: referral, title: Referral, lane: practice }
exits: {}`

const procedure = (rule: string, header = head): readonly Problem[] =>
  readProcedure(
    `\`\`\`yaml procedure\n${header}\n\`\`\`\n\n### X-1 A\n\n\`\`\`yaml\n${rule}\n\`\`\`\n`,
    'procedure.md',
  ).problems

const clock = (change: string): string =>
  `clock: visit\ntitle: Visit\nowner: practitioner\nstart: contact.made\nmet: visit.made\n${change}`

const said = (problems: readonly Problem[]): readonly string[] => problems.map((problem) => problem.what)

/** Mistakes that people make, each with the whole of what they are told. */
const mistakes: readonly (readonly [string, readonly Problem[], string])[] = [
  [
    'a unit misspelt',
    procedure(clock('within: 7 workng days')),
    'X-1: "within" should be a length of time, such as "7 working days", "48 hours" or "6 weeks", not "7 workng days".',
  ],
  [
    'no length of time at all',
    procedure(clock('within: 0 days')),
    'X-1: "within" should be a length of time of at least 1.',
  ],
  [
    'no limit',
    procedure(clock('aim: 3 days')),
    'X-1: "within" needs a limit: one of within, about, ahead-of, on-date, slot, before-the, at-the, quota, no-limit.',
  ],
  ...(
    [
      ['within: 3 days\nslot: duty', 'slot', 'within'],
      ['within: 3 days\nabout: 5 days', 'about', 'within'],
      ['about: 3 days\non-date: { date: expected }', 'on-date', 'about'],
      ['within: 3 days\nahead-of: { date: date, by: 2 days }', 'ahead-of', 'within'],
      ['ahead-of: { date: date, by: 2 days }\non-date: { date: date }', 'on-date', 'ahead-of'],
      ['slot: duty\nbefore-the: { number: 2, of: taf.held }', 'before-the', 'slot'],
    ] as const
  ).map(
    ([limits, second, first]) =>
      [
        `${second} beside ${first}`,
        procedure(clock(limits)),
        `X-1: "${second}" is a second limit beside "${first}": keep one of them. Only before-the or at-the may stand beside within, and the earlier then counts.`,
      ] as const,
  ),
  [
    'an aim beside a limit that is not counted',
    procedure(clock('slot: duty\naim: 2 days')),
    'X-1: "aim" stands beside "slot", and goes only with "within".',
  ],
  [
    'an aim beyond the limit',
    procedure(clock('within: 3 days\naim: 5 days')),
    'X-1: "aim" aims later than its limit.',
  ],
  [
    'a key misspelt',
    procedure(clock('witin: 3 days\nno-limit: true')),
    'X-1: "witin" is not known here. Did you mean "within"?',
  ],
  [
    'the key of the limit misspelt',
    procedure(clock('witin: 3 days')),
    'X-1: "witin" is not known here. Did you mean "within"?',
  ],
  [
    'the key of another limit misspelt',
    procedure(clock('slott: duty')),
    'X-1: "slott" is not known here. Did you mean "slot"?',
  ],
  [
    'the mark of the head forgotten',
    readProcedure(`\`\`\`yaml\n${head}\n\`\`\`\n`, 'procedure.md').problems,
    'The block that begins here is the head, and does not say so.',
  ],
  [
    'a key misspelt two levels down',
    procedure(clock('within: 3 days\nwhen: { recorded: { event: visit.made, wher: { joint: true } } }')),
    'X-1: "wher" is not known under "when > recorded". Did you mean "where"?',
  ],
  [
    'a start of no known kind',
    procedure(clock('within: 3 days').replace('contact.made', '{ eech: contact.made }')),
    'X-1: "eech" is not known under "start". Did you mean "each"?',
  ],
  [
    'an empty start',
    procedure(clock('within: 3 days').replace('start: contact.made', 'start:')),
    'X-1: "start" should be an event, or one of { first: event }, { each: event }, { latest: event }, ' +
      '{ later-of: [events] }, { after: clock }, { limit-of: clock }, not empty.',
  ],
  [
    'no owner',
    procedure(clock('within: 3 days').replace('owner: practitioner\n', '')),
    'X-1: It has no owner: nobody has to do it.',
  ],
  [
    'for whom, in other words',
    procedure(clock('within: 3 days\nfor: each kid')),
    'X-1: "for" should be one of case, each child, each member, youngest child, each meeting, each event, worker, not "each kid".',
  ],
  [
    'the first day counted as 2',
    procedure(clock('within: 3 days\nstart-day: 2')),
    'X-1: "start-day" should be one of 0, 1, not 2.',
  ],
  [
    'a gate without what it needs',
    procedure('gate: closing\nbefore: case.closed\notherwise: refuse'),
    'X-1: "needs" is missing: what has to be on record first.',
  ],
  [
    'a need that asks for nothing',
    procedure('gate: closing\nbefore: case.closed\notherwise: refuse\nneeds:\n  - what: a summary'),
    'X-1: "needs > 1st" asks for nothing: say what has to be recorded.',
  ],
  [
    'one need instead of a list',
    procedure(
      'gate: closing\nbefore: case.closed\notherwise: refuse\nneeds: { what: a summary, recorded: case-summary.written }',
    ),
    'X-1: "needs" should be a list, not keys (what, recorded).',
  ],
  [
    'a role by its title',
    procedure('notice: told\ntitle: Told\non: case.allocated\nto: Line Manager'),
    'X-1: "to" should be an id in small letters, with hyphens, not "Line Manager".',
  ],
  [
    'a list for words',
    procedure('notice: told\ntitle: [Told]\non: case.allocated\nto: worker'),
    'X-1: "title" should be words, not a list of 1.',
  ],
  [
    'two rules in one',
    procedure('gate: closing\nclock: visit\ntitle: A visit'),
    'X-1: this is a clock and a gate in one.',
  ],
  [
    'a reason left out',
    procedure('no-rule:'),
    'X-1: "no-rule" needs words: why the clause sets nothing that can be computed.',
  ],
  [
    'a list of roles without their words',
    procedure('no-rule: Nothing to count.', head.replace('{ practitioner: Worker }', '[practitioner]')),
    '"roles" should be lines of the form "key: value", not a list of 1.',
  ],
  ['a rule of no known kind', procedure('timer: visit'), 'X-1: "timer" begins no rule.'],
  [
    'days of the week that are none',
    procedure(
      'no-rule: Nothing to count.',
      `${head}\nopening-hours: [{ days: weekdays, times: 9:00 to 17:00 }]`,
    ),
    '"opening-hours > 1st > days" should be days of the week, such as "Mon to Fri" or "Tue, Wed, Thu".',
  ],
  [
    'a day that does not exist',
    procedure('no-rule: Nothing to count.', head.replace('2026-01-01', '2026-02-30')),
    '"in-force" should be a day, such as 2026-01-01, not "2026-02-30".',
  ],
  [
    'two colons in a line',
    procedure(clock('within: 3 days').replace('title: Visit', 'title: Visit: the first')),
    'The YAML cannot be read: there is a second colon in this line, or the next line is set in. ' +
      'Put words that hold a colon between "quote marks".',
  ],
  [
    'a kind of field that there is not',
    readForm({
      path: 'forms/plan.yaml',
      text: 'form: plan\ntitle: Plan\nversion: 1\nsections:\n  - id: family\n    title: Family\n    fields: [{ id: x, kind: text, label: X }]',
    }).problems,
    '"sections > family > fields > x > kind" should be one of short text, narrative, date, yes-no, person, signature, ' +
      'choice, several, scale, per child, rows, not "text".',
  ],
  [
    'a comma inside brackets',
    readForm({
      path: 'forms/plan.yaml',
      text: 'form: plan\ntitle: Plan\nversion: 1\nsections:\n  - id: family\n    title: Family\n    fields: [{ id: x, kind: date, label: When, and where? }]',
    }).problems,
    '"and where?" is not known under "sections > family > fields > x". Put words that hold a comma between "quote marks".',
  ],
  [
    'a choice without answers',
    readForm({
      path: 'forms/plan.yaml',
      text: 'form: plan\ntitle: Plan\nversion: 1\nsections:\n  - id: family\n    title: Family\n    fields: [{ id: x, kind: choice, label: X }]',
    }).problems,
    '"sections > family > fields > x > options" is missing: the answers: { id: words }.',
  ],
]

describe('a mistake is said once, in words that a person who is no programmer can act on', () => {
  for (const [mistake, problems, words] of mistakes)
    it(mistake, () => {
      assert.deepEqual(said(problems), [words])
    })
})
