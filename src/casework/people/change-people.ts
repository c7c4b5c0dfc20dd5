import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { keepSchedule } from '../schedule/keep-schedule.ts'
import { may } from '../access/may.ts'
import type { AuditEntry, Changing } from '../ports.ts'
import type { Written } from './people-ports.ts'
import type { PersonProblem } from './person-said.ts'

/** What every change of people says of itself. */
export type PeopleAsked = { readonly caseId: string; readonly key: string }

/** What became of it. Everything but `changed` has changed nothing. */
export type PeopleChanged =
  | { readonly kind: 'changed' }
  | { readonly kind: 'no-such-case' }
  | { readonly kind: 'not-allowed' }
  /** Somebody else has changed the same since the person saw it. */
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'problems'; readonly problems: readonly PersonProblem[] }

export type Work = {
  readonly store: Changing
  readonly one: CaseRecord
  readonly written: Written
  /** Notes it in the audit, without what was said: that stays with the versions. */
  readonly note: (act: string, detail: AuditEntry['detail']) => Promise<void>
}

/**
 * Changes something about the people of a case, in one transaction with what follows from it: what is due is worked out
 * anew. The same key again gives the first answer again.
 *
 * @param person somebody to be kept from all others meanwhile; they may be in another case as well
 */
export const changePeople = (
  deps: Deps,
  actor: Actor,
  { caseId, key }: PeopleAsked,
  person: string | null,
  work: (given: Work) => Promise<PeopleChanged>,
): Promise<PeopleChanged> =>
  deps.store.change(actor.authority, async (store): Promise<PeopleChanged> => {
    if (person !== null) await store.lockPerson(person)
    const one = await store.lockCase(caseId)
    const before = await store.resultOf(key)
    if (before !== null) return JSON.parse(before) as PeopleChanged
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    if (!may.changePeople(actor, one)) return { kind: 'not-allowed' }
    const at = deps.clock.now()
    const note = (act: string, detail: AuditEntry['detail']): Promise<void> =>
      store.audit({ at, user: actor.user, act, caseId, detail })
    const result = await work({ store, one, written: { at, by: actor.user }, note })
    if (result.kind !== 'changed') return result
    const after = await store.caseById(caseId)
    if (after === null) throw new Error('The case that was just changed cannot be read.')
    await keepSchedule(store, after, procedureOf(deps.shelf, after), calendarOf(await store.authority()))
    await store.keepResult(key, JSON.stringify(result))
    return result
  })
