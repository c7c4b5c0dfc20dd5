import type { Instant } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import type { CaseLine, Team } from '../ports.ts'
import { reachOf } from '../access/reach.ts'
import { together } from '../recording/together.ts'
import { mostRead, readWaiting } from './decided-so-far.ts'
import type { ReadOfWaiting } from './decided-so-far.ts'

/** A family that nobody works with yet. */
export type Waiting = CaseLine &
  ReadOfWaiting & {
    readonly teamName: string | null
    readonly mayAllocate: boolean
    readonly mayRecord: boolean
  }

export type WaitingReferrals = {
  readonly now: Instant
  readonly waiting: readonly Waiting[]
  /** Whether there are more than the list shows. */
  readonly more: boolean
  readonly mayReceive: boolean
  /** Whether the reader sees families of a team, or of all, that wait. */
  readonly seesOthers: boolean
}

/** Referrals that are not allocated yet: step-downs first, and then those that have waited longest. */
export const waitingReferrals = (deps: Deps, actor: Actor): Promise<WaitingReferrals> =>
  deps.store.look(actor.authority, async (store) => {
    const reach = reachOf(actor)
    const asked = { reach, unallocated: true, longestFirst: true, open: true } as const
    const lines = await store.cases({ ...asked, limit: mostRead + 1, offset: 0 })
    const seen = lines
      .slice(0, mostRead)
      .filter((line) => may.seeCase(actor, { ...line, authority: actor.authority }))
    const [authority, all] = await together(store.authority(), store.teams())
    const read = await readWaiting(deps, store, authority, seen)
    const teams = new Map(all.map((team: Team) => [team.id, team.name]))
    const waiting = seen.flatMap((line): readonly Waiting[] => {
      const facts = read.get(line.id)
      if (facts === undefined) return []
      const guarded = { ...line, authority: actor.authority }
      return [
        {
          ...line,
          ...facts,
          teamName: line.team === null ? null : (teams.get(line.team) ?? null),
          mayAllocate: may.allocate(actor, guarded),
          mayRecord: may.record(actor, guarded),
        },
      ]
    })
    return {
      now: deps.clock.now(),
      waiting: waiting.toSorted((a, b) => Number(b.stepDown) - Number(a.stepDown) || a.opened - b.opened),
      more: lines.length > mostRead,
      mayReceive: may.receiveReferral(actor),
      seesOthers: reach.everywhere || reach.teams.length > 0,
    }
  })
