import type { Actor } from '#casework/access/actor.ts'
import type { Deps } from '#casework/deps.ts'
import { pageOfKey } from '#casework/recording/request-key.ts'

/** Throws a draft away once what was in it is recorded by the page with this key, or whoever wrote it says so. */
export const dropDraft = (
  { store }: Pick<Deps, 'store'>,
  { authority, user }: Pick<Actor, 'authority' | 'user'>,
  form: string,
  key?: string,
): Promise<void> => {
  const page = key === undefined ? undefined : pageOfKey(key)
  return store.change(authority, (all) => all.dropDraft(user, form, page))
}
