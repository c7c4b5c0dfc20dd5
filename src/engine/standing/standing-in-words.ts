import type { Day } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf, instantInWords } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Stood } from '../assess.ts'
import type { Obligation } from '../obligation.ts'
import { counted } from '#procedure/in-words.ts'
import type { TimeLeft } from './time-left.ts'
import { timeLeft } from './time-left.ts'

/** The moment at which people look, and the calendar that they count in. */
export type Looked = { readonly asOf: Instant; readonly calendar: WorkingCalendar }

/** A date of an obligation in words: a day, or for hour clocks a day with a time. */
export const dateInWords = (date: number, counts: Obligation['counts']): string =>
  counts === 'hours' ? instantInWords(date as Instant) : dayInWords(date as Day)

/** `in 5 working days`, `2 hours late`, `today`. */
export const timeLeftInWords = ({ way, n, unit }: TimeLeft): string => {
  if (way === 'now') return 'today'
  if (n === 0) return way === 'late' ? 'just late' : 'now'
  return way === 'late' ? `${counted(n, unit)} late` : `in ${counted(n, unit)}`
}

const withTimeLeft = (date: number, { counts }: Obligation, { asOf, calendar }: Looked): string =>
  `${dateInWords(date, counts)}, ${timeLeftInWords(timeLeft(date, counts, asOf, calendar))}`

const aimInWords = ({ aim, due, counts }: Obligation, looked: Looked): string => {
  if (aim === null || aim === due) return ''
  const passed = (counts === 'hours' ? looked.asOf : dayOf(looked.asOf)) > aim
  return passed
    ? `; the aim of ${dateInWords(aim, counts)} has passed`
    : `; aim for ${dateInWords(aim, counts)}`
}

const openInWords = (obligation: Obligation, looked: Looked): string => {
  const { due, aim, earliest, opens, counts } = obligation
  const now = counts === 'hours' ? looked.asOf : dayOf(looked.asOf)
  const notBefore = earliest !== null && earliest > now ? `; not before ${dateInWords(earliest, counts)}` : ''
  if (due !== null)
    return `due ${withTimeLeft(due, obligation, looked)}${aimInWords(obligation, looked)}${notBefore}`
  if (aim === null) return `open since ${dateInWords(opens, counts)}, no limit${notBefore}`
  return aim < now
    ? `the aim was ${dateInWords(aim, counts)}; no limit`
    : `aim for ${withTimeLeft(aim, obligation, looked)}; no limit${notBefore}`
}

const overdueInWords = (obligation: Obligation, looked: Looked): string => {
  const { due, tooLateAt, counts } = obligation
  const now = counts === 'hours' ? looked.asOf : dayOf(looked.asOf)
  if (due !== null && due < now) return `was due ${withTimeLeft(due, obligation, looked)}`
  return tooLateAt === null ? 'overdue' : `was due before the meeting held on ${instantInWords(tooLateAt)}`
}

const metInWords = (obligation: Obligation, looked: Looked): string => {
  const { met, due, counts } = obligation
  if (met === null) return ''
  const on = `met on ${dateInWords(met.on, counts)}`
  if (due === null) return on
  if (met.on <= due) return `${on}; it was due ${dateInWords(due, counts)}`
  const late = timeLeft(due, counts, met.at, looked.calendar)
  return `${on}, ${timeLeftInWords(late)}; it was due ${dateInWords(due, counts)}`
}

/** Said after a date that rests on bank holidays which are not published yet; its reason says up to when they are. */
export const provisionalMark = ({ provisional }: Pick<Obligation, 'provisional'>): string =>
  provisional ? ' (provisional)' : ''

/** When an obligation is due, was met or opens, in words, as it stands at a moment. */
export const standingDateInWords = (stood: Stood, looked: Looked): string =>
  `${dateAsItStands(stood, looked)}${provisionalMark(stood.obligation)}`

const dateAsItStands = ({ obligation, standing }: Stood, looked: Looked): string => {
  const { due, opens, counts, explained, lapsed } = obligation
  switch (standing) {
    case 'overdue':
      return overdueInWords(obligation, looked)
    case 'planned':
      return `opens ${dateInWords(opens, counts)}${due === null ? '' : `, due ${dateInWords(due, counts)}`}`
    case 'paused':
      return due === null
        ? 'stands still, and has no date meanwhile'
        : `due ${dateInWords(due, counts)} when it goes on`
    case 'explained': {
      const until = explained?.until
      return until == null
        ? `explained on ${explained === null ? '' : dayInWords(dayOf(explained.at))}`
        : `explained; now due ${withTimeLeft(until, obligation, looked)}`
    }
    case 'met':
    case 'met-late':
      return metInWords(obligation, looked)
    case 'lapsed':
      return lapsed === null ? 'lapsed' : `no longer asked since ${dayInWords(dayOf(lapsed.at))}`
    default:
      return openInWords(obligation, looked)
  }
}
