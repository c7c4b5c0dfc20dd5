import type { Day } from '#calendar/day.ts'
import type { CasePerson } from '#casework/case-record.ts'

/** Whether a child is not yet born on a day, as far as is known: nobody can have seen them. */
export const isNotYetBorn = ({ role, born }: Pick<CasePerson, 'role' | 'born'>, day: Day): boolean =>
  role === 'unborn' && (born === null || born > day)
