import type { Form } from '#procedure/rules/form.ts'
import type { Letter } from '#procedure/rules/letter.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import { lookAtCase } from '../case/look-at-case.ts'
import type { LookedAt } from '../case/look-at-case.ts'
import type { Begun } from './document-ports.ts'
import { documentStories } from './document-story.ts'
import type { DocumentStory } from './document-story.ts'

/** The forms and letters of a family: handed in, begun, and those that can be begun. */
export type DocumentsOfCase = LookedAt & {
  readonly reader: string
  /** The latest first. */
  readonly stories: readonly DocumentStory[]
  /** What anybody has begun, without what they wrote. */
  readonly begun: readonly Begun[]
  readonly forms: readonly Form[]
  readonly letters: readonly Letter[]
}

/** Null when there is no such case or the reader may not see it. */
export const documentsOfCase = (deps: Deps, actor: Actor, caseId: string): Promise<DocumentsOfCase | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'documents')
    if (looked === null) return null
    const { record, now } = looked
    const { forms, letters } = versionOf(deps.shelf, record)
    const stories = documentStories(record, await store.documentsOf(caseId), now)
    return {
      ...looked,
      reader: actor.user,
      stories: stories.toSorted((a, b) => b.latest.writtenAt - a.latest.writtenAt),
      begun: await store.begunFor(caseId),
      forms,
      letters,
    }
  })
