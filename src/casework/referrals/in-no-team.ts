import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { onDutyOn } from '../administration/duty-rota.ts'
import type { Actor } from '../access/actor.ts'
import { may } from '../access/may.ts'
import type { CaseLine, Looking, User } from '../ports.ts'
import { reachOf } from '../access/reach.ts'
import type { Deps } from '../deps.ts'
import type { DecidedSoFar } from './decided-so-far.ts'
import { readWaiting } from './decided-so-far.ts'

const most = 10

/** The referrals that are in no team's tray, for somebody who answers for them, so that none is on nobody's list. */
export type InNoTeam = {
  /** Those that have waited longest come first. */
  readonly referrals: readonly (CaseLine & DecidedSoFar)[]
  /** Whether there are more than these. */
  readonly more: boolean
  /** Who is on duty today; null where nobody is, and every manager answers. */
  readonly onDuty: User | null
}

/** Null for somebody who does not answer for them. */
export const inNoTeam = async (
  deps: Pick<Deps, 'shelf' | 'clock'>,
  store: Looking,
  actor: Actor,
  now: Instant,
): Promise<InNoTeam | null> => {
  // Nobody else can be on duty.
  if (!may.answerForNoTeam(actor, null)) return null
  const onDuty = await onDutyOn(store, dayOf(now))
  if (!may.answerForNoTeam(actor, onDuty?.user ?? null)) return null
  const asked = {
    reach: reachOf(actor),
    team: null,
    unallocated: true,
    longestFirst: true,
    open: true,
  } as const
  const lines = await store.cases({ ...asked, limit: most + 1, offset: 0 })
  const shown = lines.slice(0, most)
  const read = shown.length === 0 ? null : await readWaiting(deps, store, await store.authority(), shown)
  const referrals = shown.flatMap((line) => {
    const facts = read?.get(line.id)
    return facts === undefined ? [] : [{ ...line, ...facts }]
  })
  return { referrals, more: lines.length > most, onDuty }
}
