import type { Instant } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { CasePerson } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { lookAtCase } from '../case/look-at-case.ts'
import type { LookedAt } from '../case/look-at-case.ts'
import { may } from '../access/may.ts'
import type { PeopleVersions, Relationship } from './people-ports.ts'

type Field = Exclude<keyof CasePerson, 'id' | 'personId' | 'member'>

/** What one change said: the value before it and since. What the reader may not see is hidden. */
export type FieldChange = {
  readonly field: Field
  readonly before: CasePerson[Field]
  readonly after: CasePerson[Field]
  readonly isHidden: boolean
}

/** One change to the people of a case. Null for a name where the reader does not know the person. */
export type PeopleChange = {
  readonly at: Instant
  readonly by: string | null
  readonly what:
    | { readonly kind: 'added' | 'taken-off'; readonly personId: string }
    | {
        readonly kind: 'changed'
        readonly personId: string
        readonly fields: readonly FieldChange[]
      }
    | {
        readonly kind: 'related' | 'relationship-changed' | 'relationship-mistaken'
        readonly before: Relationship | null
        readonly after: Relationship
      }
}

export type PeopleHistory = LookedAt & {
  readonly changes: readonly PeopleChange[]
  /** What everybody who is or was on the record is called, by their `personId`. */
  readonly named: ReadonlyMap<string, string>
}

const isAddress = (field: Field): boolean => field === 'address'

const fieldChanges = <T extends object>(before: T, after: T, isHidden: boolean): readonly FieldChange[] =>
  (Object.keys(after) as (keyof T & Field)[])
    .filter((field) => !['id', 'member'].includes(field) && before[field] !== after[field])
    .map((field) => ({
      field,
      before: before[field] as CasePerson[Field],
      after: after[field] as CasePerson[Field],
      isHidden: isHidden && isAddress(field),
    }))

/** The same change of a person and of their place, in one. */
const asOne = (changes: readonly PeopleChange[]): readonly PeopleChange[] => {
  const all: PeopleChange[] = []
  for (const change of changes) {
    const { what, at, by } = change
    const same = all.findIndex(
      (other) =>
        other.at === at &&
        other.by === by &&
        other.what.kind === 'changed' &&
        what.kind === 'changed' &&
        other.what.personId === what.personId,
    )
    const other = all[same]?.what
    if (other?.kind === 'changed' && what.kind === 'changed')
      all[same] = { at, by, what: { ...what, fields: [...other.fields, ...what.fields] } }
    else all.push(change)
  }
  return all
}

const ofPerson = (
  personId: string,
  { known, places }: PeopleVersions,
  maySee: boolean,
): readonly PeopleChange[] => {
  const versions = known.filter((one) => one.personId === personId)
  // An address that was open before it was protected is the same address.
  const isHidden = !maySee && versions.some((one) => one.known.addressProtected)
  const own = versions.slice(1).map(({ at, by, known: after }, i): PeopleChange => {
    const before = versions[i]?.known ?? after
    return { at, by, what: { kind: 'changed', personId, fields: fieldChanges(before, after, isHidden) } }
  })
  const stays = places.filter((one) => one.personId === personId)
  const here = stays.map(({ at, by, place: after }, i): PeopleChange => {
    const before = stays[i - 1]?.place ?? null
    if (after === null) return { at, by, what: { kind: 'taken-off', personId } }
    if (before === null) return { at, by, what: { kind: 'added', personId } }
    return { at, by, what: { kind: 'changed', personId, fields: fieldChanges(before, after, false) } }
  })
  return asOne([...own, ...here])
}

const ofRelationships = ({ relationships }: PeopleVersions): readonly PeopleChange[] =>
  relationships.map(({ at, by, relationship: after, mistaken }, i): PeopleChange => {
    const before =
      relationships.slice(0, i).findLast((one) => one.relationship.id === after.id)?.relationship ?? null
    if (mistaken) return { at, by, what: { kind: 'relationship-mistaken', before, after } }
    return { at, by, what: { kind: before === null ? 'related' : 'relationship-changed', before, after } }
  })

/** Every change to the people of a case, the latest first. */
export const changesOfPeople = (versions: PeopleVersions, maySee: boolean): readonly PeopleChange[] => {
  const people = [...new Set([...versions.known, ...versions.places].map(({ personId }) => personId))]
  return [...people.flatMap((one) => ofPerson(one, versions, maySee)), ...ofRelationships(versions)]
    .toReversed()
    .toSorted((a, b) => b.at - a.at)
}

/** Who changed what about the people of a case. Null when there is none or the reader may not see it. */
export const peopleHistory = (deps: Deps, actor: Actor, caseId: string): Promise<PeopleHistory | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'people')
    if (looked === null) return null
    const maySee = may.seeProtectedAddress(actor, looked.record)
    const versions = await store.peopleVersions(caseId)
    const changes = changesOfPeople(versions, maySee)
    // Whoever changed something, from whichever team, is named here.
    const writers = await store.usersNamed(changes.flatMap(({ by }) => by ?? []))
    const users = new Map([...looked.users, ...writers.map((user) => [user.user, user] as const)])
    const named = new Map(versions.known.map(({ personId, known }) => [personId, known.name]))
    return { ...looked, users, named, changes }
  })
