import type { Instant } from '#calendar/instant.ts'
import type { PeopleVersions } from '#casework/people/people-ports.ts'
import { dayOrNull } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const ofPeople: Statement = {
  name: 'versions-of-people',
  text: `select person_id as "personId", name, born, phone, address, coalesce(protected, false) as protected,
      from_at as at, by_user as by
    from person_versions
      left join addresses on addresses.authority_id = person_versions.authority_id and addresses.id = address_id
    where person_versions.authority_id = $1
      and (
        person_id in (select person_id from case_people where authority_id = $1 and case_id = $2)
        or exists (
          select from case_people_versions as place
          where place.authority_id = $1 and place.case_id = $2 and place.person_id = person_versions.person_id
            and gone and person_versions.from_at <= place.from_at
        )
      )
    order by from_at, revision`,
}

const ofPlaces: Statement = {
  name: 'versions-of-places',
  text: `select person_id as "personId", id, role, from_day, until_day, member, gone, from_at as at, by_user as by
    from case_people_versions where authority_id = $1 and case_id = $2
    order by entry`,
}

const ofRelationships: Statement = {
  name: 'versions-of-relationships',
  text: `select relationships.id, person_id as person, versions.kind, other_id as other, versions.from_day,
      versions.until_day, versions.mistaken, versions.from_at as at, versions.by_user as by
    from relationship_versions as versions
      join relationships on relationships.authority_id = versions.authority_id and relationships.id = relationship_id
    where versions.authority_id = $1
      and person_id in (select person_id from case_people_versions where authority_id = $1 and case_id = $2)
      and other_id in (select person_id from case_people_versions where authority_id = $1 and case_id = $2)
    order by versions.from_at, versions.entry`,
}

const locked: Statement = {
  name: 'lock-person',
  text: 'select id from people where authority_id = $1 and id = $2 for update',
}

type Said = { readonly at: Instant; readonly by: string | null }

type PersonRow = Said & {
  readonly personId: string
  readonly name: string
  readonly born: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly protected: boolean
}

type PlaceRow = Said & {
  readonly personId: string
  readonly id: string
  readonly role: string
  readonly from_day: string | null
  readonly until_day: string | null
  readonly member: boolean
  readonly gone: boolean
}

type RelationshipRow = Said & {
  readonly id: string
  readonly person: string
  readonly kind: string
  readonly other: string
  readonly from_day: string | null
  readonly until_day: string | null
  readonly mistaken: boolean
}

/** How the people of a case have stood over time: every version there was, the first of each first. */
export async function peopleVersions(one: Transaction, caseId: string): Promise<PeopleVersions> {
  if (!isId(caseId)) return { known: [], places: [], relationships: [] }
  const values = [one.authority, caseId]
  const [people, places, relationships] = await Promise.all([
    rowsOf<PersonRow>(one, ofPeople, values),
    rowsOf<PlaceRow>(one, ofPlaces, values),
    rowsOf<RelationshipRow>(one, ofRelationships, values),
  ])
  return {
    known: people.map(({ personId, at, by, name, born, phone, address, protected: isProtected }) => ({
      personId,
      at,
      by,
      known: { name, born: dayOrNull(born), phone, address, addressProtected: isProtected },
    })),
    places: places.map(({ personId, at, by, id, role, from_day, until_day, member, gone }) => ({
      personId,
      at,
      by,
      place: gone ? null : { id, role, from: dayOrNull(from_day), until: dayOrNull(until_day), member },
    })),
    relationships: relationships.map(
      ({ at, by, mistaken, id, person, kind, other, from_day, until_day }) => ({
        at,
        by,
        mistaken,
        relationship: { id, person, kind, other, from: dayOrNull(from_day), until: dayOrNull(until_day) },
      }),
    ),
  }
}

/** Keeps a person from all others until the transaction ends. */
export async function lockPerson(one: Transaction, personId: string): Promise<void> {
  if (isId(personId)) await rowsOf(one, locked, [one.authority, personId])
}
