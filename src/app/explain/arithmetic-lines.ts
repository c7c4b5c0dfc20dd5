import type { Day } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import type { Instant } from '#calendar/instant.ts'
import { addHours, dayOf, formatInstant, instantInWords, minutesOf, timeInWords } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { addWorkingDays, daysOff } from '#calendar/working-calendar.ts'
import type { Obligation } from '#engine/obligation.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import { durationInWords } from '#procedure/rules/duration.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Page } from '../page.ts'
import { wrapped } from '../page.ts'
import { calendarSteps } from './calendar-steps.ts'
import { countLines } from './count-lines.ts'
import { aimLengthOf, lengthOf, reckonedEnd } from './length-of.ts'
import { openingRows } from './opening-rows.ts'
import { workingDayRows } from './working-day-rows.ts'

/** What an explanation is worked out from. */
export type Explaining = {
  readonly obligation: Obligation
  readonly procedure: Procedure
  readonly calendar: WorkingCalendar
  readonly asOf: Instant
}

const startDayOf = ({ obligation, procedure }: Explaining): 0 | 1 =>
  obligation.clock.due.startDay ?? procedure.counting.startDay

const anchorOf = ({ reckoning, start }: Obligation): Day =>
  reckoning.from === 'date' && reckoning.anchor !== null ? (reckoning.anchor as Day) : dayOf(start)

const signed = (length: Duration, { reckoning, clock }: Obligation): Duration =>
  reckoning.from === 'date' && clock.due.fromDate?.way === 'before' ? { ...length, n: -length.n } : length

const marksOf = ({ obligation: { aim, earliest, firstDue, due } }: Explaining): ReadonlyMap<number, string> =>
  new Map([
    ...(earliest === null ? [] : [[earliest, 'not before'] as const]),
    ...(aim === null ? [] : [[aim, 'aim'] as const]),
    ...((firstDue ?? due) === null
      ? []
      : [[(firstDue ?? due) as number, firstDue === null ? 'due' : 'due at first'] as const]),
  ])

const byWorkingDays = (length: Duration, explaining: Explaining, page: Page): readonly string[] => {
  const { obligation, calendar, asOf } = explaining
  const end = reckonedEnd(obligation)
  const count = {
    from: anchorOf(obligation),
    to: (end ?? dayOf(asOf)) as Day,
    ends: end !== null,
    startDay: startDayOf(explaining),
    length: length.n,
    spells: obligation.pauses,
  }
  return countLines(workingDayRows(count, calendar), marksOf(explaining), page)
}

const why = (day: Day, calendar: WorkingCalendar): string => {
  const [off] = daysOff(calendar, (day - 1) as Day, day)
  return off === undefined ? '' : `, as ${dayInWords(day)} is ${off.name ?? `a ${off.why}`}`
}

const byCalendar = (title: string, length: Duration, explaining: Explaining): readonly string[] => {
  const { obligation, calendar } = explaining
  const { stoodStill, rolledFrom } = obligation.reckoning
  const towards = signed(length, obligation)
  const steps = calendarSteps(anchorOf(obligation), towards, startDayOf(explaining), stoodStill)
  const end = reckonedEnd(obligation)
  const sign = towards.n < 0 ? '-' : '+'
  return [
    `${dayInWords(steps.start)}, ${obligation.reckoning.from === 'date' ? 'the date given' : 'the start'}`,
    `${sign} ${durationInWords({ ...towards, n: Math.abs(towards.n) })} = ${dayInWords(steps.reached)}${
      steps.cutToMonth ? ', where the month ends' : ''
    }${steps.withStoodStill === null && (rolledFrom === null || title === 'aim') ? `, ${title}` : ''}`,
    ...(steps.withStoodStill === null
      ? []
      : [
          `+ ${durationInWords({ n: steps.withStoodStill.days, unit: 'days' })} that it stood still = ${dayInWords(steps.withStoodStill.day)}${rolledFrom === null ? `, ${title}` : ''}`,
        ]),
    ...(rolledFrom === null || end === null || title === 'aim'
      ? []
      : [
          `on to the next working day = ${dayInWords(end as Day)}, ${title}${why(rolledFrom as Day, calendar)}`,
        ]),
  ]
}

/** The limit in time beside a meeting that comes sooner. */
const besideTheOrder = (length: Duration, explaining: Explaining): readonly string[] => {
  const { obligation, calendar } = explaining
  const start = dayOf(obligation.start)
  const limit =
    length.unit === 'working days'
      ? addWorkingDays(calendar, start, length.n - startDayOf(explaining))
      : calendarSteps(start, length, startDayOf(explaining), 0).reached
  const meeting = obligation.reckoning.anchor
  return [
    `${dayInWords(start)}, the start`,
    `+ ${durationInWords(length)} = ${dayInWords(limit)}, the limit in time`,
    ...(meeting === null ? [] : [`${dayInWords(meeting as Day)}, the meeting, which comes sooner`]),
  ]
}

const clocksChanged = (from: Instant, to: Instant): string => {
  const [before, after] = [formatInstant(from).slice(-6), formatInstant(to).slice(-6)]
  if (before === after) return ''
  return after === '+01:00'
    ? '; the clocks went forward meanwhile, so they show an hour more'
    : '; the clocks went back meanwhile, so they show an hour less'
}

const byHours = ({ n }: Duration, { obligation }: Explaining): readonly string[] => {
  const { start, reckoning } = obligation
  const reached = addHours(start, n)
  const end = reckonedEnd(obligation)
  return [
    `${instantInWords(start)}, the start`,
    `+ ${durationInWords({ n, unit: 'hours' })} = ${instantInWords(reached)}${clocksChanged(start, reached)}`,
    ...(reckoning.stoodStill === 0 || end === null
      ? []
      : [`+ the time that it stood still = ${instantInWords(end as Instant)}`]),
  ]
}

const inHours = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? `${hours} h` : hours === 0 ? `${rest} min` : `${hours} h ${rest} min`
}

const byWorkingHours = ({ obligation, procedure, calendar, asOf }: Explaining): readonly string[] => {
  const end = (reckonedEnd(obligation) ?? asOf) as Instant
  return [
    `${instantInWords(obligation.start)}, the start`,
    ...openingRows(obligation.start, end, procedure.openingHours, obligation.pauses, calendar).map(
      ({ from, to, minutes, total }) =>
        `${dayInWords(dayOf(from))}, ${timeInWords(minutesOf(from))} to ${timeInWords(minutesOf(to))}: ${inHours(minutes)}, ${inHours(total)} in all`,
    ),
  ]
}

/** The arithmetic of an obligation's date; empty where no length of time says it. */
export const arithmeticLines = (explaining: Explaining, page: Page): readonly string[] => {
  const { obligation } = explaining
  const { from } = obligation.reckoning
  const length = lengthOf(obligation)
  if (obligation.undecided !== null || length === null) return []
  const title = obligation.clock.due.about === null ? 'due' : 'aim'
  const indented = (lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => wrapped(line, page.width, '  ', '    '))
  if (from === 'order') return indented(besideTheOrder(length, explaining))
  if (from !== 'period' && from !== 'date') return []
  const aim = aimLengthOf(obligation)
  if (length.unit === 'working days') return byWorkingDays(length, explaining, page)
  if (length.unit === 'hours') return indented(byHours(length, explaining))
  if (length.unit === 'working hours') return indented(byWorkingHours(explaining))
  return indented([
    ...(aim === null || aim.unit === 'working days' ? [] : byCalendar('aim', aim, explaining)),
    ...byCalendar(title, length, explaining),
  ])
}
