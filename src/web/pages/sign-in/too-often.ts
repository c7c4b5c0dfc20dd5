import type { Instant } from '#calendar/instant.ts'
import { minutesOf } from '#calendar/instant.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { clockInWords } from '../../time-in-words.ts'

const minute = 60_000

/** That somebody has to wait, and until when: a full minute, not before the wait is over. */
export const tooOftenProblem = (field: string, what: string, until: Instant): FieldProblem => {
  const full = (Math.ceil(until / minute) * minute) as Instant
  return {
    field,
    text: `There were too many ${what}. Wait until ${clockInWords(minutesOf(full))}, then try again`,
  }
}
