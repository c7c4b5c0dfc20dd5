import type { Actor } from './actor.ts'
import type { Deps } from './deps.ts'
import { lookAtCase } from './look-at-case.ts'
import type { LookedAt } from './look-at-case.ts'
import type { AuditEntry } from './ports.ts'

/** Who saw and who changed what in a case, the latest first. */
export type CaseAudit = LookedAt & { readonly entries: readonly AuditEntry[]; readonly more: boolean }

const most = 150

/** Null when there is no such case or the reader may not see who saw it. Looking here is itself noted. */
export const caseAudit = (deps: Deps, actor: Actor, caseId: string): Promise<CaseAudit | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'history')
    if (looked === null) return null
    const entries = await store.auditOf(caseId, most + 1)
    return { ...looked, entries: entries.slice(0, most), more: entries.length > most }
  })
