import type { Actor } from './actor.ts'
import type { CasePerson } from './case-record.ts'
import type { Deps } from './deps.ts'
import { lookAtCase } from './look-at-case.ts'
import type { LookedAt } from './look-at-case.ts'
import { may } from './may.ts'
import type { Relationship } from './people/people-ports.ts'

/** Where somebody lives, as far as the reader may know. */
export type AddressShown =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'protected' }
  | { readonly kind: 'known'; readonly address: string; readonly isProtected: boolean }

export type PersonShown = Omit<CasePerson, 'address' | 'addressProtected'> & {
  readonly lives: AddressShown
  /** What others of the case are to the person: `mother`, and the id of who that is. */
  readonly relatives: readonly { readonly kind: string; readonly person: string }[]
}

/** Who is in a case and around it. */
export type CasePeople = Omit<LookedAt, 'record'> & {
  readonly record: Omit<LookedAt['record'], 'people'>
  readonly people: readonly PersonShown[]
}

type Home = Pick<CasePerson, 'address' | 'addressProtected'>

const livesOf = (actor: Actor, record: LookedAt['record'], home: Home): AddressShown => {
  const { address, addressProtected: isProtected } = home
  if (isProtected && !may.seeProtectedAddress(actor, record)) return { kind: 'protected' }
  return address === null ? { kind: 'unknown' } : { kind: 'known', address, isProtected }
}

const relativesOf = (
  { personId }: CasePerson,
  people: readonly CasePerson[],
  relationships: readonly Relationship[],
): PersonShown['relatives'] =>
  relationships
    .filter(({ other, until }) => other === personId && until === null)
    .flatMap(({ person, kind }) => {
      const found = people.find((one) => one.personId === person)
      return found === undefined ? [] : [{ kind, person: found.id }]
    })

/** The people of a case with how to reach them. Null when there is none or the reader may not see it. */
export const casePeople = (deps: Deps, actor: Actor, caseId: string): Promise<CasePeople | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'people')
    if (looked === null) return null
    const relationships = await store.relationshipsOf(caseId)
    const { people, ...record } = looked.record
    return {
      ...looked,
      record,
      people: people.map((person) => {
        const { address, addressProtected, ...shown } = person
        return {
          ...shown,
          lives: livesOf(actor, looked.record, { address, addressProtected }),
          relatives: relativesOf(person, people, relationships),
        }
      }),
    }
  })
