import type { BankHolidays } from '#calendar/bank-holidays.ts'
import { longDayInWords } from '#calendar/day-in-words.ts'
import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'

/** So many days before the list ends the next years have long been published. */
const timely = 270

/** What whoever runs the service has to know: the list of bank holidays ends soon. Null while it does not. */
export const holidaysRunOut = (today: Day, { knownTo }: Pick<BankHolidays, 'knownTo'>): string | null =>
  today <= addDays(knownTo, -timely)
    ? null
    : `Bank holidays are listed up to ${longDayInWords(knownTo)}. Dates that rest on later ones are worked out by rule, and are marked as provisional: take a newer version of Alongside, which lists what has been published since.`
