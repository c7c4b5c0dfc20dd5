import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Data, Person } from '#engine/case-event.ts'
import type { Actor } from '../access/actor.ts'
import type { CasePerson } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { may } from '../access/may.ts'
import { personId } from '../people/person-id.ts'
import { recordLocked } from '../recording/record.ts'
import type { Recorded, Said } from '../recording/recording.ts'
import { asResult, Undone } from '../recording/undone.ts'

/** Somebody named in a referral. */
export type Referred = {
  readonly name: string
  readonly role: string
  readonly born: Day | null
  readonly phone: string | null
  readonly address: string | null
}

export type ReceiveReferral = {
  readonly key: string
  readonly family: string
  readonly team: string | null
  readonly people: readonly Referred[]
  readonly at: Instant
  /** The data of `referral.received`: route, form, source, reason. */
  readonly data: Data
  /** What came with it: whom the family would like as lead, a meeting that is booked. */
  readonly also?: readonly Omit<Said, 'at'>[]
}

const withIds = (people: readonly Referred[]): readonly Omit<CasePerson, 'personId'>[] => {
  const used = new Set<string>()
  return people.map((person) => {
    const id = personId(person.name, used)
    used.add(id)
    const known: Omit<Person, 'id'> = {
      role: person.role,
      born: person.born,
      from: null,
      until: null,
      member: true,
    }
    return {
      ...known,
      id,
      name: person.name,
      phone: person.phone,
      address: person.address,
      addressProtected: false,
    }
  })
}

/** Takes in a referral: opens a case for the family, under the procedure in force, with the referral on record. */
export const receiveReferral = (deps: Deps, actor: Actor, referral: ReceiveReferral): Promise<Recorded> =>
  deps.store
    .change(actor.authority, async (store): Promise<Recorded> => {
      const before = await store.resultOf(referral.key)
      if (before !== null) return JSON.parse(before) as Recorded
      if (!may.receiveReferral(actor)) return { kind: 'not-allowed' }
      const { pack } = await store.authority()
      const procedure = procedureOn(deps.shelf, pack, dayOf(referral.at))
      const opened = await store.openCase({
        family: referral.family,
        procedure: pack,
        version: procedure.version,
        team: referral.team,
        opened: referral.at,
        people: withIds(referral.people),
      })
      const received = { type: 'referral.received', data: referral.data }
      const said = [received, ...(referral.also ?? [])].map((one) => ({ ...one, at: referral.at }))
      const result = await recordLocked(deps, store, actor, opened, {
        caseId: opened.id,
        key: referral.key,
        said,
        reason: null,
      })
      if (result.kind !== 'recorded') throw new Undone(result)
      return result
    })
    .catch(asResult)
