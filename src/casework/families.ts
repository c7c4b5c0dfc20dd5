import type { Actor } from './actor.ts'
import type { Deps } from './deps.ts'
import { may } from './may.ts'
import type { CaseLine, Team, User } from './ports.ts'

const page = 50

/** A team as its managers see it: who is waiting for a worker, and each family with its worker. */
export type TeamList = {
  readonly team: Team
  readonly teams: readonly Team[]
  readonly unallocated: readonly CaseLine[]
  readonly families: readonly CaseLine[]
  readonly workers: readonly User[]
  readonly offset: number
  readonly more: boolean
}

const visible = (actor: Actor, lines: readonly CaseLine[]): readonly CaseLine[] =>
  lines.filter((line) => may.seeCase(actor, { ...line, authority: actor.authority }))

/** The families of a team; null when there is no such team or the reader may not see it. */
export const teamList = (
  deps: Deps,
  actor: Actor,
  teamId: string,
  offset: number,
): Promise<TeamList | null> =>
  deps.store.look(actor.authority, async (store) => {
    const teams = (await store.teams()).filter(({ id }) => may.seeTeam(actor, id))
    const team = teams.find(({ id }) => id === teamId)
    if (team === undefined) return null
    const families = await store.cases({ team: teamId, open: true, limit: page + 1, offset })
    const unallocated = await store.cases({
      team: teamId,
      unallocated: true,
      open: true,
      limit: page,
      offset: 0,
    })
    const users = await store.users()
    return {
      team,
      teams,
      unallocated: visible(actor, unallocated),
      families: visible(actor, families.slice(0, page)),
      workers: users.filter(({ memberships }) => memberships.some((m) => m.team === teamId)),
      offset,
      more: families.length > page,
    }
  })

/** The teams whose families somebody may see. */
export const teamsOf = (deps: Deps, actor: Actor): Promise<readonly Team[]> =>
  deps.store.look(actor.authority, async (store) =>
    (await store.teams()).filter(({ id }) => may.seeTeam(actor, id)),
  )

/** Families found by name, tolerant of spelling: only those that the reader may see. */
export const findFamilies = (deps: Deps, actor: Actor, words: string): Promise<readonly CaseLine[]> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.search(actor) || words.trim() === '') return []
    return visible(actor, await store.search(words.trim(), page))
  })

/** Referrals that nobody works with yet: those not allocated, in all the teams that the reader sees. */
export const referrals = (deps: Deps, actor: Actor): Promise<readonly CaseLine[]> =>
  deps.store.look(actor.authority, async (store) =>
    visible(actor, await store.cases({ unallocated: true, open: true, limit: page, offset: 0 })),
  )
