import { dayOf } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { CasePerson } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { homeAfter, moved } from './address-said.ts'
import { changePeople } from './change-people.ts'
import type { PeopleAsked, PeopleChanged } from './change-people.ts'
import type { PeopleVersions } from './people-ports.ts'
import { isMember, problemsWith } from './person-said.ts'
import type { PersonSaid } from './person-said.ts'

export type ChangePerson = PeopleAsked & {
  /** By their `personId`. */
  readonly person: string
  /** How many versions there were of them when the page was opened. */
  readonly seen: number
  readonly said: PersonSaid
  /** Those of the household who move with them, by their `personId`. */
  readonly along: readonly string[]
}

/** How many versions there are of somebody: grows with every change. */
export const versionsOf = ({ known, places }: PeopleVersions, person: string): number =>
  [...known, ...places].filter(({ personId }) => personId === person).length

const fields = ['name', 'role', 'born', 'phone', 'from', 'until', 'address', 'addressProtected'] as const

const changedFields = (before: CasePerson, after: CasePerson): string =>
  fields
    .filter((field) => before[field] !== after[field])
    .map((field) => (field === 'addressProtected' ? 'protection of the address' : field))
    .join(', ')

/** Changes what is known of somebody in a case. Where somebody else was quicker, nothing is changed and it is told. */
export const changePerson = (deps: Deps, actor: Actor, asked: ChangePerson): Promise<PeopleChanged> =>
  changePeople(deps, actor, asked, asked.person, async ({ store, one, written, note }) => {
    const before = one.people.find(({ personId }) => personId === asked.person)
    if (before === undefined) return { kind: 'no-such-case' }
    if (versionsOf(await store.peopleVersions(one.id), asked.person) > asked.seen)
      return { kind: 'changed-meanwhile' }
    const { lives, ...said } = asked.said
    const problems = problemsWith(said, dayOf(written.at))
    if (problems.length > 0) return { kind: 'problems', problems }
    const home = homeAfter(actor, one, before, lives)
    if (home === null)
      return { kind: 'problems', problems: [{ field: 'lives', text: 'Choose where they live' }] }
    const people = moved(one, before, home, asked.along).map((person) =>
      person.personId === before.personId
        ? { ...person, ...said, member: isMember(said.role, before) }
        : person,
    )
    await store.setPeople(one.id, people, written)
    for (const after of people) {
      const was = one.people.find(({ personId }) => personId === after.personId)
      const what = was === undefined ? '' : changedFields(was, after)
      if (what !== '') await note('changed a person', { person: after.id, fields: what })
    }
    return { kind: 'changed' }
  })
