import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from './case-record.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { may } from '../access/may.ts'
import type { AuditEntry, Authority, Changing, Looking, Team, User } from '../ports.ts'
import { everywhereRoles } from '../access/reach.ts'
import { together } from '../recording/together.ts'

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
  /** All who are named in it and, unless a page shows no others, those who may come to work with it. */
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

type Users = LookedAt['users']

/** Whom a page has to know: those who are named in a case, whom it shows; or with them all who may come to work with it. */
export type Whom = 'named' | 'around'

export const usersOf = async (store: Looking, record: CaseRecord, whom: Whom): Promise<Users> => {
  const named = namedIn(record)
  const found =
    whom === 'named'
      ? await store.usersNamed(named)
      : await store.usersAround({ team: record.team, everywhere: everywhereRoles, named })
  return new Map(found.map((user) => [user.user, user]))
}

const lookedAt = (
  deps: Deps,
  actor: Actor,
  record: CaseRecord,
  authority: Authority,
  around: Pick<LookedAt, 'now' | 'users' | 'team'>,
): LookedAt => ({
  record,
  procedure: procedureOf(deps.shelf, record),
  calendar: calendarOf(authority),
  ...around,
  may: {
    record: may.record(actor, record),
    allocate: may.allocate(actor, record),
    goPast: may.goPast(actor, record),
    restrict: may.restrict(actor, record),
    audit: may.audit(actor, record),
  },
})

/**
 * Opens a case for somebody. Null when there is none or the reader may not see it: the two look the same from
 * outside. That it was looked at, and which page of it, goes into the audit, once a visit.
 *
 * @param more.detail what the audit says besides of what was looked at
 */
export const lookAtCase = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  caseId: string,
  page: CasePage,
  { detail = {}, whom = 'around' }: { readonly detail?: AuditEntry['detail']; readonly whom?: Whom } = {},
): Promise<LookedAt | null> => {
  const [record, authority] = await together(store.caseById(caseId), store.authority())
  if (record === null || !may.seeCase(actor, record)) return null
  if (page === 'history' && !may.audit(actor, record)) return null
  const now = deps.clock.now()
  const [users, team] = await together(
    usersOf(store, record, whom),
    record.team === null ? null : store.team(record.team),
    noteLook(store, actor, caseId, { page, ...detail }, now),
  )
  return lookedAt(deps, actor, record, authority, { now, users, team })
}

const noteLook = async (
  store: Changing,
  { user }: Actor,
  caseId: string,
  detail: AuditEntry['detail'],
  now: Instant,
): Promise<void> => {
  const since = (now - visit) as Instant
  const isNew = await store.noteLook({ caseId, user, page: JSON.stringify(detail), at: now, since })
  if (isNew) await store.audit({ at: now, user, act: 'looked at', caseId, detail })
}

/**
 * Takes hold of a case for what somebody sends, not to show it: nothing goes into the audit, and users and team are left
 * out. Whoever shows them anything of the family afterwards opens it with lookAtCase.
 */
export const holdCase = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  caseId: string,
): Promise<LookedAt | null> => {
  const [record, authority] = await together(store.lockCase(caseId), store.authority())
  if (record === null || !may.seeCase(actor, record)) return null
  return lookedAt(deps, actor, record, authority, { now: deps.clock.now(), users: new Map(), team: null })
}
