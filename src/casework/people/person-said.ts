import type { Day } from '#calendar/day.ts'
import { peopleRoles } from '#procedure/people-roles.ts'
import type { CasePerson } from '../case/case-record.ts'

/** What a person says of where somebody lives. */
export type AddressSaid =
  | { readonly kind: 'stays' }
  /** At the address of somebody else in the case, by their `personId`. */
  | { readonly kind: 'with'; readonly person: string }
  /** Null where it is not known. */
  | { readonly kind: 'is'; readonly address: string | null; readonly isProtected: boolean }

/** What somebody says of a person in a case. */
export type PersonSaid = Pick<CasePerson, 'name' | 'role' | 'born' | 'phone' | 'from' | 'until'> & {
  readonly lives: AddressSaid
}

/** What is wrong with it, in words that say what to do. */
export type PersonProblem = {
  readonly field: 'born' | 'from' | 'until' | 'lives' | 'why'
  readonly text: string
}

/** The roles of those who are the family, as against those around it. */
export const familyRoles: readonly string[] = peopleRoles.filter((role) => role !== 'professional')

/** Whether somebody is one of those for whom the case is open; a role of the procedure's own says nothing of it. */
export const isMember = (role: string, before: Pick<CasePerson, 'role' | 'member'> | null): boolean =>
  before !== null && before.role === role ? before.member : familyRoles.includes(role)

export const problemsWith = (
  { role, born, from, until }: Pick<PersonSaid, 'role' | 'born' | 'from' | 'until'>,
  today: Day,
): readonly PersonProblem[] => {
  const problems: PersonProblem[] = []
  if (born !== null && born > today && role !== 'unborn')
    problems.push({
      field: 'born',
      text: 'The date of birth must be in the past. For a child that is expected, choose “Unborn child”',
    })
  if (until !== null && from !== null && until < from)
    problems.push({ field: 'until', text: 'The day of leaving must not be before the day of joining' })
  else if (until !== null && born !== null && until < born)
    problems.push({ field: 'until', text: 'The day of leaving must not be before the date of birth' })
  return problems
}
