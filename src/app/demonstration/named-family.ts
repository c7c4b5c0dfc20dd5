import { addDays, addYears } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { isChild } from '#engine/case-event.ts'
import type { Person } from '#engine/case-event.ts'
import type { Chance } from '#engine/plausible/chance.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { adultNames, agencies, childNames, familyNames, streets } from './names.data.ts'

export type NamedFamily = {
  readonly family: string
  readonly people: readonly Omit<CasePerson, 'personId'>[]
}

const one = (names: readonly string[], chance: Chance): string =>
  names[chance.whole(0, names.length - 1)] ?? ''

/** So many years at least before the oldest child somebody of a role was born. */
const yearsBefore: Readonly<Record<string, number>> = { parent: 18, carer: 20, grandparent: 42 }

const padded = (n: number): string => String(n).padStart(3, '0')

/** The least number of days between siblings who are not twins. */
const apart = 300

/** When the children were born: those whom chance put too close together are twins. */
const birthsOf = (people: readonly Person[]): ReadonlyMap<string, Day> => {
  const births = new Map<string, Day>()
  let last: Day | null = null
  const born = people.filter(isChild).flatMap(({ id, born: day }) => (day === null ? [] : [{ id, day }]))
  for (const { id, day } of born.toSorted((a, b) => a.day - b.day)) {
    if (last === null || day - last >= apart) last = day
    births.set(id, last)
  }
  return births
}

/** Gives the people of a family names, an address and numbers. The numbers are of those that nobody ever has. */
export const namedFamily = (
  people: readonly Person[],
  { roles }: Pick<Procedure, 'roles'>,
  chance: Chance,
  addressProtected: boolean,
): NamedFamily => {
  const family = one(familyNames, chance)
  const home = `${chance.whole(1, 140)} ${one(streets, chance)}`
  const used = new Set<string>()
  const first = (names: readonly string[]): string => {
    for (;;) {
      const name = one(names, chance)
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
  const born = people.filter(isChild).flatMap((child) => child.born ?? [])
  const oldest = born.length === 0 ? null : (Math.min(...born) as Day)
  const bornOfChild = birthsOf(people)
  const bornOf = (person: Person): Day | null => {
    if (isChild(person)) return bornOfChild.get(person.id) ?? person.born
    const before = yearsBefore[person.role]
    if (person.born === null || oldest === null || before === undefined) return person.born
    const latest = addDays(addYears(oldest, -before), -chance.whole(0, 3000))
    return Math.min(person.born, latest) as Day
  }
  const nameOf = (person: Person): string => {
    if (isChild(person)) return `${first(childNames)} ${family}`
    const last = person.id === 'a1' || chance.share(0.5) ? family : one(familyNames, chance)
    if (person.member) return `${first(adultNames)} ${last}`
    const around = roles[person.role]
    return `${first(adultNames)} ${one(familyNames, chance)} (${around ?? one(agencies, chance)})`
  }
  const phoneOf = (person: Person): string | null => {
    if (isChild(person) || (person.id !== 'a1' && chance.share(0.4))) return null
    return person.member
      ? `07700 900${padded(chance.whole(0, 999))}`
      : `01632 960${padded(chance.whole(0, 999))}`
  }
  return {
    family,
    people: people.map((person) => ({
      ...person,
      born: bornOf(person),
      name: nameOf(person),
      phone: phoneOf(person),
      address: person.member ? home : null,
      addressProtected: person.member && addressProtected,
    })),
  }
}
