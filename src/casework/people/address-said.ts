import type { Actor } from '../access/actor.ts'
import type { CasePerson, CaseRecord } from '../case/case-record.ts'
import { may } from '../access/may.ts'
import type { AddressSaid } from './person-said.ts'

type Home = Pick<CasePerson, 'address' | 'addressProtected'>

const sameHome = (a: Home, b: Home): boolean =>
  a.address === b.address && a.addressProtected === b.addressProtected

/** Those who live at one address with somebody: their household. Nobody where it is not known. */
export const livesWith = (
  person: CasePerson,
  { people }: Pick<CaseRecord, 'people'>,
): readonly CasePerson[] =>
  person.address === null
    ? []
    : people.filter((other) => other.personId !== person.personId && sameHome(other, person))

/**
 * Where somebody lives after what was said; null where it names somebody who is not there. What a person may not see they
 * may replace, but not lay open.
 *
 * @param before null for somebody new
 */
export const homeAfter = (
  actor: Actor,
  one: CaseRecord,
  before: CasePerson | null,
  said: AddressSaid,
): Home | null => {
  switch (said.kind) {
    case 'stays':
      return before ?? { address: null, addressProtected: false }
    case 'with':
      return one.people.find(({ personId }) => personId === said.person) ?? null
    case 'is': {
      const isHidden = before?.addressProtected === true && !may.seeProtectedAddress(actor, one)
      return { address: said.address, addressProtected: said.isProtected || isHidden }
    }
  }
}

/**
 * The people of a case after one of them has another home. Those of the household who move along go with them; where only
 * the protection is new, it holds for everybody at that address.
 */
export const moved = (
  one: CaseRecord,
  before: CasePerson,
  after: Home,
  along: readonly string[],
): readonly CasePerson[] => {
  const { address, addressProtected } = after
  const household = new Set(livesWith(before, one).map(({ personId }) => personId))
  const isSameAddress = before.address === address
  return one.people.map((person) => {
    const goes =
      person.personId === before.personId ||
      (household.has(person.personId) && (isSameAddress || along.includes(person.personId)))
    return goes ? { ...person, address, addressProtected } : person
  })
}
