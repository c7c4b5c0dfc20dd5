import { dayOf } from '#calendar/instant.ts'
import { standardRoles } from '#casework/access/actor.ts'
import { procedureOn } from '#casework/deps.ts'
import type { Deps } from '#casework/deps.ts'
import type { Authority, Looking, User } from '#casework/ports.ts'
import { roleNameIn } from '#casework/access/role-names.ts'
import type { AuthorityToTry, PersonToBe } from '#casework/sign-in/sessions.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** A large demonstration has more teams than anybody wants to choose from. */
const mostTeams = 2

const peopleOf = async (
  store: Looking,
  { id }: Authority,
  procedure: Procedure,
): Promise<readonly PersonToBe[]> => {
  const teams = await store.teams()
  const shown = new Map(teams.slice(0, mostTeams).map((team) => [team.id, team.name]))
  const personOf = ({ user, name, memberships }: User): readonly PersonToBe[] => {
    const [first] = memberships
    if (first === undefined || (first.team !== null && !shown.has(first.team))) return []
    const team = first.team === null ? null : (shown.get(first.team) ?? null)
    return [
      { authority: id, user, name, role: first.role, roleName: roleNameIn(procedure, first.role), team },
    ]
  }
  const found = new Map<string, User>()
  for (const team of shown.keys())
    for (const user of await store.usersAround({ team, everywhere: [], named: [] }))
      found.set(user.user, user)
  const people = [...found.values()].filter(({ active }) => active).flatMap(personOf)
  const place = ({ role, team, name }: PersonToBe): string =>
    `${String(standardRoles.indexOf(role)).padStart(2, '0')} ${team ?? ''} ${name}`
  return people.toSorted((a, b) => place(a).localeCompare(place(b), 'en-GB'))
}

/** Signing in by picking a name: only in authorities that are a demonstration. */
export const peopleToBe = async ({ store, shelf, clock }: Deps): Promise<readonly AuthorityToTry[]> => {
  const authorities = (await store.authorities()).filter(({ demonstration }) => demonstration)
  return Promise.all(
    authorities.map(async (authority): Promise<AuthorityToTry> => {
      const procedure = procedureOn(shelf, authority.pack, dayOf(clock.now()))
      const people = await store.look(authority.id, (one) => peopleOf(one, authority, procedure))
      return { id: authority.id, name: authority.name, procedure: procedure.title, people }
    }),
  )
}
