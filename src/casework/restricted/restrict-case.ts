import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import type { Changing, User } from '../ports.ts'

export type RestrictCase = {
  readonly caseId: string
  readonly key: string
  /** Who may see the family from now on; null for everybody who would anyway. */
  readonly named: readonly string[] | null
  readonly reason: string
}

/** What became of it. Everything but `done` has changed nothing. */
export type Restricted =
  | { readonly kind: 'done' }
  | { readonly kind: 'no-such-case' }
  | { readonly kind: 'not-allowed' }
  /** Somebody was named who would not see the family in any case. */
  | { readonly kind: 'not-theirs' }
  /** Nobody who is named could change it again. */
  | { readonly kind: 'no-manager' }
  /** The family's worker is not named. */
  | { readonly kind: 'no-worker' }

/** Who would see a case if it were not restricted: those who can be named. */
export const couldBeNamed = (users: readonly User[], one: CaseRecord): readonly User[] =>
  users.filter((user) => user.active && may.seeCase(user, { ...one, restrictedTo: null }))

const refusal = async (
  store: Changing,
  one: CaseRecord,
  named: RestrictCase['named'],
): Promise<Restricted | null> => {
  if (named === null) return null
  const could = couldBeNamed(await store.usersNamed(named), one)
  const chosen = named.map((id) => could.find(({ user }) => user === id))
  if (chosen.includes(undefined)) return { kind: 'not-theirs' }
  const after = { ...one, restrictedTo: named, openings: [] }
  if (!chosen.some((user) => user !== undefined && may.restrict(user, after))) return { kind: 'no-manager' }
  return one.worker !== null && !named.includes(one.worker) ? { kind: 'no-worker' } : null
}

/**
 * Restricts a family to named people, changes whom it names, or lifts that, with a reason. It stands in the audit. What
 * others have open of it ends with that: whoever is to see it is named.
 */
export const restrictCase = (deps: Deps, actor: Actor, asked: RestrictCase): Promise<Restricted> =>
  deps.store.change(actor.authority, async (store): Promise<Restricted> => {
    const { caseId, named, reason } = asked
    const key = `restrict: ${asked.key}`
    const one = await store.lockCase(caseId)
    if ((await store.resultOf(key)) !== null) return { kind: 'done' }
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    if (!may.restrict(actor, one)) return { kind: 'not-allowed' }
    const refused = await refusal(store, one, named)
    if (refused !== null) return refused
    await store.setCase(caseId, { restrictedTo: named })
    await store.endOpenings(caseId)
    const names = new Map((await store.usersNamed(named ?? [])).map(({ user, name }) => [user, name]))
    const to = named?.map((id) => names.get(id) ?? id).join(', ')
    await store.audit({
      at: deps.clock.now(),
      user: actor.user,
      act: to === undefined ? 'lifted the restriction' : 'restricted the family',
      caseId,
      detail: { ...(to === undefined ? {} : { to }), reason },
    })
    await store.keepResult(key, 'done')
    return { kind: 'done' }
  })
