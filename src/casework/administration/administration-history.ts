import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import type { AuditEntry } from '../ports.ts'
import { staff } from './staff.ts'
import type { Staff } from './staff.ts'

/** What was done that is about no family: by administrators, and signing in and out. The latest first, a page at a time. */
export type AdministrationHistory = {
  readonly staff: Staff
  /** The names of all whom the entries name. */
  readonly names: ReadonlyMap<string, string>
  readonly entries: readonly AuditEntry[]
  readonly acts: readonly string[]
  readonly page: number
  readonly more: boolean
}

const perPage = 50

/** Null where the reader may not see it. */
export const administrationHistory = async (
  deps: Deps,
  actor: Actor,
  { act, page }: { readonly act: string | undefined; readonly page: number },
): Promise<AdministrationHistory | null> => {
  const facts = may.seeAdministration(actor) ? await staff(deps, actor) : null
  if (facts === null) return null
  return deps.store.look(actor.authority, async (store) => {
    const { acts } = await store.auditKinds(null)
    const only = { act: acts.find((one) => one === act), offset: (page - 1) * perPage }
    const entries = await store.auditOf(null, perPage + 1, only)
    const shown = entries.slice(0, perPage)
    const named = shown.flatMap(({ user, detail }) => [user, detail['who']])
    const users = await store.usersNamed(named.filter((id) => typeof id === 'string'))
    return {
      staff: facts,
      names: new Map(users.map(({ user, name }) => [user, name])),
      entries: shown,
      acts,
      page,
      more: entries.length > perPage,
    }
  })
}
