import { addMonths, ageOn } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { longDayInWords } from '#calendar/day-in-words.ts'
import type { Person } from '#engine/case-event.ts'
import { isBorn } from '#engine/case-event.ts'
import { counted } from '#procedure/in-words.ts'

/**
 * How old somebody is on a day: years, under two in months. `date of birth not known` where there is none, and `not born yet`,
 * with the day expected, until the birth is on record, also when that day has gone by.
 */
export const ageInWords = (person: Pick<Person, 'role' | 'born'>, today: Day): string => {
  const { born } = person
  if (!isBorn(person, today))
    return born === null ? 'not born yet' : `not born yet, expected ${longDayInWords(born)}`
  if (born === null) return 'date of birth not known'
  const years = ageOn(born, today)
  if (years >= 2) return `aged ${years}`
  let months = 0
  while (addMonths(born, months + 1) <= today) months += 1
  return months === 0 ? 'under a month old' : `${counted(months, 'month')} old`
}
