import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './actor.ts'
import type { CaseRecord } from './case-record.ts'
import type { Deps } from './deps.ts'
import { calendarOf, procedureOf } from './deps.ts'
import { may } from './may.ts'
import type { AuditEntry, Changing, Looking, Team, User } from './ports.ts'
import { everywhereRoles } from './reach.ts'
import { together } from './together.ts'

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
  /** Those who may come to work with it, and all who are named in it. */
  readonly users: ReadonlyMap<string, User>
  readonly team: Team | null
  readonly may: {
    readonly record: boolean
    readonly allocate: boolean
    readonly goPast: boolean
    readonly restrict: boolean
    readonly audit: boolean
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ids of everybody whom a case names: who works with it, who wrote in it, whom it was given to or taken from. */
const namedIn = ({ worker, restrictedTo, openings, events }: CaseRecord): readonly string[] => {
  const named = new Set<unknown>([worker, ...(restrictedTo ?? []), ...openings.map(({ user }) => user)])
  for (const { by, writtenBy, data } of events) {
    named.add(by?.id)
    named.add(writtenBy)
    for (const value of Object.values(data)) named.add(value)
  }
  return [...named].filter((id) => typeof id === 'string').filter((id) => isId.test(id))
}

/** Notes a look, once it is known that there is something that may be seen. */
type Noting = (now: Instant) => Promise<void>

type Opening = {
  readonly page: CasePage
  readonly note: Noting
  readonly wantsUsers: boolean
}

const opened = async (
  deps: Deps,
  store: Looking,
  actor: Actor,
  caseId: string,
  { page, note, wantsUsers }: Opening,
): Promise<LookedAt | null> => {
  const [record, authority] = await together(store.caseById(caseId), store.authority())
  if (record === null || !may.seeCase(actor, record)) return null
  if (page === 'history' && !may.audit(actor, record)) return null
  const now = deps.clock.now()
  const family = { team: record.team, everywhere: everywhereRoles, named: namedIn(record) }
  const [users, team] = await together(
    wantsUsers ? store.usersAround(family) : [],
    record.team === null ? null : store.team(record.team),
    note(now),
  )
  return {
    record,
    procedure: procedureOf(deps.shelf, record),
    calendar: calendarOf(authority),
    now,
    users: new Map(users.map((user) => [user.user, user])),
    team,
    may: {
      record: may.record(actor, record),
      allocate: may.allocate(actor, record),
      goPast: may.goPast(actor, record),
      restrict: may.restrict(actor, record),
      audit: may.audit(actor, record),
    },
  }
}

/**
 * Opens a case for somebody. Null when there is none or the reader may not see it: the two look the same from
 * outside. That it was looked at, and which page of it, goes into the audit, once a visit.
 */
export const lookAtCase = (
  deps: Deps,
  store: Changing,
  actor: Actor,
  caseId: string,
  page: CasePage,
  more: AuditEntry['detail'] = {},
): Promise<LookedAt | null> => {
  const detail = { page, ...more }
  const note = async (now: Instant): Promise<void> => {
    const since = (now - visit) as Instant
    const look = { caseId, user: actor.user, page: JSON.stringify(detail), at: now, since }
    if (await store.noteLook(look))
      await store.audit({ at: now, user: actor.user, act: 'looked at', caseId, detail })
  }
  return opened(deps, store, actor, caseId, { page, note, wantsUsers: true })
}

/**
 * The same for what somebody sends, not for what they are shown: nothing goes into the audit. Whoever shows them anything of
 * the family afterwards opens it with lookAtCase.
 *
 * @param wantsUsers whether it is needed who may come to the family; without it there are no users
 */
export const readCase = (
  deps: Deps,
  store: Looking,
  actor: Actor,
  caseId: string,
  wantsUsers: boolean,
): Promise<LookedAt | null> =>
  opened(deps, store, actor, caseId, { page: 'overview', note: async () => {}, wantsUsers })
