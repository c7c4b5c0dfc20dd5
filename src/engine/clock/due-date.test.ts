import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '../case-event.ts'
import { clock, dues, rows, shown } from '../fixtures/told-case.ts'

/** Due so long after contact at a moment. */
const after = (length: string, at: string, more = '') =>
  dues({ rules: clock(`start: contact.made\nwithin: ${length}\n${more}`), events: [['contact.made', at]] })[0]

describe('working days', () => {
  it('the three that are checked by hand in the contract', () => {
    assert.equal(after('3 working days', '2026-04-01T10:00'), '2026-04-08')
    assert.equal(after('10 working days', '2026-08-24T10:00'), '2026-09-08')
    assert.equal(after('7 working days', '2026-12-21T10:00'), '2027-01-04')
  })

  it('the day of the start is day 0, whatever the hour', () => {
    assert.equal(after('7 working days', '2026-03-06T00:00'), '2026-03-17')
    assert.equal(after('7 working days', '2026-03-06T23:59'), '2026-03-17')
  })

  it('after a start on a weekend the next working day is day 1', () => {
    assert.equal(after('1 working day', '2026-03-07T10:00'), '2026-03-09')
    assert.equal(after('3 working days', '2026-03-08T10:00'), '2026-03-11')
  })

  it('after a start on a bank holiday the next working day is day 1', () => {
    assert.equal(after('1 working day', '2026-04-03T10:00'), '2026-04-07')
  })

  it('step over both May bank holidays', () => {
    assert.equal(after('1 working day', '2026-05-01T10:00'), '2026-05-05')
    assert.equal(after('2 working days', '2026-05-22T10:00'), '2026-05-27')
  })

  it('step over 31 August', () => {
    assert.equal(after('1 working day', '2026-08-28T10:00'), '2026-09-01')
  })

  it('step over Christmas, the substitute for Boxing Day and New Year', () => {
    assert.equal(after('1 working day', '2026-12-24T10:00'), '2026-12-29')
    assert.equal(after('4 working days', '2026-12-24T10:00'), '2027-01-04')
  })

  it('the day of the start is day 1 where the clock says so', () => {
    assert.equal(after('5 working days', '2026-03-02T10:00', 'start-day: 1'), '2026-03-06')
    assert.equal(after('5 working days', '2026-03-07T10:00', 'start-day: 1'), '2026-03-13')
    assert.equal(after('10 days', '2026-03-02T10:00', 'start-day: 1'), '2026-03-11')
  })
})

describe('calendar days, weeks, months and years', () => {
  it('days and weeks are not moved by a change of the clocks', () => {
    assert.equal(after('10 days', '2026-03-25T23:30'), '2026-04-04')
    assert.equal(after('6 weeks', '2026-03-05T00:30'), '2026-04-16')
    assert.equal(after('1 week', '2026-10-24T00:30'), '2026-10-31')
  })

  it('months end with the month where it is shorter', () => {
    assert.equal(after('1 month', '2026-01-31T10:00'), '2026-02-28')
    assert.equal(after('1 month', '2028-01-31T10:00'), '2028-02-29')
    assert.equal(after('6 months', '2026-08-31T10:00'), '2027-02-28')
    assert.equal(after('3 months', '2026-11-30T10:00'), '2027-02-28')
  })

  it('years from 29 February end on the 28th', () => {
    assert.equal(after('1 year', '2028-02-29T10:00'), '2029-02-28')
    assert.equal(after('4 years', '2028-02-29T10:00'), '2032-02-29')
  })

  it('stay on a day that is not worked, unless they are rolled', () => {
    assert.equal(after('10 days', '2026-03-24T10:00'), '2026-04-03')
    assert.equal(after('10 days', '2026-03-24T10:00', 'roll: next working day'), '2026-04-07')
    assert.equal(after('2 weeks', '2026-03-24T10:00', 'roll: next working day'), '2026-04-07')
    assert.equal(after('1 month', '2026-11-28T10:00', 'roll: next working day'), '2026-12-29')
  })

  it('are rolled for the whole procedure where its head says so', () => {
    const told = {
      rules:
        clock('start: contact.made\nwithin: 10 days') +
        clock('start: contact.made\nwithin: 10 days\nroll: none', 'stays'),
      head: 'roll: next working day\n',
      events: [['contact.made', '2026-03-24T10:00']] as const,
    }
    assert.deepEqual(dues(told), ['2026-04-07', '2026-04-03'])
  })
})

describe('hours', () => {
  it('run over the night on which the clocks go forward', () => {
    assert.equal(after('48 hours', '2026-03-28T10:00'), '2026-03-30T11:00+01:00')
    assert.equal(after('1 hour', '2026-03-29T00:30'), '2026-03-29T02:30+01:00')
  })

  it('run over the night on which the clocks go back', () => {
    assert.equal(after('24 hours', '2026-10-24T18:00'), '2026-10-25T17:00+00:00')
    assert.equal(after('1 hour', '2026-10-25T01:30'), '2026-10-25T01:30+00:00')
  })

  it('of work run in opening hours only', () => {
    assert.equal(after('8 working hours', '2026-03-06T15:00'), '2026-03-09T15:00+00:00')
    assert.equal(after('4 working hours', '2026-03-09T07:00'), '2026-03-09T13:00+00:00')
    assert.equal(after('8 working hours', '2026-03-09T09:00'), '2026-03-09T17:00+00:00')
    assert.equal(after('1 working hour', '2026-03-07T12:00'), '2026-03-09T10:00+00:00')
  })

  it('of work do not run over Easter', () => {
    assert.equal(after('4 working hours', '2026-04-02T16:00'), '2026-04-07T12:00+01:00')
  })
})

describe('targets and ranges', () => {
  const told = (lines: string, at = '2026-03-05T10:00') => ({
    rules: clock(`start: review.held\n${lines}`),
    events: [['review.held', at]] as const,
  })

  it('an aim lies inside the limit', () => {
    assert.deepEqual(rows(told('aim: 6 weeks\nwithin: 8 weeks'), 'earliest', 'aim', 'due', 'advisory'), [
      ['visit', null, '2026-04-16', '2026-04-30', false],
    ])
  })

  it('a range begins at the earliest', () => {
    assert.deepEqual(
      rows(
        told('earliest: 5 working days\nwithin: 10 working days', '2026-03-02T10:00'),
        'earliest',
        'aim',
        'due',
      ),
      [['visit', '2026-03-09', null, '2026-03-16']],
    )
  })

  it('an advisory length is an aim and never a limit', () => {
    const about = told('about: 4 weeks', '2026-03-02T10:00')
    assert.deepEqual(rows(about, 'aim', 'due', 'advisory', 'standing'), [
      ['visit', '2026-03-30', null, true, 'open'],
    ])
  })

  it('a step without a limit is only shown', () => {
    assert.deepEqual(rows(told('no-limit: true'), 'aim', 'due', 'standing'), [['visit', null, null, 'open']])
  })

  it('opens after a length of time begins on the day after it', () => {
    assert.deepEqual(
      rows(
        { ...told('opens-after: 6 months\nno-limit: true'), asOf: '2026-09-05T23:59' },
        'opens',
        'standing',
      ),
      [['visit', '2026-09-06', 'planned']],
    )
    assert.deepEqual(
      rows({ ...told('opens-after: 6 months\nno-limit: true'), asOf: '2026-09-06T00:00' }, 'standing'),
      [['visit', 'open']],
    )
  })
})

describe('a period that people agree', () => {
  const every = (data: Data, otherwise = ', otherwise: 12 weeks') =>
    rows(
      {
        rules: clock(
          `start: { each: taf.held }\nmet: taf.held\nwithin: { agreed: reviewEvery, in: weeks${otherwise} }`,
        ),
        events: [['taf.held', '2026-03-02T10:00', data]],
      },
      'due',
      'undecided',
    )

  it('is taken from the meeting at which it was agreed', () => {
    assert.deepEqual(every({ reviewEvery: 8 }), [['visit', '2026-04-27', null]])
  })

  it('is the usual one where nothing was agreed', () => {
    assert.deepEqual(every({}), [['visit', '2026-05-25', null]])
  })

  it('is left to a person where nothing was agreed and nothing is usual', () => {
    assert.deepEqual(every({}, ''), [['visit', null, '"reviewEvery" is not on record']])
  })

  it('is left to a person where the number is none that can be counted', () => {
    assert.deepEqual(every({ reviewEvery: 2.5 }), [
      ['visit', null, '"reviewEvery" is 2.5, which is no number of weeks'],
    ])
    assert.deepEqual(every({ reviewEvery: 0 }), [
      ['visit', null, '"reviewEvery" is 0, which is no number of weeks'],
    ])
    assert.deepEqual(every({ reviewEvery: -8 }), [
      ['visit', null, '"reviewEvery" is -8, which is no number of weeks'],
    ])
    assert.deepEqual(every({ reviewEvery: 100_000 }), [['visit', null, 'the date lies outside the calendar']])
    assert.deepEqual(every({ reviewEvery: 1e300 }), [['visit', null, 'the date lies outside the calendar']])
  })
})

describe('dates that are set by another date', () => {
  const planned = (lines: string, data: Data) =>
    rows(
      {
        rules: clock(`start: { each: taf.agreed }\n${lines}`),
        events: [['taf.agreed', '2026-03-02T10:00', data]],
      },
      'due',
      'undecided',
    )

  it('backwards from a meeting', () => {
    assert.deepEqual(planned('ahead-of: { date: date, by: 2 weeks }', { date: '2026-04-14' }), [
      ['visit', '2026-03-31', null],
    ])
    assert.deepEqual(planned('ahead-of: { date: date, by: 5 working days }', { date: '2026-04-14' }), [
      ['visit', '2026-04-07', null],
    ])
    assert.deepEqual(planned('ahead-of: { date: date, by: 6 working days }', { date: '2026-04-14' }), [
      ['visit', '2026-04-02', null],
    ])
  })

  it('on a date, and so long after it', () => {
    assert.deepEqual(planned('on-date: { date: date }', { date: '2026-05-01' }), [
      ['visit', '2026-05-01', null],
    ])
    assert.deepEqual(planned('on-date: { date: date, by: 1 week }', { date: '2026-05-01' }), [
      ['visit', '2026-05-08', null],
    ])
  })

  it('left to a person where the date is missing or outside the calendar', () => {
    assert.deepEqual(planned('on-date: { date: date }', {}), [
      ['visit', null, 'the date in "date" is not on record'],
    ])
    assert.deepEqual(planned('on-date: { date: date, by: 5 working days }', { date: '1950-01-01' }), [
      ['visit', null, 'the date lies outside the calendar'],
    ])
    assert.deepEqual(planned('ahead-of: { date: date, by: 2 weeks }', { date: '1950-01-01' }), [
      ['visit', null, 'the date lies outside the calendar'],
    ])
  })
})

describe('fixed slots', () => {
  const next = (slot: string, at: string) =>
    dues({ rules: clock(`start: contact.made\nslot: ${slot}`), events: [['contact.made', at]] })[0]

  it('the next one on or after the start', () => {
    assert.equal(next('duty', '2026-03-06T10:00'), '2026-03-10')
    assert.equal(next('duty', '2026-03-05T11:00'), '2026-03-05')
  })

  it('one that has just ended is over', () => {
    assert.equal(next('duty', '2026-03-05T12:00'), '2026-03-10')
  })

  it('none on a bank holiday', () => {
    assert.equal(next('duty', '2026-12-24T12:30'), '2026-12-29')
  })

  it('the one after the next', () => {
    assert.equal(next('{ of: duty, nth: 2 }', '2026-03-06T10:00'), '2026-03-11')
  })
})

describe('beyond the bank holidays that are known', () => {
  it('working days are provisional', () => {
    const told = {
      rules: clock('start: contact.made\nwithin: 10 working days'),
      events: [['contact.made', '2027-12-20T10:00']] as const,
    }
    assert.deepEqual(rows(told, 'due', 'provisional'), [['visit', '2028-01-06', true]])
  })

  it('calendar weeks are not, unless they roll', () => {
    const told = (more: string) => ({
      rules: clock(`start: contact.made\nwithin: 4 weeks\n${more}`),
      events: [['contact.made', '2027-12-20T10:00']] as const,
    })
    assert.deepEqual(rows(told(''), 'due', 'provisional'), [['visit', '2028-01-17', false]])
    assert.deepEqual(rows(told('roll: next working day'), 'due', 'provisional'), [
      ['visit', '2028-01-17', true],
    ])
  })

  it('a date that a person has set instead is not provisional', () => {
    const told = {
      rules: clock('start: contact.made\nmet: visit.made\nwithin: 10 working days'),
      events: [
        ['contact.made', '2027-12-20T10:00'],
        ['clock.moved', '2027-12-21T10:00', { rule: 'visit', due: '2028-01-10', reason: 'away' }],
      ] as const,
    }
    assert.deepEqual(rows(told, 'due', 'provisional'), [['visit', '2028-01-10', false]])
    assert.doesNotMatch(shown(told).obligations[0]?.because ?? '', /Provisional/)
  })
})
