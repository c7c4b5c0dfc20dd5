import { isDeepStrictEqual } from 'node:util'
import type { PeopleVersions } from '../people/people-ports.ts'

type PlaceVersion = PeopleVersions['places'][number]

/** Every version of people, places and relationships, in the order in which they were written down. */
export type KeptVersions = {
  readonly known: PeopleVersions['known']
  readonly places: readonly (PlaceVersion & { readonly caseId: string })[]
  readonly relationships: PeopleVersions['relationships']
}

export const noVersions: KeptVersions = { known: [], places: [], relationships: [] }

/** The versions with one more, where it says anything new. */
export const withKnown = (versions: KeptVersions, one: KeptVersions['known'][number]): KeptVersions => {
  const last = versions.known.findLast(({ personId }) => personId === one.personId)
  return last !== undefined && isDeepStrictEqual(last.known, one.known)
    ? versions
    : { ...versions, known: [...versions.known, one] }
}

export const withPlace = (versions: KeptVersions, one: KeptVersions['places'][number]): KeptVersions => {
  const last = versions.places.findLast(
    ({ caseId, personId }) => caseId === one.caseId && personId === one.personId,
  )
  return last !== undefined && isDeepStrictEqual(last.place, one.place)
    ? versions
    : { ...versions, places: [...versions.places, one] }
}
