import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { changePeople } from './change-people.ts'
import type { PeopleAsked, PeopleChanged } from './change-people.ts'

export type RenameFamily = PeopleAsked & {
  /** What it was called when the page was opened. */
  readonly seen: string
  readonly family: string
}

/** Changes what a family is called in lists. The names of its people are their own. */
export const renameFamily = (deps: Deps, actor: Actor, asked: RenameFamily): Promise<PeopleChanged> =>
  changePeople(deps, actor, asked, null, async ({ store, one, note }) => {
    if (one.family !== asked.seen) return { kind: 'changed-meanwhile' }
    await store.setCase(one.id, { family: asked.family })
    await note('renamed the family', { before: one.family, after: asked.family })
    return { kind: 'changed' }
  })
