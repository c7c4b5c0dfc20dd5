import { dayOf } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './access/actor.ts'
import type { Deps } from './deps.ts'
import { procedureOn } from './deps.ts'

/** The procedure that the reader's authority works to today. Everybody there may read it. */
export const writtenProcedure = (deps: Deps, actor: Actor): Promise<Procedure> =>
  deps.store.look(actor.authority, async (store) =>
    procedureOn(deps.shelf, (await store.authority()).pack, dayOf(deps.clock.now())),
  )
