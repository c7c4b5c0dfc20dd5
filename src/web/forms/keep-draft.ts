import type { Actor } from '#casework/access/actor.ts'
import type { Deps } from '#casework/deps.ts'
import { isUnseen } from '#casework/recording/page-key.ts'
import { pageOfKey } from '#casework/recording/request-key.ts'
import { tabName } from './draft-tab.ts'
import type { Sent } from './typed.ts'

/**
 * Keeps what was sent as a draft. One that another tab has saved since this page was opened is moved beside it: both are
 * listed, and neither is lost.
 */
export const keepDraft = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { authority, user }: Pick<Actor, 'authority' | 'user'>,
  { form, typed, revision, key }: Pick<Sent, 'form' | 'typed' | 'revision' | 'key'>,
): Promise<void> => {
  if (form === null) return
  const page = pageOfKey(key)
  const draft = { user, form, values: typed, savedAt: clock.now(), revision, page }
  await store.change(authority, async (all) => {
    const other = await all.draft(user, form)
    if (other?.page !== undefined && isUnseen(other, page))
      await all.saveDraft({ ...other, form: tabName(form, other.page) })
    await all.saveDraft(draft)
  })
}
