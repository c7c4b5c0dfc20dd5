import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { may } from '../access/may.ts'
import type { Team } from '../ports.ts'

/** What taking in a referral needs to know; null for somebody who may not. */
export type ReferralDesk = {
  readonly procedure: Procedure
  readonly now: Instant
  readonly teams: readonly Team[]
  /** The team of whoever takes it in, where they have just one. */
  readonly ownTeam: string | null
}

export const referralDesk = (deps: Deps, actor: Actor): Promise<ReferralDesk | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.receiveReferral(actor)) return null
    const now = deps.clock.now()
    const { pack } = await store.authority()
    const own = [...new Set(actor.memberships.map(({ team }) => team))]
    return {
      procedure: procedureOn(deps.shelf, pack, dayOf(now)),
      now,
      teams: await store.teams(),
      ownTeam: own.length === 1 ? (own[0] ?? null) : null,
    }
  })

/** Whether somebody may see a case: a partner who refers a family does not work with it yet. */
export const canSee = (deps: Deps, actor: Actor, caseId: string): Promise<boolean> =>
  deps.store.look(actor.authority, async (store) => {
    const one = await store.caseById(caseId)
    return one !== null && may.seeCase(actor, one)
  })
