import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { becauseOf } from '../because/because.ts'
import { assessed, calendar, clock } from '../fixtures/told-case.ts'
import { standingDateInWords } from './standing-in-words.ts'

/** Ten working days after Monday 20 December 2027, or four weeks: on Thursday 6 or Monday 17 January 2028. */
const said = (within: string, asOf: string): { readonly date: string; readonly why: string } => {
  const { procedure, obligations, ...rest } = assessed({
    rules: clock(`start: contact.made\nwithin: ${within}`),
    events: [['contact.made', '2027-12-20T10:00']],
    asOf,
  })
  const [stood] = obligations
  assert.ok(stood !== undefined)
  return {
    date: standingDateInWords(stood, { asOf: rest.asOf, calendar }),
    why: becauseOf(stood.obligation, procedure, calendar),
  }
}

describe('a date that rests on bank holidays which are not published yet', () => {
  it('says so beside the date, and why', () => {
    const { date, why } = said('10 working days', '2027-12-22T09:00')
    assert.equal(date, 'due Thu 6 January 2028, in 8 working days (provisional)')
    assert.match(why, /Provisional: bank holidays are known up to Fri 31 December 2027\.$/)
  })

  it('says so also once it has passed', () => {
    const { date } = said('10 working days', '2028-01-07T09:00')
    assert.equal(date, 'was due Thu 6 January 2028, 1 working day late (provisional)')
  })

  it('is none where no working day is counted', () => {
    const { date, why } = said('4 weeks', '2028-01-14T09:00')
    assert.equal(date, 'due Mon 17 January 2028, in 1 working day')
    assert.doesNotMatch(why, /Provisional/)
  })
})
