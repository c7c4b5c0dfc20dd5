import type { Day } from '#calendar/day.ts'
import { dayInWords, monthInWords, shortDayInWords, weekdayInWords } from '#calendar/day-in-words.ts'
import { partsOf } from '#calendar/day.ts'
import type { Page } from '../page.ts'
import { wrapped } from '../page.ts'
import { weekRows } from './week-rows.ts'
import type { WeekRow } from './week-rows.ts'
import type { DayRow } from './working-day-rows.ts'

/** Longer counts are shown week by week. */
const mostRows = 40

const short = (day: Day): string =>
  `${weekdayInWords(day).slice(0, 3)} ${String(partsOf(day).dayOfMonth).padStart(2)} ${monthInWords(day).slice(0, 3)}`

/** Marks beside the days that mean something: the aim, the first day allowed, the due date. */
export type Marks = ReadonlyMap<number, string>

const dayText = ({ counts, why }: DayRow): string => {
  if (counts !== null) return String(counts).padStart(3)
  if (why === 'start') return '  0  start'
  if (why === 'stood still') return '  -  the clock stood still'
  return `  -  ${why?.name ?? (why?.why === 'weekend' ? 'weekend' : (why?.why ?? ''))}`
}

const dayLine = (row: DayRow, marks: Marks, { paint }: Page): string => {
  const mark = marks.get(row.day)
  const text = `  ${short(row.day)}  ${dayText(row)}`
  if (mark !== undefined) return paint('bold', `${text}  ${mark}`)
  return row.counts === null ? paint('dim', text) : text
}

const weekLines = (week: WeekRow, marks: Marks, { width }: Page): readonly string[] => {
  const numbers =
    week.from === null ? '-' : week.from === week.to ? `${week.from}` : `${week.from} to ${week.to ?? ''}`
  const off = week.off.map(({ day, name, why }) => `${name ?? why} ${shortDayInWords(day)} does not count`)
  const still = week.stoodStill === 0 ? [] : [`the clock stood still on ${week.stoodStill}`]
  const marked = [...marks].flatMap(([day, mark]) =>
    day >= week.first && day <= week.last ? [`${mark} on ${short(day as Day)}`] : [],
  )
  const dates = `  ${short(week.first)} to ${short(week.last)}  `
  const notes = [...off, ...still, ...marked].join('; ')
  return notes === ''
    ? [`${dates}${numbers}`]
    : wrapped(notes, width, `${dates}${numbers.padEnd(10)}`, ' '.repeat(14))
}

/** A count of working days, day by day, or week by week where it is long, under the years that it lies in. */
export const countLines = (rows: readonly DayRow[], marks: Marks, page: Page): readonly string[] => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = `  From ${dayInWords(first.day)} to ${dayInWords(last.day)}`
  const lines =
    rows.length > mostRows
      ? weekRows(rows).flatMap((week) => weekLines(week, marks, page))
      : rows.map((row) => dayLine(row, marks, page))
  return [span, '', ...lines]
}
