import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { may } from '../access/may.ts'
import type { CaseLine, Team } from '../ports.ts'
import { reachOf } from '../access/reach.ts'
import type { DecidedSoFar } from './decided-so-far.ts'
import { decidedSoFar } from './decided-so-far.ts'
import { isStepDown } from './ways-in.ts'

const most = 200

/** A family that nobody works with yet. */
export type Waiting = CaseLine &
  DecidedSoFar & {
    readonly procedure: Procedure
    readonly teamName: string | null
    /** It comes down from social care, and goes first. */
    readonly stepDown: boolean
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
    const lines = await store.cases({ ...asked, limit: most + 1, offset: 0 })
    const calendar = calendarOf(await store.authority())
    const teams = new Map((await store.teams()).map((team: Team) => [team.id, team.name]))
    const now = deps.clock.now()
    const waiting: Waiting[] = []
    for (const line of lines.slice(0, most)) {
      const guarded = { ...line, authority: actor.authority }
      if (!may.seeCase(actor, guarded)) continue
      const record = await store.caseById(line.id)
      if (record === null) continue
      const procedure = procedureOf(deps.shelf, record)
      waiting.push({
        ...line,
        procedure,
        teamName: line.team === null ? null : (teams.get(line.team) ?? null),
        stepDown: isStepDown(procedure, record.events),
        ...decidedSoFar(procedure, record, calendar, now),
        mayAllocate: may.allocate(actor, guarded),
        mayRecord: may.record(actor, guarded),
      })
    }
    return {
      now,
      waiting: waiting.toSorted((a, b) => Number(b.stepDown) - Number(a.stepDown) || a.opened - b.opened),
      more: lines.length > most,
      mayReceive: may.receiveReferral(actor),
      seesOthers: reach.everywhere || reach.teams.length > 0,
    }
  })
