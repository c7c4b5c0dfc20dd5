import { dayOf } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { homeAfter } from './address-said.ts'
import { changePeople } from './change-people.ts'
import type { PeopleAsked, PeopleChanged } from './change-people.ts'
import { personId } from './person-id.ts'
import { isMember, problemsWith } from './person-said.ts'
import type { PersonSaid } from './person-said.ts'

export type AddPerson = PeopleAsked & {
  readonly said: PersonSaid
  /** What the new person is to others in the case, by their `personId`; null where nothing was said. */
  readonly is: { readonly kind: string; readonly to: readonly string[] } | null
}

/** Puts somebody into a case: in the family, or around it. */
export const addPerson = (deps: Deps, actor: Actor, asked: AddPerson): Promise<PeopleChanged> =>
  changePeople(deps, actor, asked, null, async ({ store, one, written, note }) => {
    const { lives, ...said } = asked.said
    const problems = problemsWith(said, dayOf(written.at))
    if (problems.length > 0) return { kind: 'problems', problems }
    const home = homeAfter(actor, one, null, lives)
    if (home === null)
      return { kind: 'problems', problems: [{ field: 'lives', text: 'Choose where they live' }] }
    const { address, addressProtected } = home
    const id = personId(said.name, new Set(one.people.map((person) => person.id)))
    const member = isMember(said.role, null)
    const added = { ...said, id, member, address, addressProtected, personId: null }
    await store.setPeople(one.id, [...one.people, added], written)
    await note('added a person', { person: id })
    const here = (await store.caseById(one.id))?.people ?? []
    const made = here.find((person) => person.id === id)
    for (const { personId: other } of here) {
      if (made === undefined || asked.is === null || !asked.is.to.includes(other)) continue
      const { kind } = asked.is
      await store.relate({ person: made.personId, kind, other, from: null, until: null }, written)
    }
    return { kind: 'changed' }
  })
