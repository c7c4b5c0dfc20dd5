import type { Changing, Draft, Looking, Store } from '#casework/ports.ts'

/** A store that holds drafts and nothing else, and forgets the audit; a test that asks it for more fails. */
export const draftsInMemory = (): Store & { readonly drafts: ReadonlyMap<string, Draft> } => {
  const drafts = new Map<string, Draft>()
  const key = (user: string, form: string): string => `${user} ${form}`
  const looking: Pick<Looking, 'draft'> = {
    draft: async (user, form) => drafts.get(key(user, form)) ?? null,
  }
  const changing: Pick<Changing, 'draft' | 'saveDraft' | 'dropDraft' | 'audit' | 'resultOf'> = {
    ...looking,
    audit: async () => {},
    resultOf: async () => null,
    saveDraft: async (draft) => void drafts.set(key(draft.user, draft.form), draft),
    dropDraft: async (user, form) => void drafts.delete(key(user, form)),
  }
  const store: Pick<Store, 'look' | 'change'> = {
    look: (_authority, work) => work(looking as Looking),
    change: (_authority, work) => work(changing as Changing),
  }
  return { ...(store as Store), drafts }
}
