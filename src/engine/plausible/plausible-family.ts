import { addDays, addYears } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import { peopleRoles } from '#procedure/people-roles.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Person } from '../case-event.ts'
import type { Chance } from './chance.ts'

const family: ReadonlySet<string> = new Set(peopleRoles)

const rolesIn = (condition: Condition | null): readonly string[] => {
  if (condition === null) return []
  if (condition.kind === 'people') return condition.role
  return condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none'
    ? condition.of.flatMap(rolesIn)
    : []
}

/** People beside the family on whom a rule of the procedure depends, such as a team that takes part. */
const rolesAskedFor = ({ gates, clocks }: Procedure): readonly string[] => [
  ...new Set([...gates, ...clocks].flatMap(({ when }) => rolesIn(when)).filter((role) => !family.has(role))),
]

const person = (id: string, role: string, born: Day | null, member: boolean): Person => ({
  id,
  role,
  born,
  from: null,
  until: null,
  member,
})

/**
 * A family on the day on which its case begins: one to four children with their dates of birth, one to three
 * adults, and a few professionals around them. Ids only, no names.
 */
export const plausibleFamily = (procedure: Procedure, began: Day, chance: Chance): readonly Person[] => {
  const children = chance.weighted([1, 2, 3, 4], (n) => [0, 34, 38, 19, 9][n] ?? 0) ?? 2
  const adults = chance.weighted([1, 2, 3], (n) => [0, 45, 45, 10][n] ?? 0) ?? 1
  const people: Person[] = []
  for (let n = 1; n <= children; n += 1) {
    const age = chance.whole(0, 15)
    const born = addDays(addYears(began, -age), -chance.whole(1, 360))
    people.push(person(`c${n}`, age >= 13 ? 'young-person' : 'child', born, true))
  }
  for (let n = 1; n <= adults; n += 1) {
    const role = n === 1 ? 'parent' : chance.one(['parent', 'carer', 'partner', 'grandparent'])
    const born = chance.share(0.7)
      ? addDays(addYears(began, -chance.whole(26, 48)), -chance.whole(0, 360))
      : null
    people.push(person(`a${n}`, role, born, true))
  }
  const around = chance.whole(0, 3)
  for (let n = 1; n <= around; n += 1) people.push(person(`p${n}`, 'professional', null, false))
  rolesAskedFor(procedure).forEach((role, n) => {
    if (chance.share(0.3)) people.push(person(`r${n + 1}`, role, null, false))
  })
  return people
}
