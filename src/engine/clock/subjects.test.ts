import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clock, rows, shown } from '../fixtures/told-case.ts'
import type { ToldCase } from '../fixtures/told-case.ts'

const perChild = clock('for: each child\nstart: case.allocated\nmet: child.seen\nwithin: 20 days', 'seen')

describe('for whom a clock runs', () => {
  it('each child has one of its own, which only seeing that child meets', () => {
    const events = [
      ['case.allocated', '2026-03-02T10:00'],
      ['visit.made', '2026-03-06T10:00', { seen: [{ child: 'ada' }] }],
    ] as const
    const people = [{ id: 'ada' }, { id: 'ben' }, { id: 'mo', role: 'parent' }]
    assert.deepEqual(rows({ rules: perChild, people, events }, 'due', 'metBy'), [
      ['seen ada', '2026-03-22', 'e2'],
      ['seen ben', '2026-03-22', null],
    ])
  })

  it('an unborn child and a young person count as children', () => {
    const people = [
      { id: 'bump', role: 'unborn' },
      { id: 'kim', role: 'young-person' },
    ]
    const rules = clock('for: each child\nstart: case.allocated\nmet: plan.agreed\nwithin: 20 days', 'plan')
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    assert.deepEqual(rows({ rules, people, events }, 'due'), [
      ['plan bump', '2026-03-22'],
      ['plan kim', '2026-03-22'],
    ])
  })

  it('nobody is asked to see an unborn child, also when the expected day has passed', () => {
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    const people = [{ id: 'bump', role: 'unborn', born: '2026-03-10' }, { id: 'kim' }]
    assert.deepEqual(rows({ rules: perChild, people, events }, 'due'), [['seen kim', '2026-03-22']])
    const born = [{ id: 'bump', born: '2026-03-12' }, { id: 'kim' }]
    assert.deepEqual(rows({ rules: perChild, people: born, events }, 'due'), [
      ['seen kim', '2026-03-22'],
      ['seen bump', '2026-04-01'],
    ])
    const watch = 'watch: seen\ntitle: Seen\nfor: each child\nlast: child.seen'
    const kept = shown({ rules: watch, people, events, asOf: '2026-03-20' }).watches
    assert.deepEqual(
      kept.map(({ subject }) => subject),
      [{ kind: 'person', id: 'kim' }],
    )
  })

  it('nobody has seen a child before it was born', () => {
    const wrong = (person: { readonly id: string; readonly role?: string; readonly born?: string }) =>
      shown({
        rules: perChild,
        people: [person],
        events: [['visit.made', '2026-03-06T10:00', { seen: [{ child: 'bump' }] }]],
      }).problems.map(({ code, what }) => [code, what])
    const said = 'event e1 (visit.made): "bump" was not born then, so nobody can have seen the child.'
    assert.deepEqual(wrong({ id: 'bump', role: 'unborn' }), [['case-not-born', said]])
    assert.deepEqual(wrong({ id: 'bump', born: '2026-03-07' }), [['case-not-born', said]])
    assert.deepEqual(wrong({ id: 'bump', born: '2026-03-06' }), [])
  })

  it('each member of the family, and not the professionals around it', () => {
    const rules = clock('for: each member\nstart: case.allocated\nmet: consent.given\nwithin: 20 days')
    const people = [{ id: 'ada' }, { id: 'mo', role: 'parent' }, { id: 'pat', role: 'professional' }]
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    assert.deepEqual(rows({ rules, people, events }, 'due'), [
      ['visit ada', '2026-03-22'],
      ['visit mo', '2026-03-22'],
    ])
  })

  it('an event that names some children concerns only those', () => {
    const rules = clock('for: each child\nstart: concern.raised\nmet: child.seen\nwithin: 5 days')
    const people = [{ id: 'ada' }, { id: 'ben' }]
    const events = [['concern.raised', '2026-03-02T10:00', { children: ['ben'] }]] as const
    assert.deepEqual(rows({ rules, people, events }, 'due'), [['visit ben', '2026-03-07']])
  })

  it('the youngest child', () => {
    const rules = clock('for: youngest child\nstart: case.allocated\nmet: taf.agreed\nwithin: 20 days')
    const people = [
      { id: 'ada', born: '2015-04-02' },
      { id: 'ben', born: '2021-09-30' },
      { id: 'cal', born: '2018-01-01' },
    ]
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    assert.deepEqual(rows({ rules, people, events }, 'due'), [['visit ben', '2026-03-22']])
  })

  it('each meeting has its own, met by the minutes of that meeting', () => {
    const rules = clock(
      'for: each meeting\nstart: { each: taf.held }\nmet: { by: taf.minutes-shared, same: [number] }\nwithin: 10 working days',
      'minutes',
    )
    const events = [
      ['taf.held', '2026-03-02T10:00', { number: 1 }],
      ['taf.held', '2026-03-09T10:00', { number: 2 }],
      ['taf.minutes-shared', '2026-03-12T10:00', { number: 2 }],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'subject', 'due', 'metBy'), [
      ['minutes e1', { kind: 'meeting', id: 'e1' }, '2026-03-16', null],
      ['minutes e2', { kind: 'meeting', id: 'e2' }, '2026-03-23', 'e3'],
    ])
  })

  it('each event has its own, met by what names it', () => {
    const rules = clock(
      'for: each event\nstart: { each: case.discussed }\nmet: supervision.signed\nwithin: 5 days',
      'signed',
    )
    const events = [
      ['case.discussed', '2026-03-02T10:00'],
      ['case.discussed', '2026-03-03T10:00'],
      ['supervision.signed', '2026-03-04T10:00', { of: 'e2' }],
    ] as const
    assert.deepEqual(rows({ rules, events }, 'subject', 'metBy'), [
      ['signed e1', { kind: 'event', id: 'e1' }, null],
      ['signed e2', { kind: 'event', id: 'e2' }, 'e3'],
    ])
  })

  it('a worker’s clocks run for the worker and not for the case', () => {
    const rules =
      clock('for: worker\nstart: worker.started\nmet: supervision.held\nwithin: 1 month', 'supervision') +
      clock('start: supervision.held\nmet: supervision.recorded\nwithin: 5 days', 'record')
    const events = [
      ['worker.started', '2026-01-31T09:00'],
      ['supervision.held', '2026-02-10T09:00'],
    ] as const
    assert.deepEqual(rows({ rules, worker: 'w1', events }, 'subject', 'due', 'metOn'), [
      ['supervision w1', { kind: 'worker', id: 'w1' }, '2026-02-28', '2026-02-10'],
    ])
    assert.deepEqual(rows({ rules, events }, 'due'), [['record', '2026-02-15']])
  })

  it('another worker’s event meets nothing in a worker’s file, and is named', () => {
    const told = (worker: string) => ({
      rules: clock(
        'for: worker\nstart: worker.started\nmet: supervision.held\nwithin: 1 month',
        'supervision',
      ),
      worker: 'w1',
      events: [
        ['worker.started', '2026-01-31T09:00'],
        ['supervision.held', '2026-02-10T09:00', { worker }],
      ] as const,
    })
    assert.deepEqual(rows(told('w1'), 'metOn'), [['supervision w1', '2026-02-10']])
    assert.deepEqual(rows(told('w2'), 'metOn'), [['supervision w1', null]])
    assert.deepEqual(shown(told('w1')).problems, [])
    assert.deepEqual(
      shown(told('w2')).problems.map(({ code, what }) => [code, what]),
      [['case-other-worker', 'event e2 (supervision.held): it is about w2, and the file about w1.']],
    )
    const corrected = told('w1')
    const set = [
      'event.corrected',
      '2026-02-11T09:00',
      { of: 'e2', set: { worker: 'w2' }, reason: 'slip' },
    ] as const
    assert.deepEqual(rows({ ...corrected, events: [...corrected.events, set] }, 'metOn'), [
      ['supervision w1', null],
    ])
  })
})

describe('people who come and go', () => {
  it('a child born after the start has as long from the birth as the others had', () => {
    const people = [{ id: 'ada' }, { id: 'new', born: '2026-03-16' }]
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    assert.deepEqual(rows({ rules: perChild, people, events }, 'opens', 'due'), [
      ['seen ada', '2026-03-02', '2026-03-22'],
      ['seen new', '2026-03-16', '2026-04-05'],
    ])
  })

  it('what happened before a child was there does not meet what is due for that child', () => {
    const rules = clock('for: each child\nstart: case.allocated\nmet: visit.made\nwithin: 20 days')
    const people = [{ id: 'ada' }, { id: 'new', from: '2026-03-16' }]
    const events = [
      ['case.allocated', '2026-03-02T10:00'],
      ['visit.made', '2026-03-10T10:00'],
      ['visit.made', '2026-03-20T10:00'],
    ] as const
    assert.deepEqual(rows({ rules, people, events }, 'due', 'metBy'), [
      ['visit ada', '2026-03-22', 'e2'],
      ['visit new', '2026-04-05', 'e3'],
    ])
  })

  it('a child who joins later owes nothing for the visits before, and the next one in time', () => {
    const rules = clock(
      'for: each child\nstart: { each: visit.made }\nmet: visit.made\nwithin: 4 weeks',
      'next',
    )
    const people = [{ id: 'new', from: '2026-03-25' }]
    const events = [
      ['visit.made', '2026-03-02T10:00'],
      ['visit.made', '2026-03-09T10:00'],
      ['visit.made', '2026-03-16T10:00'],
    ] as const
    assert.deepEqual(rows({ rules, people, events }, 'opens', 'due'), [
      ['next new', '2026-03-25', '2026-04-22'],
    ])
  })

  it('nothing of an earlier episode is due for a child who joins in a later one', () => {
    const people = [{ id: 'new', from: '2026-06-01' }]
    const events = [
      ['case.allocated', '2026-03-02T10:00'],
      ['case.closed', '2026-03-20T10:00', { reason: 'work-done' }],
      ['case.reopened', '2026-05-05T10:00'],
      ['case.allocated', '2026-05-06T10:00'],
    ] as const
    assert.deepEqual(rows({ rules: perChild, people, events }, 'startedBy', 'due'), [
      ['seen new', 'e4', '2026-06-21'],
    ])
    assert.deepEqual(rows({ rules: perChild, people, events: events.slice(0, 2) }, 'startedBy', 'due'), [])
  })

  it('a child who has left before the start has none', () => {
    const people = [{ id: 'ada' }, { id: 'ben', until: '2026-02-27' }]
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    assert.deepEqual(rows({ rules: perChild, people, events }, 'due'), [['seen ada', '2026-03-22']])
  })

  it('what is due for a child lapses when the child has left, not on the last day', () => {
    const people = [{ id: 'ben', until: '2026-03-10' }]
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    const standing = (asOf: string) => rows({ rules: perChild, people, events, asOf }, 'standing', 'lapsedBy')
    assert.deepEqual(standing('2026-03-10T23:59'), [['seen ben', 'open', null]])
    assert.deepEqual(standing('2026-03-11T00:00'), [['seen ben', 'lapsed', null]])
  })

  it('the youngest child is the youngest who is there', () => {
    const rules = clock('for: youngest child\nstart: case.allocated\nmet: taf.agreed\nwithin: 20 days')
    const people = [
      { id: 'ada', born: '2015-04-02' },
      { id: 'gone', born: '2021-09-30', until: '2026-02-01' },
      { id: 'new', born: '2026-06-01' },
    ]
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    assert.deepEqual(rows({ rules, people, events }, 'due'), [['visit ada', '2026-03-22']])
  })

  it('what is no seeing counts an unborn child from the beginning, and the birth changes nothing', () => {
    const rules = clock('for: each child\nstart: case.allocated\nmet: plan.agreed\nwithin: 20 days', 'plan')
    const events = [
      ['case.allocated', '2026-03-02T10:00'],
      ['plan.agreed', '2026-03-10T10:00'],
    ] as const
    const met = (role: string, born: string) =>
      rows({ rules, people: [{ id: 'bump', role, born }], events }, 'opens', 'due', 'metBy')
    const expected = [['plan bump', '2026-03-02', '2026-03-22', 'e2']]
    assert.deepEqual(met('unborn', '2026-03-16'), expected)
    assert.deepEqual(met('child', '2026-03-18'), expected)
  })

  it('an unborn child who joins later has as long from the day of joining as the others had', () => {
    const rules = clock('for: each child\nstart: case.allocated\nmet: plan.agreed\nwithin: 20 days', 'plan')
    const events = [['case.allocated', '2026-03-02T10:00']] as const
    const due = (role: string, born: string) =>
      rows({ rules, people: [{ id: 'bump', role, born, from: '2026-03-09' }], events }, 'opens', 'due')
    assert.deepEqual(due('unborn', '2026-04-20'), [['plan bump', '2026-03-09', '2026-03-29']])
    assert.deepEqual(due('child', '2026-04-18'), [['plan bump', '2026-03-09', '2026-03-29']])
  })

  it('only children who are there are kept in view', () => {
    const people = [{ id: 'ada' }, { id: 'gone', until: '2026-02-01' }, { id: 'new', from: '2026-06-01' }]
    const watch = '- watch: seen\n  title: Seen\n  for: each child\n  last: child.seen\n'
    const inView = (asOf: string) =>
      shown({ rules: watch, people, events: [], asOf }).watches.map(({ subject }) => subject)
    assert.deepEqual(inView('2026-03-02T10:00'), [{ kind: 'person', id: 'ada' }])
    assert.deepEqual(inView('2026-06-01T00:00').length, 2)
  })
})

describe('a task of all the children', () => {
  const rules = clock('for: youngest child\nstart: case.allocated\nmet: taf.agreed\nwithin: 20 days', 'taf')
  const allocated = ['case.allocated', '2026-03-02T10:00'] as const
  const agreed = [allocated, ['taf.agreed', '2026-03-10T10:00']] as const
  const ada = { id: 'ada', born: '2015-04-02' }
  const ben = { id: 'ben', born: '2020-09-14' }
  const told = (people: NonNullable<ToldCase['people']>, events: ToldCase['events'] = agreed) =>
    rows({ rules, people, events }, 'opens', 'due', 'metBy')
  const met = (id: string) => [[`taf ${id}`, '2026-03-02', '2026-03-22', 'e2']]
  const open = (id: string) => [[`taf ${id}`, '2026-03-02', '2026-03-22', null]]

  it('stays with the youngest who is born when a child is expected, and when that child is born', () => {
    assert.deepEqual(told([ada, ben, { id: 'bump', role: 'unborn', born: '2026-03-16' }]), met('ben'))
    assert.deepEqual(told([ada, ben, { id: 'bump', role: 'unborn' }]), met('ben'))
    assert.deepEqual(told([ada, ben, { id: 'bump', born: '2026-03-14' }]), met('ben'))
  })

  it('is an unborn child’s where there is no other, and that child’s when it is born', () => {
    assert.deepEqual(told([{ id: 'bump', role: 'unborn', born: '2026-03-16' }]), met('bump'))
    assert.deepEqual(told([{ id: 'bump', born: '2026-03-14' }]), met('bump'))
    assert.deepEqual(told([{ id: 'bump', role: 'unborn', born: '2026-03-16' }], [allocated]), open('bump'))
  })

  it('stays when a younger child joins, and is not begun again for a first one', () => {
    const late = { id: 'cal', born: '2025-01-01', from: '2026-03-12' }
    assert.deepEqual(told([ada, ben, late]), met('ben'))
    assert.deepEqual(told([ada, ben, late], [allocated]), open('ben'))
    assert.deepEqual(told([late]), met('cal'))
  })

  it('goes to the next youngest when the youngest leaves before it is done, not after', () => {
    assert.deepEqual(told([ada, { ...ben, until: '2026-03-06' }], [allocated]), open('ada'))
    assert.deepEqual(told([ada, { ...ben, until: '2026-03-06' }]), met('ada'))
    assert.deepEqual(told([ada, { ...ben, until: '2026-03-10' }]), met('ben'))
    const late = { id: 'cal', born: '2025-01-01', from: '2026-03-12' }
    assert.deepEqual(told([late, { ...ben, until: '2026-03-20' }], [allocated]), open('cal'))
    assert.deepEqual(told([late, { ...ben, until: '2026-03-20' }]), met('ben'))
  })

  it('is done by what was done for some of the children', () => {
    const forAda = [allocated, ['taf.agreed', '2026-03-10T10:00', { children: ['ada'] }]] as const
    assert.deepEqual(told([ada, ben], forAda), met('ben'))
  })

  it('is nobody’s in a case without children', () => {
    assert.deepEqual(told([{ id: 'mo', role: 'parent' }]), [])
  })

  it('follows what was due for the youngest, where it follows something due for each', () => {
    const both = `${perChild}${clock('for: youngest child\nstart: { limit-of: seen }\nmet: taf.agreed\nwithin: 5 days', 'taf')}`
    const late = (people: NonNullable<ToldCase['people']>) =>
      rows({ rules: both, people, events: [allocated] }, 'opens', 'due').filter(([whose]) =>
        String(whose).startsWith('taf'),
      )
    assert.deepEqual(late([ada, ben]), [['taf ben', '2026-03-23', '2026-03-28']])
  })
})
