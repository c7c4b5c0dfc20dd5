import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import type { AuditEntry, Changing } from '../ports.ts'

/** What became of what an administrator asked for. Everything but `done` has changed nothing. */
export type Administered =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-there' }
  /** Somebody else has changed the same since the page was opened. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'problem'; readonly field: string; readonly text: string }

type Work = {
  readonly store: Changing
  readonly note: (act: string, detail: AuditEntry['detail']) => Promise<void>
}

/**
 * Does what an administrator asks for, in one transaction and after every other administrator's; it goes into the audit.
 * The same key again gives the first answer again.
 */
export const administer = (
  deps: Deps,
  actor: Actor,
  { isAllowed, key }: { readonly isAllowed: boolean; readonly key: string },
  work: (given: Work) => Promise<Administered>,
): Promise<Administered> =>
  deps.store.change(actor.authority, async (store): Promise<Administered> => {
    if (!isAllowed) return { kind: 'not-allowed' }
    await store.lockStaff()
    const before = await store.resultOf(key)
    if (before !== null) return JSON.parse(before) as Administered
    const at = deps.clock.now()
    const result = await work({
      store,
      note: (act, detail) => store.audit({ at, user: actor.user, act, caseId: null, detail }),
    })
    if (result.kind === 'done') await store.keepResult(key, JSON.stringify(result))
    return result
  })
