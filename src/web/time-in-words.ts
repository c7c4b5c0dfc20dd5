import { longDayInWords } from '#calendar/day-in-words.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf, minutesOf } from '#calendar/instant.ts'

/** A time of day as people write it: `9am`, `2:05pm`, `midday`, `midnight`. */
export const clockInWords = (minutes: number): string => {
  if (minutes === 0 || minutes === 1440) return 'midnight'
  if (minutes === 720) return 'midday'
  const hour = Math.floor(minutes / 60)
  const past = minutes % 60
  const face = `${hour % 12 === 0 ? 12 : hour % 12}${past === 0 ? '' : `:${String(past).padStart(2, '0')}`}`
  return `${face}${hour < 12 ? 'am' : 'pm'}`
}

/** A moment as people write it, in London: `Friday 6 March 2026 at 2:05pm`. */
export const timeInWords = (moment: Instant): string =>
  `${longDayInWords(dayOf(moment))} at ${clockInWords(minutesOf(moment))}`
