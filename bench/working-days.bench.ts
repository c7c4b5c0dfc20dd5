// Adding working days: our table, beside date-fns as people call it and as it would have to be called.
import { addDays as addCalendarDays, formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { addWorkingDays, isWeekend } from '#calendar/working-calendar.ts'
import { publicCalendar } from '#app/public-calendar.ts'
import { addBusinessDays, addDays, format, isWeekend as isWeekendDate, parseISO } from 'date-fns'
import { inTurns } from './rounds.ts'
import { rounded, say, table } from './table.ts'

const calendar = publicCalendar()
const count = 40_000
const turns = 7
/** Numbers alone take so little that they are added this many times over. */
const numbersAgain = 200
const from = parseDay('2024-01-01') as Day
const lengths = [1, 2, 3, 5, 7, 10, 15, 20, 25, 45]

type Sum = { readonly text: string; readonly day: Day; readonly n: number }

/** Every day of two years in turn with every length in turn. */
const sums: readonly Sum[] = Array.from({ length: count }, (_, i) => {
  const day = addCalendarDays(from, i % 731)
  return { text: formatDay(day), day, n: lengths[i % lengths.length] ?? 1 }
})

const holidays = new Set(
  calendar.off.filter(({ why }) => why === 'bank holiday').map(({ day }) => formatDay(day)),
)

/** The right use of date-fns: day after day, weekends and bank holidays passed over. */
const byLoop = (text: string, n: number): string => {
  let date = parseISO(text)
  let left = n
  while (left > 0) {
    date = addDays(date, 1)
    if (!isWeekendDate(date) && !holidays.has(format(date, 'yyyy-MM-dd'))) left -= 1
  }
  return format(date, 'yyyy-MM-dd')
}

const byBusinessDays = (text: string, n: number): string =>
  format(addBusinessDays(parseISO(text), n), 'yyyy-MM-dd')

const byTable = (text: string, n: number): string =>
  formatDay(addWorkingDays(calendar, parseDay(text) as Day, n))

const each = (add: (text: string, n: number) => string) => (): number => {
  let letters = 0
  for (const { text, n } of sums) letters += add(text, n).length
  return letters
}

const wrong = (add: (text: string, n: number) => string): string => {
  const off = sums.filter(({ text, n }) => add(text, n) !== byTable(text, n)).length
  return `${rounded((100 * off) / count)} %`
}

const numbers = (): number => {
  let total = 0
  for (let again = 0; again < numbersAgain; again += 1)
    for (const { day, n } of sums) total += addWorkingDays(calendar, day, n)
  return total
}

const ways = [
  { name: 'ours, day number to day number', run: numbers, wrong: '' },
  { name: 'ours, text to text', run: each(byTable), wrong: '' },
  { name: 'date-fns addBusinessDays, text to text', run: each(byBusinessDays), wrong: wrong(byBusinessDays) },
  { name: 'date-fns in a loop with the holidays', run: each(byLoop), wrong: wrong(byLoop) },
]

const taken = await inTurns(
  ways.map(({ name, run }) => ({ name, run, times: run === numbers ? count * numbersAgain : count })),
  turns,
)
const ours = taken.get('ours, text to text')?.median ?? Number.NaN
const weekends = sums.filter(({ day }) => isWeekend(day)).length
say(
  `${count} additions of 1 to 45 working days, 2024 and 2025, England and Wales; medians of ${turns} turns.`,
  '',
  table([
    ['', 'wrong', 'nanoseconds', 'a second', 'to ours'],
    ...ways.map(({ name, wrong: share }) => {
      const microseconds = taken.get(name)?.median ?? Number.NaN
      return [
        name,
        share,
        Math.round(microseconds * 1000),
        Math.round(1_000_000 / microseconds),
        Math.round((100 * microseconds) / ours) / 100,
      ]
    }),
  ]),
  '',
  `addBusinessDays knows no bank holidays. Of the starts ${rounded((100 * weekends) / count)} % are on a weekend.`,
)
