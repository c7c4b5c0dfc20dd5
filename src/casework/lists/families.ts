import { dayOf } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import { referenceIn } from '../case/case-reference.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { may } from '../access/may.ts'
import type { FoundCase, Team } from '../ports.ts'
import { reachOf } from '../access/reach.ts'

const most = 50

/** The teams whose families somebody may see. */
export const teamsOf = (deps: Deps, actor: Actor): Promise<readonly Team[]> =>
  deps.store.look(actor.authority, async (store) =>
    (await store.teams()).filter(({ id }) => may.seeTeam(actor, id)),
  )

/** Families found by name, with what their lines show. */
export type FamilySearch = {
  readonly words: string
  readonly lines: readonly FoundCase[]
  /** Whether there are more than the list shows. */
  readonly more: boolean
  /** Whether the reader may ask for a restricted family by its reference. */
  readonly mayAskForRestricted: boolean
  readonly procedure: Procedure
  /** The workers' names by their ids. */
  readonly workers: ReadonlyMap<string, string>
}

/**
 * Families found by name, tolerant of spelling, or by their reference: only those that the reader may see. Null for
 * somebody who sees no families at all; no words find the reader's own.
 */
export const searchFamilies = (deps: Deps, actor: Actor, words: string): Promise<FamilySearch | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.search(actor)) return null
    const reach = reachOf(actor)
    const own = { reach, worker: actor.user, open: true, limit: most + 1, offset: 0 }
    const { pack, slug } = await store.authority()
    const asked = referenceIn(words, slug) ?? words
    const all =
      words === ''
        ? (await store.cases(own)).map((line) => ({ ...line, through: null }))
        : await store.search(reach, asked, most + 1)
    const found = all.filter((line) => may.seeCase(actor, { ...line, authority: actor.authority }))
    const lines = found.slice(0, most)
    const users = await store.usersNamed(lines.flatMap(({ worker }) => worker ?? []))
    return {
      words,
      lines,
      more: found.length > most,
      mayAskForRestricted: may.askForRestricted(actor),
      procedure: procedureOn(deps.shelf, pack, dayOf(deps.clock.now())),
      workers: new Map(users.map(({ user, name }) => [user, name])),
    }
  })
