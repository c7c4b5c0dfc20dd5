import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { changePeople } from './change-people.ts'
import type { PeopleAsked, PeopleChanged } from './change-people.ts'
import type { PeopleVersions, Relationship } from './people-ports.ts'

export type ChangeRelationship = PeopleAsked &
  Pick<Relationship, 'kind' | 'from' | 'until'> & {
    readonly relationship: string
    /** How many versions there were of it when the page was opened. */
    readonly seen: number
    /** Recorded by mistake: it never was. */
    readonly mistaken: boolean
  }

export const versionsOfRelationship = ({ relationships }: PeopleVersions, id: string): number =>
  relationships.filter(({ relationship }) => relationship.id === id).length

/** Changes what somebody is to somebody else, or says when it ended. */
export const changeRelationship = (
  deps: Deps,
  actor: Actor,
  asked: ChangeRelationship,
): Promise<PeopleChanged> =>
  changePeople(deps, actor, asked, null, async ({ store, one, written, note }) => {
    const { relationship, kind, from, until, mistaken } = asked
    const found = (await store.relationshipsOf(one.id)).find(({ id }) => id === relationship)
    if (found === undefined) return { kind: 'no-such-case' }
    if (versionsOfRelationship(await store.peopleVersions(one.id), relationship) > asked.seen)
      return { kind: 'changed-meanwhile' }
    if (from !== null && until !== null && until < from)
      return {
        kind: 'problems',
        problems: [{ field: 'until', text: 'The end must not be before the start' }],
      }
    await store.changeRelationship(relationship, { kind, from, until, mistaken }, written)
    const idOf = (personId: string): string =>
      one.people.find((person) => person.personId === personId)?.id ?? ''
    await note(mistaken ? 'took back who is who' : 'changed who is who', {
      person: idOf(found.person),
      to: idOf(found.other),
    })
    return { kind: 'changed' }
  })
