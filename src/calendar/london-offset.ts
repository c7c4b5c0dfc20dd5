import { FIRST_DAY, LAST_DAY, makeDay, partsOf, weekdayOf, type Day } from './day.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const WINTER = 0
const SUMMER = 1
const CLOCKS_GO_FORWARD = 2
const CLOCKS_GO_BACK = 3

const kinds = kindsOfDay()

function lastSunday(year: number, month: 3 | 10): Day {
  const last = makeDay(year, month, 31)
  return (last - (weekdayOf(last) % 7)) as Day
}

/** For each day in UTC: winter time, summer time, or one of the two days on which the clocks change. */
function kindsOfDay(): Uint8Array {
  const table = new Uint8Array(LAST_DAY - FIRST_DAY + 1).fill(WINTER)
  for (let year = partsOf(FIRST_DAY).year; year <= partsOf(LAST_DAY).year; year += 1) {
    const forward = lastSunday(year, 3) - FIRST_DAY
    const back = lastSunday(year, 10) - FIRST_DAY
    table[forward] = CLOCKS_GO_FORWARD
    table.fill(SUMMER, forward + 1, back)
    table[back] = CLOCKS_GO_BACK
  }
  return table
}

/**
 * What the clocks in London are ahead of UTC, in milliseconds: 0 or 3,600,000. Summer time runs from 01:00 UTC on the last
 * Sunday of March to 01:00 UTC on the last Sunday of October.
 * Source: Summer Time Act 1972 as amended by the Summer Time Order 2002 (the same rule as Directive 2000/84/EC, in use since
 * 1996). The rule is applied to every year from 1900 to 2199, so instants before 1996 can be out by an hour.
 * RangeError outside those years.
 */
export function londonOffset(utc: number): number {
  const day = Math.floor(utc / DAY)
  const kind = kinds[day - FIRST_DAY]
  if (kind === WINTER) return 0
  if (kind === SUMMER) return HOUR
  if (kind === undefined)
    throw new RangeError('Times run from 1 January 1900 to 31 December 2199; this one falls outside.')
  const afterTheChange = utc - day * DAY >= HOUR
  return afterTheChange === (kind === CLOCKS_GO_FORWARD) ? HOUR : 0
}
