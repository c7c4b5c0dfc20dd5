import type { Deps } from '../deps.ts'
import type { AuditEntry, Changing } from '../ports.ts'

/** Puts on record what came of signing in: by id, without an address or a name. */
export const noted = (
  { clock }: Pick<Deps, 'clock'>,
  store: Pick<Changing, 'audit'>,
  user: string | null,
  act: string,
  detail: AuditEntry['detail'] = {},
): Promise<void> => store.audit({ at: clock.now(), user, act, caseId: null, detail })
