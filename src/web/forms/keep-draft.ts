import type { Actor } from '#casework/actor.ts'
import type { Deps } from '#casework/deps.ts'
import type { Sent } from './typed.ts'

/** Keeps what was sent as a draft, for somebody whom the page sends elsewhere first. */
export const keepDraft = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { authority, user }: Pick<Actor, 'authority' | 'user'>,
  { form, typed, revision }: Sent,
): Promise<void> => {
  if (form === null) return
  const draft = { user, form, values: typed, savedAt: clock.now(), revision }
  await store.change(authority, (all) => all.saveDraft(draft))
}
