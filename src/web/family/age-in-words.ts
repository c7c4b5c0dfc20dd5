import { addMonths, ageOn } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { counted } from '#procedure/in-words.ts'

/** How old somebody is on a day: years, under two in months; `date of birth not known` where there is none. */
export const ageInWords = (born: Day | null, today: Day): string => {
  if (born === null) return 'date of birth not known'
  if (born > today) return 'not born yet'
  const years = ageOn(born, today)
  if (years >= 2) return `aged ${years}`
  let months = 0
  while (addMonths(born, months + 1) <= today) months += 1
  return months === 0 ? 'under a month old' : `${counted(months, 'month')} old`
}
