import { isThere } from '#engine/case-event.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { CasePerson } from './case-record.ts'
import type { Deps } from '../deps.ts'
import { lookAtCase } from './look-at-case.ts'
import type { LookedAt } from './look-at-case.ts'
import { may } from '../access/may.ts'
import { livesWith } from '../people/address-said.ts'
import { versionsOf } from '../people/change-person.ts'
import { versionsOfRelationship } from '../people/change-relationship.ts'
import { consentOf } from '../people/consent-of.ts'
import type { ConsentLine } from '../people/consent-of.ts'
import type { Relationship } from '../people/people-ports.ts'
import { isNamed } from '../people/remove-person.ts'

/** Where somebody lives, as far as the reader may know. */
export type AddressShown =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'protected' }
  | { readonly kind: 'known'; readonly address: string; readonly isProtected: boolean }

export type PersonShown = Omit<CasePerson, 'address' | 'addressProtected'> & {
  readonly lives: AddressShown
  /** Those at the same address, by their `personId`; also where the reader may not know which it is. */
  readonly livesWith: readonly string[]
  readonly consent: readonly ConsentLine[]
  /** No entry names them: where they were put on record by mistake, they can be taken off it. */
  readonly canGo: boolean
  /** How many versions there are of what is known of them: whoever changes it says how many they saw. */
  readonly versions: number
}

/** What somebody is to somebody else, with how many versions there are of that. */
export type RelationshipShown = Relationship & { readonly versions: number }

/** Who is in a case and around it. */
export type CasePeople = Omit<LookedAt, 'record'> & {
  readonly record: Omit<LookedAt['record'], 'people'>
  readonly people: readonly PersonShown[]
  /** Also those that have ended. */
  readonly relationships: readonly RelationshipShown[]
  /** The reader may say who is in the case, and what is known of them. */
  readonly mayChange: boolean
  /** The reader may see a protected address. */
  readonly maySeeProtected: boolean
}

type Home = Pick<CasePerson, 'address' | 'addressProtected'>

const livesOf = (maySee: boolean, { address, addressProtected: isProtected }: Home): AddressShown => {
  if (isProtected && !maySee) return { kind: 'protected' }
  return address === null ? { kind: 'unknown' } : { kind: 'known', address, isProtected }
}

/** Whether somebody has left the case: has been in it, and is no longer there on the day of reading. */
export const hasLeft = ({ until }: Pick<CasePerson, 'until'>, { now }: Pick<LookedAt, 'now'>): boolean =>
  until !== null && until < dayOf(now)

/** The people of a case with how to reach them. Null when there is none or the reader may not see it. */
export const casePeople = (deps: Deps, actor: Actor, caseId: string): Promise<CasePeople | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'people')
    if (looked === null) return null
    const { people, ...record } = looked.record
    const [relationships, versions] = [
      await store.relationshipsOf(caseId),
      await store.peopleVersions(caseId),
    ]
    const maySee = may.seeProtectedAddress(actor, looked.record)
    const events = happenedBy(record.events, looked.now)
    const today = dayOf(looked.now)
    return {
      ...looked,
      record,
      relationships: relationships.map((one) => ({
        ...one,
        versions: versionsOfRelationship(versions, one.id),
      })),
      mayChange: may.changePeople(actor, looked.record),
      maySeeProtected: maySee,
      people: people.map((person) => {
        const { address, addressProtected, ...shown } = person
        return {
          ...shown,
          lives: livesOf(maySee, { address, addressProtected }),
          livesWith: livesWith(person, looked.record)
            .filter((other) => isThere(other, today))
            .map(({ personId }) => personId),
          consent: consentOf(person, events),
          canGo: !isNamed(person.id, record),
          versions: versionsOf(versions, person.personId),
        }
      }),
    }
  })
