import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PackFile } from '../pack.ts'
import { readPack } from '../reading/read-pack.ts'
import { checkPack } from './check-pack.ts'

const head = `procedure: demo
title: Demo
in-force: 2026-01-01
roles: { practitioner: Worker, manager: Manager }
words: { assessment: CAF }
lanes: { practice: Practice }
steps:
  - { id: referral, title: Referral, lane: practice }
exits: { ended: Ended }
slots: { duty: { title: Duty, days: Tue, times: 9:00 to 12:00 } }
events: { panel.held: { outcome: [go, stop], chair: text } }`

const formText = `form: plan
title: Plan
version: 1
sections:
  - id: family
    title: Family
    fields:
      - { id: agreed, kind: yes-no, label: Agreed? }
`

type Given = { readonly header?: string; readonly files?: readonly PackFile[] }

/** What is said of a procedure with these rules, one clause for each. */
const said = (rules: readonly string[], { header = head, files = [] }: Given = {}): readonly string[] => {
  const clauses = rules.map((rule, index) => `### X-${index + 1} A clause\n\n\`\`\`yaml\n${rule}\n\`\`\`\n`)
  const text = `\`\`\`yaml procedure\n${header}\n\`\`\`\n\n${clauses.join('\n')}`
  const { pack, problems } = readPack('demo', [{ path: '2026-01-01/procedure.md', text }, ...files])
  return [...problems, ...checkPack(pack)].map((problem) => problem.what)
}

const clock = (id: string, start: string, rest = 'within: 3 days\nmet: visit.made'): string =>
  `clock: ${id}\ntitle: A visit\nowner: practitioner\nstart: ${start}\n${rest}`

const gate = (id: string, before: string, needs: string, hard = true): string =>
  `gate: ${id}\nbefore: ${before}\notherwise: ${hard ? 'refuse' : 'ask for a reason'}\nneeds:\n  - what: it\n    ${needs}`

describe('names that stand for nothing', () => {
  const everywhere: readonly (readonly [string, string])[] = [
    ['a start', clock('a', '{ each: visit.mad }')],
    ['a list of starts', clock('a', '[contact.made, visit.mad]')],
    ['the later of two', clock('a', '{ later-of: [contact.made, visit.mad] }')],
    ['what meets it', clock('a', 'contact.made', 'within: 3 days\nmet: { all: [child.seen, visit.mad] }')],
    ['an order', clock('a', 'contact.made', 'before-the: { number: 2, of: visit.mad }')],
    ['until', clock('a', 'contact.made', 'within: 3 days\nuntil: visit.mad')],
    ['an excuse', clock('a', 'contact.made', 'within: 3 days\nexcuse: visit.mad')],
    [
      'a pause',
      clock(
        'a',
        'contact.made',
        'within: 3 days\npauses: [{ from: visit.mad, until: child.seen, time: runs on }]',
      ),
    ],
    [
      'a condition',
      clock(
        'a',
        'contact.made',
        'within: 3 days\nwhen: { any: [{ count: { of: visit.mad, at-least: 1 } }] }',
      ),
    ],
    [
      'the latest of several',
      clock('a', 'contact.made', 'within: 3 days\nwhen: { latest: { of: [visit.mad], is: child.seen } }'),
    ],
    ['since', clock('a', '{ event: contact.made, since: visit.mad }')],
    ['a gate', gate('a', 'visit.mad', 'recorded: child.seen')],
    ['what a gate needs', gate('a', 'case.closed', 'not-recorded: visit.mad')],
    ['a prompt', 'prompt: a\nquestion: Why?\nfrom: contact.made\nbefore: visit.mad'],
    ['a checklist', 'checklist: a\ntitle: A\nbefore: visit.mad\npoints: [clear]'],
    ['a watch', 'watch: a\ntitle: A\nsince: contact.made\nuntil: visit.mad\nmarks: [3 days]'],
    ['a route', 'route: a\ntitle: A\nevent: visit.mad\nto: referral'],
    ['an option', 'option: a\nsays: A\nevent: visit.mad'],
  ]
  for (const [place, rule] of everywhere)
    it(`an unknown event is found in ${place}`, () => {
      assert.deepEqual(said([rule]), ['X-1: there is no event "visit.mad". Did you mean "visit.made"?'])
    })

  it('an unknown event is found where a step begins, and in the pauses of the head', () => {
    const step = head.replace('lane: practice }', 'lane: practice, begins: visit.mad }')
    assert.deepEqual(said([], { header: step }), [
      'Step "referral": there is no event "visit.mad". Did you mean "visit.made"?',
    ])
    const pauses = `${head}\npauses: [{ from: visit.mad, until: child.seen, time: runs on }]`
    assert.deepEqual(said([], { header: pauses }), [
      'There is no event "visit.mad". Did you mean "visit.made"?',
    ])
  })

  it('an event of the procedure itself is known, and only its own fields and values', () => {
    assert.deepEqual(said([clock('a', '{ event: panel.held, where: { outcome: go, children: ada } }')]), [])
    assert.deepEqual(said([clock('a', '{ event: panel.held, where: { chairs: ada } }')]), [
      'X-1: the event panel.held has no field "chairs". Did you mean "chair"?',
    ])
    assert.deepEqual(said([clock('a', '{ event: panel.held, where: { outcome: { not: stopp } } }')]), [
      'X-1: in the event panel.held, "outcome" is never "stopp". It may be go, stop. Did you mean "stop"?',
    ])
  })

  it('a field inside a field is followed', () => {
    assert.deepEqual(said([clock('a', '{ event: visit.made, where: { seen.alone: true } }')]), [])
    assert.deepEqual(
      said([clock('a', '{ event: assessment.completed, where: { assessment.worries: grave } }')]),
      [],
    )
    assert.deepEqual(said([clock('a', '{ event: visit.made, where: { seen.alon: true } }')]), [
      'X-1: the event visit.made has no field "seen.alon". Did you mean "alone"?',
    ])
  })

  it('a field is asked for what it holds', () => {
    assert.deepEqual(said([clock('a', '{ event: visit.made, where: { joint: yes } }')]), [
      'X-1: in the event visit.made, "joint" is never "yes": it holds true or false.',
    ])
    assert.deepEqual(said([clock('a', '{ event: visit.made, where: { purpose: { at-least: 3 } } }')]), [
      'X-1: in the event visit.made, "purpose" is no number, so it is never at least or at most one.',
    ])
  })

  it('what the event itself says is checked against that event', () => {
    assert.deepEqual(said([gate('a', 'case.closed', 'this: { reason: consent-end }')]), [
      'X-1: in the event case.closed, "reason" is never "consent-end". It may be plan-achieved, work-done, escalated, ' +
        'consent-ended, non-engagement, universal, single-agency. Did you mean "consent-ended"?',
    ])
  })

  it('the date and the number that a clock reads stand in its start, or in the clock that it rests on', () => {
    assert.deepEqual(said([clock('a', 'taf.agreed', 'ahead-of: { date: date, by: 2 weeks }')]), [])
    assert.deepEqual(said([clock('a', 'taf.agreed', 'ahead-of: { date: place, by: 2 weeks }')]), [
      'X-1: the field "place" of taf.agreed is not a date.',
    ])
    assert.match(
      said([
        clock('a', 'contact.made'),
        clock('b', '{ after: a }', 'within: { agreed: reviewEvery, in: weeks }'),
      ]).join('\n'),
      /^X-2: the event visit\.made has no field "reviewEvery"\./,
    )
  })

  it('a decision leads somewhere, and its outcomes are values that its event can carry', () => {
    const decision = (outcome: string, to: string): string =>
      `decision: a\ntitle: A\nstep: referral\non: panel.held\nby: manager\noutcomes:\n  ${outcome}: { title: A, to: ${to} }`
    assert.deepEqual(said([decision('go', 'ended')]), [])
    assert.deepEqual(said([decision('goes', 'ended')]), [
      'X-1: in the event panel.held, "outcome" is never "goes". It may be go, stop. Did you mean "go"?',
    ])
    assert.deepEqual(said([decision('go', 'endd')]), [
      'X-1: there is no step or exit "endd". Did you mean "ended"?',
    ])
  })

  it('a role is known wherever one stands; a notice may also go to the family or the referrer', () => {
    assert.deepEqual(said([clock('a', '{ event: contact.made, by: manger }')]), [
      'X-1: there is no role "manger". Did you mean "manager"?',
    ])
    assert.deepEqual(said([gate('a', 'case.closed', 'by-role: [manger]')]), [
      'X-1: there is no role "manger". Did you mean "manager"?',
    ])
    const notice = (to: string): string => `notice: a\ntitle: A\non: case.closed\nto: ${to}\ncopy: worker`
    assert.deepEqual(said([notice('[family, referrer, professionals]')]), [])
    assert.deepEqual(said([notice('familly')]), ['X-1: there is no role "familly". Did you mean "family"?'])
  })

  it('people in a case have the roles of a family, or those of the procedure', () => {
    const people = (role: string): string =>
      clock('a', 'contact.made', `within: 3 days\nwhen: { people: { role: ${role}, at-least: 2 } }`)
    assert.deepEqual(said([people('[professional, young-person, manager]')]), [])
    assert.deepEqual(said([people('proffesional')]), [
      'X-1: there is no role "proffesional". Did you mean "professional"?',
    ])
  })

  it('a clock in place of an event is told apart from a misspelt event', () => {
    assert.deepEqual(said([clock('first-call', 'contact.made'), clock('b', 'first-call')]), [
      'X-2: there is no event "first-call". It is a clock: "start: { after: first-call }" begins when that clock is met.',
    ])
  })

  it('where no known name is near, the names that there are stand there when they are few', () => {
    assert.deepEqual(said([clock('a', '{ event: contact.made, by: headteacher }')]), [
      'X-1: there is no role "headteacher". Known here: practitioner, manager.',
    ])
    assert.match(
      said([clock('a', '{ event: contact.made, where: { duration: 3 } }')]).join('\n'),
      /^X-1: the event contact\.made has no field "duration"\. Known here: method, with, joint, children, person, of[^]*\.$/,
    )
  })

  it('a slot is known in a condition too', () => {
    assert.deepEqual(said([gate('a', 'step-down.discussed', 'in-slot: dutty')]), [
      'X-1: there is no slot "dutty". Did you mean "duty"?',
    ])
  })

  it('a clock that cannot be read is not called unknown as well', () => {
    const broken = clock('a', 'contact.made', 'within: 3 dayz')
    assert.deepEqual(said([broken, clock('b', '{ after: a }')]).length, 1)
  })
})

describe('clocks that never start', () => {
  const never = (rules: readonly string[]): readonly string[] => said(rules)

  it('after a clock that nothing meets', () => {
    assert.deepEqual(never([clock('a', 'contact.made', 'within: 3 days'), clock('b', '{ after: a }')]), [
      'X-2: the clock "b" never starts: it waits until "a" is met, and nothing meets that.',
    ])
  })

  it('at the limit of a clock that has none, or has only an aim', () => {
    for (const limit of ['no-limit: true', 'about: 3 weeks'])
      assert.deepEqual(never([clock('a', 'contact.made', limit), clock('b', '{ limit-of: a }')]), [
        'X-2: the clock "b" never starts: it waits for the limit of "a", which has none.',
      ])
  })

  it('in a circle', () => {
    assert.deepEqual(never([clock('a', '{ after: b }'), clock('b', '{ limit-of: a }')]), [
      'X-1: the clock "a" never starts: it waits for itself: a waits for b waits for a.',
      'X-2: the clock "b" never starts: it waits for itself: b waits for a waits for b.',
    ])
  })

  it('under a condition that contradicts itself', () => {
    const when = (condition: string): string =>
      clock('a', 'contact.made', `within: 3 days\nwhen: ${condition}`)
    assert.deepEqual(never([when('{ recorded: visit.made, not-recorded: visit.made }')]), [
      'X-1: the clock "a" never starts: it asks that visit.made is on record and that it is not.',
    ])
    assert.deepEqual(never([when('{ age: { at-least: 18, under: 16 } }')]), [
      'X-1: the clock "a" never starts: it asks for an age of at least 18 and under 16.',
    ])
    assert.deepEqual(never([when('{ any: [{ recorded: visit.made }, { not-recorded: visit.made }] }')]), [])
  })

  it('while a chain of clocks that ends in an event does', () => {
    assert.deepEqual(
      never([clock('a', 'contact.made'), clock('b', '{ limit-of: a }'), clock('c', '{ limit-of: b }')]),
      [],
    )
  })
})

describe('gates that never open', () => {
  it('two that wait for each other', () => {
    assert.deepEqual(
      said([
        gate('summary', 'closing-summary.written', 'recorded: closure.agreed'),
        gate('agreement', 'closure.agreed', 'recorded: closing-summary.written'),
      ]),
      [
        'X-1: the gate "summary" never opens: what it asks for waits for "agreement", and that waits for closing-summary.written.',
        'X-2: the gate "agreement" never opens: what it asks for waits for "summary", and that waits for closure.agreed.',
      ],
    )
  })

  it('not when one of them may be passed with a reason', () => {
    assert.deepEqual(
      said([
        gate('summary', 'closing-summary.written', 'recorded: closure.agreed'),
        gate('agreement', 'closure.agreed', 'recorded: closing-summary.written', false),
      ]),
      [],
    )
  })

  it('not when it stands before some such events only', () => {
    assert.deepEqual(
      said([gate('a', '{ event: visit.made, where: { joint: true } }', 'recorded: visit.made')]),
      [],
    )
    assert.deepEqual(
      said([`${gate('a', 'visit.made', 'recorded: visit.made')}\nwhen: { recorded: case.reopened }`]),
      [],
    )
  })

  it('one whose needs contradict each other', () => {
    assert.deepEqual(
      said([
        `${gate('a', 'case.closed', 'recorded: visit.made')}\n  - what: no visit\n    not-recorded: visit.made`,
      ]),
      ['X-1: the gate "a" never opens: it asks that visit.made is on record and that it is not.'],
    )
  })
})

describe('forms and letters', () => {
  const form = (change: string): readonly PackFile[] => [
    { path: '2026-01-01/forms/plan.yaml', text: formText + change },
  ]
  const field = (keys: string): readonly PackFile[] =>
    form(`      - { id: more, kind: narrative, label: More, ${keys} }\n`)

  it('what a form is filled in from is on record', () => {
    for (const from of [
      'case.allocated.direction',
      'visit.made.at',
      'plan.agreed',
      'family name',
      'assessment.completed.assessment.strengths',
    ])
      assert.deepEqual(said([], { files: field(`from: ${from}`) }), [], from)
    assert.deepEqual(said([], { files: field('from: plan.agred') }), [
      '"more" is filled in from "plan.agred", which names a field that the form "plan" does not have. Did you mean "agreed"?',
    ])
    assert.deepEqual(said([], { files: field('from: famly name') }), [
      '"more" is filled in from "famly name", which names nothing that is on record. Did you mean "family name"?',
    ])
  })

  it('what a field is shown for is a field and an answer that it can have', () => {
    assert.deepEqual(said([], { files: field('shown-when: { agreed: no }') }), [])
    assert.deepEqual(said([], { files: field('shown-when: { agred: no }') }), [
      '"more" is shown when "agred" says something, but there is no such field. Did you mean "agreed"?',
    ])
    assert.deepEqual(said([], { files: field('shown-when: { agreed: maybe }') }), [
      '"more" is shown when "agreed" is "maybe", which it never is. It may be yes, no.',
    ])
  })

  it('a field inside a group may be shown for one beside it, or for one of the form', () => {
    const group = (shown: string): readonly PackFile[] =>
      form(
        `      - id: child\n        kind: per child\n        label: Each child\n        fields:\n` +
          `          - { id: well, kind: yes-no, label: Well? }\n` +
          `          - { id: why, kind: narrative, label: Why?, shown-when: { ${shown} } }\n`,
      )
    assert.deepEqual(said([], { files: group('well: no') }), [])
    assert.deepEqual(said([], { files: group('agreed: no') }), [])
    assert.deepEqual(said([], { files: group('wel: no') }), [
      '"child.why" is shown when "wel" says something, but there is no such field. Did you mean "well"?',
    ])
  })

  it('what a form records is an event, with fields and values that it can have', () => {
    const records = (event: string): readonly PackFile[] => [
      {
        path: '2026-01-01/forms/plan.yaml',
        text: formText.replace('sections:', `records: ${event}\nsections:`),
      },
    ]
    for (const sound of ['panel.held', '{ event: panel.held, says: { outcome: go }, when: { agreed: yes } }'])
      assert.deepEqual(said([], { files: records(sound) }), [], sound)
    assert.deepEqual(said([], { files: records('panel.hold') }), [
      'The form records "panel.hold", but there is no such event. Did you mean "panel.held"?',
    ])
    assert.deepEqual(
      said([], { files: records('{ event: panel.held, says: { chairs: x, outcome: gone } }') }),
      [
        'The form says "chairs" in the event panel.held, which has no such field. Did you mean "chair"?',
        'The form says in the event panel.held: "outcome" is never "gone". It may be go, stop. Did you mean "go"?',
      ],
    )
    assert.deepEqual(
      said([], {
        files: records(
          '[{ event: panel.held, when: { agred: no } }, { event: panel.held, when: { agreed: maybe } }]',
        ),
      }),
      [
        'What the form records depends on "agred", which it does not ask. Did you mean "agreed"?',
        'What the form records depends on "agreed" being "maybe", which it never is. It may be yes, no.',
      ],
    )
  })

  it('a letter may name the roles and the words of the procedure', () => {
    const letter = (to: string, body: string): readonly PackFile[] => [
      { path: '2026-01-01/letters/told.md', text: `---\ntitle: Told\nto: ${to}\nby: email\n---\n${body}` },
    ]
    assert.deepEqual(said([], { files: letter('family', '{{role: manager}} {{ word: assessment }}') }), [])
    assert.deepEqual(said([], { files: letter('famly', '{{role: manger}}') }), [
      'There is no role "famly" to send the letter to. Did you mean "family"?',
      'Nothing is known to fill in "{{role: manger}}" with. Did you mean "role: manager"?',
    ])
  })

  it('a letter’s due date is that of a clock, or a day that an event says', () => {
    const due = (what: string): readonly PackFile[] => [
      {
        path: '2026-01-01/letters/told.md',
        text: `---\ntitle: Told\nto: family\nby: email\ndue: ${what}\n---\nBy {{due date}}`,
      },
    ]
    const rules = [clock('first-visit', 'contact.made')]
    for (const known of ['first-visit', 'waiting-list.joined.expected'])
      assert.deepEqual(said(rules, { files: due(known) }), [], known)
    assert.deepEqual(said(rules, { files: due('first-visite') }), [
      '"due" names "first-visite", which is no clock here and no date of an event. Did you mean "first-visit"?',
    ])
    for (const none of ['contact.made', 'waiting-list.joined.reason', 'waiting-list.expected'])
      assert.equal(said(rules, { files: due(none) }).length, 1, none)
    const broken = clock('first-visit', 'contact.made', 'within: 3 dayz')
    assert.equal(said([broken], { files: due('first-visit') }).length, 1)
  })

  it('a form that cannot be read is not called unknown as well', () => {
    const files = [{ path: '2026-01-01/forms/plan.yaml', text: 'form: plan' }]
    assert.deepEqual(
      said(['form: plan'], { files }).filter((what) => what.includes('no form')),
      [],
    )
  })
})

it('a clause that the register has twice is said at the second', () => {
  const text = 'clauses:\n  - { id: X-1, kind: clock }\n  - { id: X-1, kind: gate }\n'
  assert.deepEqual(said([clock('a', 'contact.made')], { files: [{ path: 'register.yaml', text }] }), [
    'The register already has X-1.',
  ])
})

describe('a register over several versions', () => {
  const version = (day: string, ids: readonly string[]): PackFile => ({
    path: `${day}/procedure.md`,
    text: `\`\`\`yaml procedure\n${head.replace('2026-01-01', day)}\n\`\`\`\n\n${ids
      .map((id) => `### ${id} A clause\n\n\`\`\`yaml\nno-rule: Nothing is computed.\n\`\`\`\n`)
      .join('\n')}`,
  })
  const gaps = (register: string, ...versions: readonly PackFile[]): readonly string[] => {
    const { pack, problems } = readPack('demo', [...versions, { path: 'register.yaml', text: register }])
    return [...problems, ...checkPack(pack)].map(({ what, line }) => `${line}: ${what}`)
  }
  const register = `clauses:
  - { id: X-1, kind: picture }
  - { id: X-2, kind: picture, from: 2026-07-01 }
  - { id: X-3, kind: picture, until: 2026-06-30 }
`

  it('asks each version for the clauses of its days', () => {
    assert.deepEqual(
      gaps(register, version('2026-01-01', ['X-1', 'X-3']), version('2026-07-01', ['X-1', 'X-2'])),
      [],
    )
  })

  it('says which version lacks a clause, and which has one that does not hold then', () => {
    assert.deepEqual(
      gaps(register, version('2026-01-01', ['X-1', 'X-2', 'X-3']), version('2026-07-01', ['X-1', 'X-3'])),
      [
        '21: The register has X-2 only from Wed 1 July 2026.',
        '3: No heading in 2026-07-01 carries X-2.',
        '21: The register has X-3 only until Tue 30 June 2026.',
      ],
    )
  })

  it('counts a clause as held to the end of its last day', () => {
    const late = register.replace('until: 2026-06-30', 'until: 2026-07-01')
    assert.deepEqual(
      gaps(late, version('2026-01-01', ['X-1', 'X-3']), version('2026-07-01', ['X-1', 'X-2'])),
      ['4: No heading in 2026-07-01 carries X-3.'],
    )
  })

  it('lets a clause come back after days without it, but not stand twice at one time', () => {
    const again = (from: string): string =>
      `clauses:\n  - { id: X-1, kind: picture, until: 2026-03-31 }\n  - { id: X-1, kind: picture, from: ${from} }\n`
    assert.deepEqual(gaps(again('2026-07-01'), version('2026-07-01', ['X-1'])), [])
    assert.deepEqual(gaps(again('2026-03-31'), version('2026-07-01', ['X-1'])), [
      '3: The register already has X-1.',
    ])
  })

  it('is told of days that do not exist, or end before they begin', () => {
    const days = (keys: string): readonly string[] =>
      gaps(`clauses:\n  - { id: X-1, kind: picture, ${keys} }\n`, version('2026-01-01', []))
    assert.deepEqual(days('from: 2026-02-30'), [
      '2: "clauses > X-1 > from" should be a day that exists, such as 2026-07-01, not "2026-02-30".',
    ])
    assert.deepEqual(days('from: 2026-07-01, until: 2026-06-30'), [
      '2: "clauses > X-1 > until" ends before it begins.',
    ])
  })
})
