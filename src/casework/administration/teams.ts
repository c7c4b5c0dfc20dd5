import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { may } from '../may.ts'
import type { Team } from '../ports.ts'
import { administer } from './administer.ts'
import type { Administered } from './administer.ts'

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

export type RenameTeam = {
  readonly key: string
  readonly team: string
  /** What it was called when the page was opened. */
  readonly seen: string
  readonly name: string
}

/** Changes what a team is called; its families and people stay. */
export const renameTeam = (deps: Deps, actor: Actor, asked: RenameTeam): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageTeams(actor), key: asked.key }, async ({ store, note }) => {
    const teams = await store.teams()
    const team = teams.find(({ id }) => id === asked.team)
    if (team === undefined) return { kind: 'not-there' }
    if (team.name !== asked.seen) return { kind: 'changed-meanwhile' }
    const problem = taken(teams, asked.name, team.id)
    if (problem !== null) return problem
    await store.renameTeam(team.id, asked.name)
    await note('renamed the team', { team: team.id, before: team.name, after: asked.name })
    return { kind: 'done' }
  })
