import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Told, ToldCase } from '../fixtures/told-case.ts'
import { clock, shown } from '../fixtures/told-case.ts'

const because = (
  rules: string,
  events: readonly Told[],
  more: Omit<Partial<ToldCase>, 'rules' | 'events'> = {},
) => shown({ rules, events, ...more }).obligations.at(-1)?.because

const contact = ['contact.made', '2026-03-06T15:00'] as const
const visit = (lines: string): string => clock(`start: contact.made\nmet: visit.made\n${lines}`)
const sentence =
  '7 working days after contact on Fri 6 March 2026; the weekends of 7 and 14 March do not count.'

describe('why a date is what it is', () => {
  it('the example of the contract, word for word', () => {
    assert.equal(because(visit('within: 7 working days'), [contact]), sentence)
  })

  it('nothing is said of days that did not count where there were none', () => {
    assert.equal(
      because(visit('within: 2 working days'), [['contact.made', '2026-03-02T10:00']]),
      '2 working days after contact on Mon 2 March 2026.',
    )
  })

  it('bank holidays are named', () => {
    const easter = because(visit('within: 3 working days'), [['contact.made', '2026-04-01T10:00']]) ?? ''
    assert.match(easter, /^3 working days after contact on Wed 1 April 2026; /)
    for (const words of ['weekend of 4 April', 'Good Friday', 'Easter Monday', 'do not count.'])
      assert.ok(easter.includes(words), `"${easter}" does not say ${words}`)
  })

  it('that the day of the start was day 1', () => {
    assert.equal(
      because(visit('within: 7 days\nstart-day: 1'), [contact]),
      '7 days after contact on Fri 6 March 2026; the day of the start is day 1.',
    )
    assert.equal(
      because(visit('within: 1 week\nstart-day: 1'), [contact]),
      '1 week after contact on Fri 6 March 2026.',
    )
  })

  it('that a date was rolled', () => {
    assert.equal(
      because(visit('within: 10 days\nroll: next working day'), [['contact.made', '2026-03-24T10:00']]),
      '10 days after contact on Tue 24 March 2026; Fri 3 April 2026 is not worked, so it is the next working day.',
    )
  })

  it('hours say the time', () => {
    assert.equal(
      because(visit('within: 48 hours'), [contact]),
      '48 hours after contact on Fri 6 March 2026 at 3:00pm.',
    )
    assert.equal(
      because(visit('within: 8 working hours'), [contact]),
      '8 working hours after contact on Fri 6 March 2026 at 3:00pm.',
    )
  })

  it('a target inside a limit, a range, and an advisory length', () => {
    assert.equal(
      because(visit('aim: 6 weeks\nwithin: 8 weeks'), [contact]),
      '6 weeks after contact on Fri 6 March 2026, 8 weeks at most.',
    )
    assert.equal(
      because(visit('earliest: 5 working days\nwithin: 10 working days'), [contact]),
      'Not before 5 working days and within 10 working days after contact on Fri 6 March 2026; the weekends of 7 and 14 March do not count.',
    )
    assert.equal(
      because(visit('about: 4 weeks'), [contact]),
      'About 4 weeks after contact on Fri 6 March 2026: an aim, never a breach.',
    )
  })

  it('a step that is only shown, and one that opens later', () => {
    assert.equal(
      because(visit('no-limit: true'), [contact]),
      'After contact on Fri 6 March 2026; no limit is set.',
    )
    assert.equal(
      because(visit('opens-after: 6 months\nno-limit: true'), [contact]),
      'Opens when more than 6 months have gone by after contact on Fri 6 March 2026; no limit is set.',
    )
    assert.equal(
      because(visit('opens-after: 6 months\nwithin: 7 months'), [contact]),
      '7 months after contact on Fri 6 March 2026; opens when more than 6 months have gone by.',
    )
  })

  it('a period that was agreed, or the usual one', () => {
    const agreed = clock(
      'start: { each: taf.held }\nwithin: { agreed: reviewEvery, in: weeks, otherwise: 12 weeks }',
    )
    assert.equal(
      because(agreed, [['taf.held', '2026-03-02T10:00', { reviewEvery: 8 }]]),
      '8 weeks, as agreed, after the TAF meeting on Mon 2 March 2026.',
    )
    assert.equal(
      because(agreed, [['taf.held', '2026-03-02T10:00']]),
      '12 weeks after the TAF meeting on Mon 2 March 2026.',
    )
  })

  it('what a person has to decide, and why', () => {
    const agreed = clock('start: { each: taf.held }\nwithin: { agreed: reviewEvery, in: weeks }')
    assert.equal(
      because(agreed, [['taf.held', '2026-03-02T10:00']]),
      'A person has to decide the date: "reviewEvery" is not on record. It follows the TAF meeting on Mon 2 March 2026.',
    )
  })

  it('a date in an event', () => {
    const booked = ['cin-meeting.booked', '2026-03-02T10:00', { date: '2026-04-14' }] as const
    assert.equal(
      because(clock('start: cin-meeting.booked\nahead-of: { date: date, by: 2 weeks }'), [booked]),
      '2 weeks before Tue 14 April 2026, the date given with the booking of the meeting on Mon 2 March 2026.',
    )
    assert.equal(
      because(clock('start: cin-meeting.booked\nahead-of: { date: date, by: 5 working days }'), [booked]),
      '5 working days before Tue 14 April 2026, the date given with the booking of the meeting on Mon 2 March 2026; the weekend of 11 April does not count.',
    )
    assert.equal(
      because(clock('start: cin-meeting.booked\non-date: { date: date }'), [booked]),
      'On Tue 14 April 2026, the date given with the booking of the meeting on Mon 2 March 2026.',
    )
  })

  it('a fixed slot', () => {
    assert.equal(
      because(visit('slot: duty'), [contact]),
      'The next of the Duty mornings on or after contact on Fri 6 March 2026 at 3:00pm.',
    )
    assert.equal(
      because(visit('slot: { of: duty, nth: 2 }'), [contact]),
      'The second of the Duty mornings on or after contact on Fri 6 March 2026 at 3:00pm.',
    )
  })

  it('the order of meetings', () => {
    const order = (key: string, number: string, more = '') =>
      visit(`${key}: { number: ${number}, of: taf.held, planned-by: taf.agreed }\n${more}`)
    const agreed = ['taf.agreed', '2026-03-07T10:00', { number: 2, date: '2026-04-14', final: true }] as const
    assert.equal(
      because(order('before-the', '2'), [contact]),
      'Before the second TAF meeting, which has no date yet.',
    )
    assert.equal(
      because(order('before-the', '2'), [contact, agreed]),
      'Before the second TAF meeting, on Tue 14 April 2026.',
    )
    assert.equal(
      because(order('at-the', 'final'), [contact, agreed]),
      'At the last TAF meeting, on Tue 14 April 2026.',
    )
    assert.equal(
      because(order('at-the', 'penultimate'), [contact]),
      'At the last but one TAF meeting, which has no date yet.',
    )
    assert.equal(
      because(order('before-the', '2', 'within: 8 weeks'), [contact, agreed]),
      'Before the second TAF meeting, on Tue 14 April 2026, sooner than 8 weeks after contact on Fri 6 March 2026.',
    )
    assert.equal(because(order('before-the', '2', 'within: 7 working days'), [contact, agreed]), sentence)
  })

  it('a number in any window of time', () => {
    const quota = clock(
      'for: worker\nstart: worker.started\nmet: supervision.held\nquota: { at-least: 2, in: 12 months }',
    )
    const events: readonly Told[] = [
      ['worker.started', '2026-01-05T10:00'],
      ['supervision.held', '2026-02-05T10:00'],
      ['supervision.held', '2026-03-05T10:00'],
    ]
    assert.equal(
      because(quota, events.slice(0, 2), { worker: 'w1' }),
      'At least 2 in any 12 months: 1 held since Mon 5 January 2026, and the first 12 months end on this day.',
    )
    assert.equal(
      because(quota, events, { worker: 'w1' }),
      'At least 2 in any 12 months: on this day the one of Thu 5 February 2026 falls out of the 12 months and too few would remain.',
    )
  })

  it('another clock that was met, or passed its limit', () => {
    const first = visit('within: 7 working days').replace('Visit', 'First home visit')
    const after = clock('start: { after: visit }\nmet: plan.agreed\nwithin: 6 weeks', 'plan')
    assert.equal(
      because(first + after, [contact, ['visit.made', '2026-03-10T10:00']]),
      '6 weeks after "First home visit" was met by the visit on Tue 10 March 2026.',
    )
    const limit = clock('start: { limit-of: visit }\nmet: case.discussed\nwithin: 2 working days', 'manager')
    assert.equal(
      because(first + limit, [contact]),
      '2 working days after Wed 18 March 2026, when "First home visit" had passed its limit.',
    )
  })

  it('the second of its kind, and the one that made three', () => {
    const reviews: readonly Told[] = [
      ['review.held', '2026-03-02T10:00'],
      ['review.held', '2026-06-01T10:00'],
    ]
    assert.equal(
      because(clock('start: { first: review.held, nth: 2 }\nwithin: 2 weeks'), reviews),
      '2 weeks after the second review on Mon 1 June 2026.',
    )
    const tries = ['02', '03', '04'].map((day) => ['visit.attempted', `2026-03-${day}T10:00`] as const)
    assert.equal(
      because(
        clock('start: { first: visit.attempted, times: 3, on-days: 3 }\nwithin: 2 working days'),
        tries,
      ),
      '2 working days after the attempted visit on Wed 4 March 2026, which made 3 on 3 different days.',
    )
  })

  it('a person who came later', () => {
    assert.equal(
      because(clock('for: each child\nstart: contact.made\nmet: child.seen\nwithin: 20 days'), [contact], {
        people: [{ id: 'ada', born: '2026-03-16' }],
      }),
      '20 days after Mon 16 March 2026, from when on this person was there; it began with contact on Fri 6 March 2026.',
    )
  })

  it('the words of the authority', () => {
    const words = { head: 'words: { contact.made: the first phone call }\n' }
    assert.equal(
      because(visit('within: 1 week'), [contact], words),
      '1 week after the first phone call on Fri 6 March 2026.',
    )
  })
})

describe('what people have done about a date', () => {
  const paused = (time: string): string =>
    visit(
      `within: 7 working days\npauses: [{ from: waiting-list.joined, until: waiting-list.left, time: ${time} }]`,
    )
  const joined = ['waiting-list.joined', '2026-03-10T10:00'] as const
  const left = ['waiting-list.left', '2026-03-12T10:00'] as const

  it('a clock that stood still, or stands still', () => {
    assert.equal(
      because(paused('stands still'), [contact, joined, left]),
      `${sentence} It stood still from Tue 10 March 2026 to Thu 12 March 2026.`,
    )
    assert.equal(
      because(paused('stands still'), [contact, joined]),
      '7 working days after contact on Fri 6 March 2026. It has stood still since Tue 10 March 2026 and has no date until it runs again.',
    )
  })

  it('a clock whose time ran on', () => {
    assert.equal(
      because(paused('runs on'), [contact, joined, left]),
      `${sentence} It was paused from Tue 10 March 2026 to Thu 12 March 2026; its time ran on.`,
    )
    assert.equal(
      because(paused('runs on'), [contact, joined]),
      `${sentence} It has been paused since Tue 10 March 2026; its time runs on.`,
    )
  })

  it('a date that was moved, with the first one and the reason', () => {
    const moved = (reason: object) =>
      ['clock.moved', '2026-03-10T10:00', { rule: 'visit', due: '2026-03-20', ...reason }] as const
    const first = `${sentence} Moved to Fri 20 March 2026, first Tue 17 March 2026`
    assert.equal(
      because(visit('within: 7 working days'), [contact, moved({ reason: 'the family is away' })]),
      `${first}: the family is away.`,
    )
    assert.equal(
      because(visit('within: 7 working days'), [contact, moved({ reason: 'Away.' })]),
      `${first}: Away.`,
    )
    assert.equal(because(visit('within: 7 working days'), [contact, moved({})]), `${first}.`)
  })

  it('an explanation', () => {
    const rules = visit('within: 7 working days\nexcuse: assessment.delay-explained')
    const explained = (data: object) =>
      ['assessment.delay-explained', '2026-03-10T10:00', data as never] as const
    assert.equal(because(rules, [contact, explained({})]), `${sentence} Explained on Tue 10 March 2026.`)
    assert.equal(
      because(rules, [contact, explained({ date: '2026-03-20' })]),
      `${sentence} Explained on Tue 10 March 2026 until Fri 20 March 2026.`,
    )
  })

  it('a date beyond the bank holidays that are known', () => {
    assert.match(
      because(visit('within: 10 working days'), [['contact.made', '2027-12-20T10:00']]) ?? '',
      / Provisional: bank holidays are known up to Fri 31 December 2027\.$/,
    )
  })
})
