import type { ChangingPeople, LookingAtPeople, Written } from '../people/people-ports.ts'
import type { Clock } from '../ports.ts'
import { caseIn, type Kept, type KeptCase } from './kept.ts'
import { withKnown, withPlace } from './people-versions.ts'

const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const lookingAtPeopleIn = (kept: Kept): LookingAtPeople => {
  const peopleOf = (caseId: string): ReadonlySet<string> =>
    new Set(kept.cases.get(caseId)?.places.map(({ personId }) => personId))
  return {
    relationshipsOf: async (caseId) => {
      const here = peopleOf(caseId)
      const mistaken = new Set(
        kept.versions.relationships.filter((one) => one.mistaken).map(({ relationship }) => relationship.id),
      )
      return [...kept.relationships.values()]
        .filter(({ id, person, other }) => here.has(person) && here.has(other) && !mistaken.has(id))
        .toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity) || plain(a.id, b.id))
    },
    peopleVersions: async (caseId) => {
      const now = peopleOf(caseId)
      const { known, relationships } = kept.versions
      const places = kept.versions.places.filter((one) => one.caseId === caseId)
      const here = new Set(places.map(({ personId }) => personId))
      const hasGone = (personId: string, at: number): boolean =>
        places.some((one) => one.personId === personId && one.place === null && at <= one.at)
      return {
        known: known.filter(({ personId, at }) => now.has(personId) || hasGone(personId, at)),
        places: places.map(({ at, by, personId, place }) => ({ at, by, personId, place })),
        relationships: relationships.filter(
          ({ relationship: { person, other } }) => here.has(person) && here.has(other),
        ),
      }
    },
  }
}

type Changing = Omit<ChangingPeople, 'setPeople'> & {
  readonly setPeople: (...given: Parameters<ChangingPeople['setPeople']>) => void
}

export const changingPeopleIn = (
  kept: Kept,
  clock: Clock,
  newId: () => string,
  put: (one: KeptCase) => void,
): Changing => {
  const now = (): Written => ({ at: clock.now(), by: null })
  const noteRelationship = (
    relationship: Parameters<typeof kept.relationships.set>[1],
    mistaken: boolean,
    written: Written,
  ): void => {
    const { versions } = kept
    const relationships = [...versions.relationships, { ...written, relationship, mistaken }]
    kept.versions = { ...versions, relationships }
  }
  return {
    lockPerson: async () => {},
    setPeople: (caseId, people, written = now()) => {
      const one = caseIn(kept, caseId)
      const places = people.map(({ name, born, phone, address, addressProtected, ...place }) => {
        const personId = place.personId ?? newId()
        const known = { name, born, phone, address, addressProtected }
        kept.people.set(personId, known)
        kept.versions = withKnown(kept.versions, { ...written, personId, known })
        const { personId: _, ...here } = place
        kept.versions = withPlace(kept.versions, { ...written, caseId, personId, place: here })
        return { ...place, personId }
      })
      for (const { personId } of one.places)
        if (!places.some((place) => place.personId === personId))
          kept.versions = withPlace(kept.versions, { ...written, caseId, personId, place: null })
      put({ ...one, places })
    },
    relate: async (given, written = now()) => {
      const relationship = { ...given, id: newId() }
      kept.relationships.set(relationship.id, relationship)
      noteRelationship(relationship, false, written)
      return relationship
    },
    changeRelationship: async (id, { kind, from, until, mistaken }, written = now()) => {
      const found = kept.relationships.get(id)
      if (found === undefined) throw new Error('There is no such relationship to change.')
      const changed = { ...found, kind, from, until }
      kept.relationships.set(id, changed)
      noteRelationship(changed, mistaken, written)
    },
  }
}
