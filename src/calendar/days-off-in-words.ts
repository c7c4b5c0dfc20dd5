import { partsOf, weekdayOf, type Day } from './day.ts'
import { monthInWords, shortDayInWords, weekdayInWords } from './day-in-words.ts'
import type { DayOff } from './working-calendar.ts'

const MOST_NAMED = 4
const SATURDAY = 6

type Said = { readonly text: string; readonly plural: boolean }
type NamedRun = { readonly name: string; readonly first: Day; last: Day }

/** "A", "A and B", "A, B and C". */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

function yearOf(day: Day): number {
  return partsOf(day).year
}

function dated(day: Day, withYear: boolean): string {
  return withYear ? `${shortDayInWords(day)} ${yearOf(day)}` : shortDayInWords(day)
}

/** "7 and 14 March" within one month, "29 August and 5 September" over several. */
function saturdays(days: readonly Day[], withYear: boolean): string {
  const last = days.at(-1)
  const oneMonth = days.every(
    (day) => last !== undefined && monthInWords(day) === monthInWords(last) && yearOf(day) === yearOf(last),
  )
  return listed(
    days.map((day) => (oneMonth && day !== last ? String(partsOf(day).dayOfMonth) : dated(day, withYear))),
  )
}

function weekends(daysOff: readonly DayOff[], withYear: boolean): Said[] {
  const days = daysOff.filter(({ why }) => why === 'weekend').map(({ day }) => day)
  const inside = new Set(days)
  const isWhole = (day: Day): boolean => inside.has((day + (weekdayOf(day) === SATURDAY ? 1 : -1)) as Day)
  const lone = days
    .filter((day) => !isWhole(day))
    .map((day) => ({ text: `${weekdayInWords(day)} ${dated(day, withYear)}`, plural: false }))
  const whole = days.filter((day) => weekdayOf(day) === SATURDAY && isWhole(day))
  if (whole.length === 0) return lone
  if (whole.length > MOST_NAMED) return [...lone, { text: `${whole.length} weekends`, plural: true }]
  const plural = whole.length > 1
  return [...lone, { text: `the weekend${plural ? 's' : ''} of ${saturdays(whole, withYear)}`, plural }]
}

function namedDay(name: string, day: Day, withYear: boolean): string {
  const weekday = weekdayInWords(day)
  const date = dated(day, withYear)
  if (name.includes(weekday) || name.includes('Easter Monday')) return `${name} ${date}`
  const withWeekday = `${weekday.slice(0, 3)} ${date}`
  if (!/bank holiday/i.test(name)) return `${name} ${withWeekday}`
  return `the ${name.replace(/^(Early|Spring|Summer|Bank)\b/, (word) => word.toLowerCase())} on ${withWeekday}`
}

/** Days in a row under one name are said as one; a weekend between them does not part them. */
function runs(daysOff: readonly DayOff[], why: DayOff['why']): readonly NamedRun[] {
  const found: NamedRun[] = []
  for (const [index, off] of daysOff.entries()) {
    if (off.why !== why) continue
    const name = off.name ?? why
    const run = found.at(-1)
    const gap = run === undefined ? undefined : daysOff.slice(0, index).filter(({ day }) => day > run.last)
    if (run?.name === name && gap !== undefined && gap.length === off.day - run.last - 1) run.last = off.day
    else found.push({ name, first: off.day, last: off.day })
  }
  return found
}

function closureRun({ name, first, last }: NamedRun, withYear: boolean): Said {
  if (first === last) return { text: namedDay(name, first, withYear), plural: false }
  return { text: `${name} from ${dated(first, withYear)} to ${dated(last, withYear)}`, plural: true }
}

function named(daysOff: readonly DayOff[], withYear: boolean): Said[] {
  const holidays = daysOff.filter(({ why }) => why === 'bank holiday')
  const closures = runs(daysOff, 'closure')
  return [
    ...(holidays.length > MOST_NAMED
      ? [{ text: `${holidays.length} bank holidays`, plural: true }]
      : holidays.map(({ day, name }) => ({
          text: namedDay(name ?? 'the bank holiday', day, withYear),
          plural: false,
        }))),
    ...(closures.length > MOST_NAMED
      ? [{ text: `${daysOff.filter(({ why }) => why === 'closure').length} closure days`, plural: true }]
      : closures.map((run) => closureRun(run, withYear))),
  ]
}

/**
 * Which days a count of working days stepped over, as the second half of a sentence: "the weekends of 7 and 14 March do not
 * count". Takes what daysOff gives, in date order. Weekends come first, named by their Saturday; a Saturday or Sunday whose
 * other half lies outside stands alone; then bank holidays, then closures by their names. More than four of a kind are counted
 * instead of named. Years are said where the days lie in more than one. Empty where there are none.
 */
export function daysOffInWords(daysOff: ReadonlyArray<DayOff>): string {
  const [first, last] = [daysOff.at(0), daysOff.at(-1)]
  if (first === undefined || last === undefined) return ''
  const withYear = yearOf(first.day) !== yearOf(last.day)
  const weekendParts = weekends(daysOff, withYear)
  const namedParts = named(daysOff, withYear)
  const parts = [...weekendParts, ...namedParts]
  const groups = [weekendParts, namedParts]
    .filter((group) => group.length > 0)
    .map((group) => listed(group.map(({ text }) => text)))
  const joiner = groups[0]?.includes(' and ') === true ? ', and ' : ' and '
  const plural = parts.length > 1 || parts.some((part) => part.plural)
  return `${groups.join(joiner)} ${plural ? 'do' : 'does'} not count`
}
