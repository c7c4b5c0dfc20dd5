import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import type { Team } from '../ports.ts'
import { administer } from './administer.ts'
import type { Administered } from './administer.ts'
import { detailsChanged, detailsSeen } from './contact-details.ts'
import { staff } from './staff.ts'
import type { Staff } from './staff.ts'
import type { ContactDetails } from './staff-ports.ts'

const taken = (teams: readonly Team[], name: string, own?: string): Administered | null =>
  teams.some((team) => team.id !== own && team.name.toLowerCase() === name.toLowerCase())
    ? { kind: 'problem', field: 'name', text: 'There is a team of this name already' }
    : null

/** Adds a team. */
export const addTeam = (
  deps: Deps,
  actor: Actor,
  { key, name }: { readonly key: string; readonly name: string },
): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageTeams(actor), key }, async ({ store, note }) => {
    const problem = taken(await store.teams(), name)
    if (problem !== null) return problem
    const { id } = await store.addTeam(name)
    await note('added the team', { team: id })
    return { kind: 'done' }
  })

/** The teams, with how many hold a role in each. Null where the reader may not manage teams. */
export type TeamList = { readonly staff: Staff; readonly people: ReadonlyMap<string, number> }

export const teamList = async (deps: Deps, actor: Actor): Promise<TeamList | null> => {
  const facts = may.manageTeams(actor) ? await staff(deps, actor) : null
  if (facts === null) return null
  return {
    staff: facts,
    people: await deps.store.look(actor.authority, (store) => store.peopleInTeams()),
  }
}

/** A team and how it is reached. */
export type OneTeam = { readonly team: Team; readonly details: ContactDetails }

/** Null where there is no such team, or the reader may not manage teams. */
export const oneTeam = (deps: Deps, actor: Actor, id: string): Promise<OneTeam | null> =>
  deps.store.look(actor.authority, async (store) => {
    const team = may.manageTeams(actor) ? await store.team(id) : null
    return team === null ? null : { team, details: await store.teamDetails(id) }
  })

/** How a team stands, as a text to be compared. */
export const teamSeen = ({ team, details }: OneTeam): string =>
  JSON.stringify([team.name, detailsSeen(details)])

export type ChangeTeam = {
  readonly key: string
  readonly team: string
  /** How it stood when the page was opened, as teamSeen writes it. */
  readonly seen: string
  readonly name: string
  readonly details: ContactDetails
}

/** Changes what a team is called and how it is reached; its families and people stay. */
export const changeTeam = (deps: Deps, actor: Actor, asked: ChangeTeam): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageTeams(actor), key: asked.key }, async ({ store, note }) => {
    const teams = await store.teams()
    const team = teams.find(({ id }) => id === asked.team)
    if (team === undefined) return { kind: 'not-there' }
    const details = await store.teamDetails(team.id)
    if (teamSeen({ team, details }) !== asked.seen) return { kind: 'changed-meanwhile' }
    const problem = taken(teams, asked.name, team.id)
    if (problem !== null) return problem
    if (asked.name !== team.name) {
      await store.renameTeam(team.id, asked.name)
      await note('renamed the team', { team: team.id, before: team.name, after: asked.name })
    }
    const changes = detailsChanged(details, asked.details)
    if (changes.length > 0) await store.setTeamDetails(team.id, asked.details)
    for (const changed of changes) await note('changed the team details', { team: team.id, ...changed })
    return { kind: 'done' }
  })
