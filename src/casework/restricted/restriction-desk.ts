import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { lookAtCase } from '../case/look-at-case.ts'
import type { LookedAt } from '../case/look-at-case.ts'
import type { User } from '../ports.ts'
import { couldBeNamed } from './restrict-case.ts'

/** What is needed to say who may see a family. */
export type RestrictionDesk = LookedAt & {
  /** Those who can be named, by name. */
  readonly candidates: readonly User[]
}

/** Null when there is no such case or the reader may not see it. Whether they may change it stands in `may`. */
export const restrictionDesk = (deps: Deps, actor: Actor, caseId: string): Promise<RestrictionDesk | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'restriction')
    if (looked === null) return null
    return { ...looked, candidates: couldBeNamed([...looked.users.values()], looked.record) }
  })
