import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { changePeople } from './change-people.ts'
import type { PeopleAsked, PeopleChanged } from './change-people.ts'

/** Whether an entry of the record names somebody: then they stay on it. */
export const isNamed = (id: string, { events }: Pick<CaseRecord, 'events'>): boolean =>
  events.some(({ data }) => JSON.stringify(data).includes(JSON.stringify(id)))

/**
 * Takes somebody off a case who was put on it by mistake. Whoever is named in an entry stays: of them it is said when they
 * left. That they were on record, and who took them off, stays in the history.
 */
export const removePerson = (
  deps: Deps,
  actor: Actor,
  asked: PeopleAsked & { readonly person: string; readonly reason: string },
): Promise<PeopleChanged> =>
  changePeople(deps, actor, asked, asked.person, async ({ store, one, written, note }) => {
    const person = one.people.find(({ personId }) => personId === asked.person)
    if (person === undefined) return { kind: 'no-such-case' }
    if (isNamed(person.id, one)) {
      const text = 'Entries of this record name this person. Say when they left instead'
      return { kind: 'problems', problems: [{ field: 'why', text }] }
    }
    for (const { id, person: whom, other, kind, from, until } of await store.relationshipsOf(one.id))
      if (whom === asked.person || other === asked.person)
        await store.changeRelationship(id, { kind, from, until, mistaken: true }, written)
    const rest = one.people.filter(({ personId }) => personId !== asked.person)
    await store.setPeople(one.id, rest, written)
    await note('took a person off', { person: person.id, reason: asked.reason })
    return { kind: 'changed' }
  })
