import { parseDay } from '#calendar/day.ts'
import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { MyWork } from '#casework/lists/my-work.ts'
import type { WorklistRow } from '#casework/ports.ts'
import { dateInWords, provisionalMark, timeLeftInWords } from '#engine/standing/standing-in-words.ts'
import { timeLeft } from '#engine/standing/time-left.ts'
import type { Urgency } from '../../family/due-item.ts'

type Looked = Pick<MyWork, 'now' | 'calendar'>

const dateOf = (
  due: string | null,
): { readonly at: number; readonly counts: 'days' | 'hours' } | undefined => {
  if (due === null) return undefined
  const day = parseDay(due)
  if (day !== undefined) return { at: day, counts: 'days' }
  const instant = parseInstant(due)
  return instant === undefined ? undefined : { at: instant, counts: 'hours' }
}

const isPast = ({ at, counts }: NonNullable<ReturnType<typeof dateOf>>, now: Looked['now']): boolean =>
  at < (counts === 'hours' ? now : dayOf(now))

/** When a row of a list is due, in words with how late it is: `was due Fri 6 March 2026, 3 working days late`. */
export const whenInWords = (
  row: Pick<WorklistRow, 'due' | 'overdueFrom' | 'undecided' | 'provisional'>,
  { now, calendar }: Looked,
): string => {
  if (row.undecided !== null) return `has no date yet: ${row.undecided}`
  const date = dateOf(row.due)
  const late = row.overdueFrom !== null && row.overdueFrom <= now
  if (date === undefined) return late ? 'overdue' : 'no time limit'
  const day = dateInWords(date.at, date.counts)
  const away = timeLeftInWords(timeLeft(date.at, date.counts, now, calendar))
  if (row.overdueFrom === null)
    return isPast(date, now) ? `the aim was ${day}; no time limit` : `aim for ${day}, ${away}; no time limit`
  const soft = provisionalMark(row)
  if (!late) return `due ${day}, ${away}${soft}`
  return `${isPast(date, now) ? `was due ${day}, ${away}` : `overdue; its date is ${day}`}${soft}`
}

export const urgencyOf = (row: Pick<WorklistRow, 'overdueFrom' | 'soonFrom'>, { now }: Looked): Urgency => {
  if (row.overdueFrom !== null && row.overdueFrom <= now) return 'overdue'
  return row.soonFrom !== null && row.soonFrom <= now ? 'soon' : 'open'
}
