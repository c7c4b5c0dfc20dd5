import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { lookAtCase } from './look-at-case.ts'
import type { LookedAt } from './look-at-case.ts'
import type { AuditEntry } from '../ports.ts'

/** What of an audit is asked for; what is none of it counts as not asked. */
export type AuditAsked = {
  readonly user: string | null
  readonly act: string | null
  /** From 1. */
  readonly page: number
}

/** Who saw and who changed what in a case, the latest first, a page at a time. */
export type CaseAudit = LookedAt & {
  readonly entries: readonly AuditEntry[]
  readonly more: boolean
  readonly asked: AuditAsked
  /** Everybody who stands in it, by name, and everything that they did. */
  readonly who: readonly { readonly user: string; readonly name: string }[]
  readonly acts: readonly string[]
}

const perPage = 50
const everything: AuditAsked = { user: null, act: null, page: 1 }

/** Null when there is no such case or the reader may not see who saw it. Looking here is itself noted. */
export const caseAudit = (
  deps: Deps,
  actor: Actor,
  caseId: string,
  given: AuditAsked = everything,
): Promise<CaseAudit | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'history')
    if (looked === null) return null
    const kinds = await store.auditKinds(caseId)
    // Whoever has looked, from whichever team, is named here.
    const named = await store.usersNamed(kinds.users)
    const users = new Map([...looked.users, ...named.map((user) => [user.user, user] as const)])
    const asked = {
      user: kinds.users.find((user) => user === given.user) ?? null,
      act: kinds.acts.find((act) => act === given.act) ?? null,
      page: given.page,
    }
    const entries = await store.auditOf(caseId, perPage + 1, {
      user: asked.user ?? undefined,
      act: asked.act ?? undefined,
      offset: (asked.page - 1) * perPage,
    })
    return {
      ...looked,
      users,
      entries: entries.slice(0, perPage),
      more: entries.length > perPage,
      asked,
      who: kinds.users
        .map((user) => ({ user, name: users.get(user)?.name ?? 'somebody who has left' }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      acts: kinds.acts,
    }
  })
