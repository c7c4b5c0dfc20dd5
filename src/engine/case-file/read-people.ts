import { nearest } from '#procedure/reading/nearest.ts'
import { peopleRoles } from '#procedure/people-roles.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import { caseCodes, schemaProblems } from '#procedure/reading/schema-problems.ts'
import type { YamlSource } from '#procedure/reading/yaml-source.ts'
import type { Person } from '../case-event.ts'
import { personSchema } from './case-file-schema.ts'
import type { PersonInput } from './case-file-schema.ts'
import { named, nameOf, placeOf, twice } from './named-problems.ts'
import { dateReader } from './read-dates.ts'
import type { DateReader } from './read-dates.ts'

/** The roles of people around a family, who are not members of it. */
const outside: ReadonlySet<string> = new Set([
  'professional',
  'worker',
  'agency',
  'practitioner',
  'social-worker',
])

const knownRoles: ReadonlySet<string> = new Set([...peopleRoles, ...outside])

/**
 * The role that a misspelt one is likeliest meant to be: a child under a word that nobody knows would be left
 * out of everything that is due for children. A role that is near to none may be the procedure's own.
 */
const roleMeant = (role: string): string | undefined =>
  knownRoles.has(role) ? undefined : nearest(role, peopleRoles)

const personOf = (input: PersonInput, dates: DateReader): Person => ({
  id: input.id,
  role: input.role,
  born: dates.day(input.born, 'born'),
  from: dates.day(input.from, 'from'),
  until: dates.day(input.until, 'until'),
  member: input.member ?? !outside.has(input.role),
})

/** Reads the people of a file one by one; what is wrong with one leaves out that one. */
export const readPeople = (
  source: YamlSource,
  values: readonly unknown[],
  problems: Problem[],
): readonly Person[] => {
  const people: Person[] = []
  values.forEach((value, i) => {
    const base = ['people', i]
    const name = nameOf('person', value, i)
    const read = personSchema.safeParse(value)
    if (!read.success) {
      problems.push(
        ...schemaProblems(source, read.error, { base, codes: caseCodes, schema: personSchema }).map(
          named(name),
        ),
      )
      return
    }
    const person = personOf(read.data, dateReader(source, base, name, problems))
    const meant = roleMeant(person.role)
    if (meant !== undefined)
      problems.push(
        problemAt(
          'case-bad-value',
          placeOf(source, [...base, 'role']),
          `${name}: "role" is "${person.role}". Did you mean "${meant}"?`,
        ),
      )
    if (person.from !== null && person.until !== null && person.until < person.from)
      problems.push(
        problemAt(
          'case-end-before-start',
          placeOf(source, [...base, 'until']),
          `${name}: leaves the case before joining it.`,
        ),
      )
    else if (person.born !== null && person.until !== null && person.until < person.born)
      problems.push(
        problemAt(
          'case-end-before-start',
          placeOf(source, [...base, 'until']),
          `${name}: leaves the case before being born.`,
        ),
      )
    if (people.some((other) => other.id === person.id)) problems.push(twice(source, base, name))
    else people.push(person)
  })
  return people
}
