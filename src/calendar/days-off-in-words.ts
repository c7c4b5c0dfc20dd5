import { partsOf, weekdayOf, type Day } from './day.ts'
import { monthInWords, shortDayInWords, weekdayInWords } from './day-in-words.ts'
import type { DayOff } from './working-calendar.ts'

const MOST_NAMED = 4
const SATURDAY = 6

type Said = { readonly text: string; readonly plural: boolean }
type Closure = { readonly name: string; readonly first: Day; last: Day; days: number }

/** "A", "A and B", "A, B and C". */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

function dated(day: Day, withYear: boolean): string {
  return withYear ? `${shortDayInWords(day)} ${partsOf(day).year}` : shortDayInWords(day)
}

/** The day of the month alone where the last day named has the same month, else the date in full. */
function datedBefore(day: Day, last: Day, withYear: boolean): string {
  const sameMonth = last - day <= 30 && monthInWords(day) === monthInWords(last)
  return sameMonth ? String(partsOf(day).dayOfMonth) : dated(day, withYear)
}

/** "7 and 14 March" within one month, "29 August and 5 September" over several. */
function saturdays(days: readonly Day[], first: Day, last: Day, withYear: boolean): string {
  const oneMonth = monthInWords(first) === monthInWords(last)
  return listed(
    days.map((day) => (oneMonth && day !== last ? datedBefore(day, last, withYear) : dated(day, withYear))),
  )
}

function wholeWeekends(days: readonly Day[], withYear: boolean): Said[] {
  const [first, last] = [days.at(0), days.at(-1)]
  if (first === undefined || last === undefined) return []
  if (days.length > MOST_NAMED) return [{ text: `${days.length} weekends`, plural: true }]
  const dates = saturdays(days, first, last, withYear)
  return first === last
    ? [{ text: `the weekend of ${dates}`, plural: false }]
    : [{ text: `the weekends of ${dates}`, plural: true }]
}

/** Weekends by their Saturday; a Saturday or Sunday whose other half is not in the list stands alone, before them. */
function weekends(days: readonly Day[], withYear: boolean): Said[] {
  const alone: Said[] = []
  const whole: Day[] = []
  for (const [index, day] of days.entries()) {
    const isSaturday = weekdayOf(day) === SATURDAY
    const hasOtherHalf = isSaturday ? days[index + 1] === day + 1 : days[index - 1] === day - 1
    if (!hasOtherHalf) alone.push({ text: `${weekdayInWords(day)} ${dated(day, withYear)}`, plural: false })
    else if (isSaturday) whole.push(day)
  }
  return [...alone, ...wholeWeekends(whole, withYear)]
}

/** The date beside the name; its weekday too, unless the name says it ("Good Friday 3 April", "Christmas Day Fri 25 December"). */
function namedDay(name: string, day: Day, withYear: boolean): string {
  const weekday = weekdayInWords(day)
  const date = dated(day, withYear)
  if (name.includes(weekday)) return `${name} ${date}`
  const withWeekday = `${weekday.slice(0, 3)} ${date}`
  if (!/bank holiday/i.test(name)) return `${name} ${withWeekday}`
  return `the ${name.replace(/^(Early|Spring|Summer|Bank)\b/, (word) => word.toLowerCase())} on ${withWeekday}`
}

function bankHolidays(holidays: readonly DayOff[], withYear: boolean): Said[] {
  if (holidays.length > MOST_NAMED) return [{ text: `${holidays.length} bank holidays`, plural: true }]
  return holidays.map(({ day, name }) => ({
    text: namedDay(name ?? 'Bank holiday', day, withYear),
    plural: false,
  }))
}

/** Closure days under one name with no working day between them, weekends and bank holidays notwithstanding, are one closure. */
function closuresIn(daysOff: readonly DayOff[]): readonly Closure[] {
  const found: Closure[] = []
  let expected = -Infinity
  for (const { day, why, name = 'closure' } of daysOff) {
    const open = found.at(-1)
    const unbroken = day === expected
    expected = day + 1
    if (why !== 'closure') {
      if (!unbroken) expected = -Infinity
    } else if (open !== undefined && unbroken && open.name === name) {
      open.last = day
      open.days += 1
    } else {
      found.push({ name, first: day, last: day, days: 1 })
    }
  }
  return found
}

function closures(found: readonly Closure[], withYear: boolean): Said[] {
  if (found.length > MOST_NAMED) {
    return [{ text: `${found.reduce((sum, { days }) => sum + days, 0)} closure days`, plural: true }]
  }
  return found.map(({ name, first, last }) =>
    first === last
      ? { text: namedDay(name, first, withYear), plural: false }
      : {
          text: `${name} from ${datedBefore(first, last, withYear)} to ${dated(last, withYear)}`,
          plural: false,
        },
  )
}

/**
 * Which days a count of working days stepped over, as a clause without a full stop: "the weekends of 7 and 14 March do not
 * count". Takes what daysOff gives, in date order. Weekends come first, then bank holidays, then closures by their names.
 * More than four of a kind are counted instead of named. Years are said where the days lie in more than one. Empty where
 * there are none.
 */
export function daysOffInWords(daysOff: ReadonlyArray<DayOff>): string {
  const [first, last] = [daysOff.at(0), daysOff.at(-1)]
  if (first === undefined || last === undefined) return ''
  const withYear = partsOf(first.day).year !== partsOf(last.day).year
  const saturdaysAndSundays = daysOff.filter(({ why }) => why === 'weekend').map(({ day }) => day)
  const holidays = daysOff.filter(({ why }) => why === 'bank holiday')
  const groups = [
    weekends(saturdaysAndSundays, withYear),
    [...bankHolidays(holidays, withYear), ...closures(closuresIn(daysOff), withYear)],
  ].filter((group) => group.length > 0)
  const said = groups.flat()
  const plural = said.length > 1 || said.some((part) => part.plural)
  const texts = groups.map((group) => listed(group.map(({ text }) => text)))
  const joiner = texts[0]?.includes(' and ') === true ? ', and ' : ' and '
  return `${texts.join(joiner)} ${plural ? 'do' : 'does'} not count`
}
