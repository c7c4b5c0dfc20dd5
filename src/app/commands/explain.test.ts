import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { callAlongside } from './call-alongside.ts'

const fixture = (...name: readonly string[]): string => join(import.meta.dirname, 'fixtures', ...name)

const explained = async (file: string, rule: string, ...more: readonly string[]): Promise<string> => {
  const args = ['explain', fixture(file), rule, '--packs', fixture('packs'), ...more]
  const { stdout, stderr, status } = await callAlongside(args)
  assert.equal(stderr, '')
  assert.equal(status, 0)
  return stdout
}

const holds = (text: string, ...lines: readonly string[]): void => {
  assert.ok(text.includes(lines.join('\n')), text)
}

describe('alongside explain', () => {
  it('counts working days one by one, past Good Friday and Easter Monday', async () => {
    const text = await explained('try-out.yaml', 'first-visit')
    holds(
      text,
      '  Tue 31 Mar    0  start',
      '  Wed  1 Apr    1',
      '  Thu  2 Apr    2',
      '  Fri  3 Apr    -  Good Friday',
      '  Sat  4 Apr    -  weekend',
      '  Sun  5 Apr    -  weekend',
      '  Mon  6 Apr    -  Easter Monday',
      '  Tue  7 Apr    3',
      '  Wed  8 Apr    4',
      '  Thu  9 Apr    5  aim',
      '  Fri 10 Apr    6',
      '  Sat 11 Apr    -  weekend',
      '  Sun 12 Apr    -  weekend',
      '  Mon 13 Apr    7  due',
    )
    holds(text, '  Done with event e5 (visit.made): the visit on Tue 14 April 2026 at 3:00pm.')
    assert.match(text, /What the procedure says: T-1 First visit\n[^]*Source: made up for trying out\./)
    assert.match(text, /met on Tue 14 April 2026, 1 working\s+day late/)
  })

  it('passes over the days on which the clock stood still, and says what a person moved', async () => {
    const text = await explained('paused.yaml', 'first-visit')
    holds(
      text,
      '  Tue 10 Mar    2',
      '  Wed 11 Mar    -  the clock stood still',
      '  Thu 12 Mar    -  the clock stood still',
      '  Fri 13 Mar    -  the clock stood still',
      '  Sat 14 Mar    -  weekend',
      '  Sun 15 Mar    -  weekend',
      '  Mon 16 Mar    -  the clock stood still',
      '  Tue 17 Mar    -  the clock stood still',
      '  Wed 18 Mar    -  the clock stood still',
      '  Thu 19 Mar    3',
    )
    holds(text, '  Wed 25 Mar    7  due at first')
    assert.match(text, /open, due Tue 31 March 2026/)
  })

  it('folds a long count by week and keeps within the width', async () => {
    const text = await explained('try-out.yaml', 'assessment')
    holds(
      text,
      '  Tue 31 Mar to Sun  5 Apr  1 to 2    Good Friday 3 April does not count',
      '  Mon  6 Apr to Sun 12 Apr  3 to 6    Easter Monday 6 April does not count',
      '  Mon 13 Apr to Sun 19 Apr  7 to 11',
    )
    holds(text, '  Mon  8 Jun to Mon  8 Jun  45        due on Mon 8 Jun')
    assert.deepEqual(
      text.split('\n').filter((line) => line.length > 80),
      [],
    )
  })

  it('shows the steps of a calendar clock: a month that ends, time that stood still, a day rolled', async () => {
    holds(
      await explained('try-out.yaml', 'review'),
      '  Tue 31 March 2026, the start',
      '  + 1 month = Thu 30 April 2026, where the month ends, due',
    )
    holds(
      await explained('paused.yaml', 'review'),
      '  Fri 6 March 2026, the start',
      '  + 1 month = Mon 6 April 2026',
      '  + 8 days that it stood still = Tue 14 April 2026, due',
    )
    holds(
      await explained('paused.yaml', 'review', '--as-of', '2026-03-09T09:00'),
      '  + 1 month = Mon 6 April 2026',
      '  on to the next working day = Tue 7 April 2026, due, as Mon 6 April 2026 is',
      '    Easter Monday',
    )
  })

  it('counts backwards from a date that was given', async () => {
    holds(
      await explained('try-out.yaml', 'invitations'),
      '  Tue 14 Apr    0  start',
      '  Mon 13 Apr    1',
      '  Sun 12 Apr    -  weekend',
      '  Sat 11 Apr    -  weekend',
      '  Fri 10 Apr    2',
      '  Thu  9 Apr    3',
      '  Wed  8 Apr    4',
      '  Tue  7 Apr    5  due',
    )
  })

  it('runs hours through a change of the clocks, and working hours through the night', async () => {
    const hours = await explained('try-out.yaml', 'answer')
    holds(
      hours,
      '  Fri 27 March 2026 at 4:00pm, the start',
      '  + 48 hours = Sun 29 March 2026 at 5:00pm; the clocks went forward meanwhile,',
      '    so they show an hour more',
    )
    assert.match(hours, /4:00pm, with route: "hub"\./)
    holds(
      await explained('try-out.yaml', 'notes'),
      '  Tue 14 April 2026, 3:00pm to 5:00pm: 2 h, 2 h in all',
      '  Wed 15 April 2026, 9:00am to 3:00pm: 6 h, 8 h in all',
    )
  })

  it('shows the count so far while a clock stands still', async () => {
    const text = await explained('paused.yaml', 'first-visit', '--as-of', '2026-03-12T09:00')
    holds(
      text,
      '  Tue 10 Mar    2',
      '  Wed 11 Mar    -  the clock stood still',
      '  Thu 12 Mar    -  the clock stood still',
      '',
    )
    assert.match(text, /paused, stands still, and has no date\s+meanwhile/)
  })

  it('takes one person by id and names the others', async () => {
    const { stdout } = await callAlongside([
      'explain',
      fixture('family.yaml'),
      'child-seen-within-four-weeks',
      '--subject',
      'ada',
    ])
    assert.match(stdout, /\nFor Ada\n/)
    assert.doesNotMatch(stdout, /\nFor ben\n/)
    assert.match(stdout, /- ben: due Thu 2 April 2026, in 10 working days \(--subject ben\)/)
  })

  it('takes the clause as well, as the page of a case shows it', async () => {
    const byRule = await explained('try-out.yaml', 'first-visit')
    assert.equal(await explained('try-out.yaml', 'T-1'), byRule)
    assert.equal(await explained('try-out.yaml', 't-1'), byRule)
    const { stdout } = await callAlongside(['explain', fixture('family.yaml'), 'NS-8.1'])
    assert.match(stdout, /"prep-for-closure" is a gate\. It sets no date/)
  })

  it('asks which date of a clause is meant, and says when it sets none', async () => {
    const several = await callAlongside(['explain', fixture('family.yaml'), 'NS-9.3'])
    assert.equal(several.status, 2)
    assert.equal(
      several.stderr,
      'NS-9.3 sets several dates. Name the rule of one: closure-completed or closure-signed-off.\n',
    )
    const none = await callAlongside(['explain', fixture('family.yaml'), 'NS-M1'])
    assert.equal(none.status, 2)
    assert.match(none.stderr, /^NS-M1 gives no rule\. The map is drawn from the steps/)
  })

  it('explains what has not started, and rules that set no date', async () => {
    assert.match(await explained('paused.yaml', 'answer'), /It has not started in this history/)
    assert.match(await explained('paused.yaml', 'closing'), /"closing" is a gate\. It sets no date/)
  })

  it('shows a limit in time beside a meeting that comes sooner', async () => {
    const input = [
      'procedure: nine-steps',
      'as-of: 2026-04-10T09:00',
      'events:',
      '  - { id: e1, type: taf.held, at: 2026-04-01T14:00, data: { number: 1 } }',
      '  - { id: e2, type: taf.agreed, at: 2026-04-01T15:00, data: { number: 2, date: 2026-04-28 } }',
      '',
    ].join('\n')
    const { stdout } = await callAlongside(['explain', '-', 'assessment-completed'], { input })
    holds(
      stdout,
      '  Wed 1 April 2026, the start',
      '  + 4 weeks = Wed 29 April 2026, the limit in time',
      '  Tue 28 April 2026, the meeting, which comes sooner',
    )
  })

  it('lists what a quota counts', async () => {
    const input = [
      'procedure: family-work',
      'as-of: 2026-12-10T09:00',
      'worker: { id: w1, role: family-worker, started: 2026-01-05 }',
      'events:',
      '  - { id: s1, type: supervision.held, at: 2026-02-05T10:00, data: { kind: individual, worker: w1 } }',
      '  - { id: s2, type: supervision.held, at: 2026-03-05T10:00, data: { kind: individual, worker: w1 } }',
      '',
    ].join('\n')
    const { stdout } = await callAlongside(['explain', '-', 'individual-sessions'], { input })
    holds(stdout, '  1 Thu 5 February 2026 (event s1)', '  2 Thu 5 March 2026 (event s2)')
    assert.match(stdout, /open, due Tue 5 January 2027/)
  })

  it("explains a worker's own dates", async () => {
    const { stdout } = await callAlongside(['explain', fixture('worker.yaml'), 'monthly-supervision'])
    assert.match(stdout, /\+ 1 month = Tue 7 April 2026, due/)
  })

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'an unknown rule',
      ['first-visits'],
      /no rule "first-visits" in try-out of 2026-01-01\. Did you mean "first-visit"\?/,
    ],
    [
      'a rule that is nothing like one',
      ['zzzzzzzz'],
      /Those with a date are first-visit, assessment, review/,
    ],
    ['an unknown subject', ['first-visit', '--subject', 'kin'], /is about nothing called "kin" here/],
  ]
  for (const [name, args, says] of wrong)
    it(`is told of ${name}`, async () => {
      const [rule = '', ...more] = args
      const { stderr, stdout, status } = await callAlongside([
        'explain',
        fixture('try-out.yaml'),
        rule,
        '--packs',
        fixture('packs'),
        ...more,
      ])
      assert.equal(status, 2)
      assert.equal(stdout, '')
      assert.match(stderr, says)
    })

  it('says what is wrong with a file that leaves nothing to assess', async () => {
    const { stderr, status } = await callAlongside(['explain', '-', 'first-visit'], { input: 'events: [' })
    assert.equal(status, 1)
    assert.match(stderr, /standard input, line 1\n/)
  })
})
