import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './actor.ts'
import type { CaseRecord } from './case-record.ts'
import type { Deps } from './deps.ts'
import { calendarOf, procedureOf } from './deps.ts'
import { may } from './may.ts'
import type { AuditEntry, Changing, User } from './ports.ts'

/** The pages of a family's record, as the audit calls them. */
export type CasePage =
  | 'overview'
  | 'timeline'
  | 'people'
  | 'procedure'
  | 'history'
  | 'restriction'
  | 'documents'
  | 'document'
  | 'form'
  | 'letter'

/** Turning back to a page within half an hour is the same visit, and no other entry of the audit. */
const visit = 30 * 60_000

/** A case that somebody has opened on one of its pages. */
export type LookedAt = {
  readonly record: CaseRecord
  readonly procedure: Procedure
  readonly calendar: WorkingCalendar
  readonly now: Instant
  /** The people who wrote in it, for their names. */
  readonly users: ReadonlyMap<string, User>
  readonly may: {
    readonly record: boolean
    readonly allocate: boolean
    readonly goPast: boolean
    readonly restrict: boolean
    readonly audit: boolean
  }
}

/**
 * Opens a case for somebody. Null when there is none or the reader may not see it: the two look the same from
 * outside. That it was looked at, and which page of it, goes into the audit, once a visit.
 */
export const lookAtCase = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  caseId: string,
  page: CasePage,
  more: AuditEntry['detail'] = {},
): Promise<LookedAt | null> => {
  const record = await store.caseById(caseId)
  if (record === null || !may.seeCase(actor, record)) return null
  if (page === 'history' && !may.audit(actor, record)) return null
  const now = deps.clock.now()
  const detail = { page, ...more }
  const since = (now - visit) as Instant
  if (await store.noteLook({ caseId, user: actor.user, page: JSON.stringify(detail), at: now, since }))
    await store.audit({ at: now, user: actor.user, act: 'looked at', caseId, detail })
  const users = await store.users()
  return {
    record,
    procedure: procedureOf(deps.shelf, record),
    calendar: calendarOf(await store.authority()),
    now,
    users: new Map(users.map((user) => [user.user, user])),
    may: {
      record: may.record(actor, record),
      allocate: may.allocate(actor, record),
      goPast: may.goPast(actor, record),
      restrict: may.restrict(actor, record),
      audit: may.audit(actor, record),
    },
  }
}
