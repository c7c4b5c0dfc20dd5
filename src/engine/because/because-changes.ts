import type { Day } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf, instantInWords } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Obligation } from '../obligation.ts'

/** A date of an obligation as people write it: a day, or for hour clocks a day and a time. */
export const momentInWords = (moment: number, counts: Obligation['counts']): string =>
  counts === 'hours' ? instantInWords(moment as Instant) : dayInWords(moment as Day)

/** The spells in which the clock was paused, as sentences; empty when there were none. */
export const pausesInWords = ({ pauses }: Obligation): string =>
  pauses
    .map(({ from, until, standsStill }) => {
      const since = dayInWords(dayOf(from))
      if (until === null)
        return standsStill
          ? ` It has stood still since ${since} and has no date until it runs again.`
          : ` It has been paused since ${since}; its time runs on.`
      const spell = `from ${since} to ${dayInWords(dayOf(until))}`
      return standsStill ? ` It stood still ${spell}.` : ` It was paused ${spell}; its time ran on.`
    })
    .join('')

/** What people changed about the date, as sentences; the first date stays on record. */
export const changesInWords = (obligation: Obligation): string => {
  const { moved, explained, firstDue, due, counts } = obligation
  const first = firstDue === null ? '' : `, first ${momentInWords(firstDue, counts)}`
  const now = due === null ? 'no date' : momentInWords(due, counts)
  const move =
    moved === null
      ? ''
      : ` Moved to ${now}${first}${moved.reason === '' ? '' : `: ${moved.reason.replace(/[.\s]+$/, '')}`}.`
  if (explained === null) return move
  const until = explained.until === null ? '' : ` until ${momentInWords(explained.until, counts)}`
  return `${move} Explained on ${dayInWords(dayOf(explained.at))}${until}.`
}
