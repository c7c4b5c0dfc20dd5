import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Instant } from '#calendar/instant.ts'
import { momentText } from '#engine/assessment-json.ts'
import { derive } from '#engine/derive.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { isClosed, stepOf } from '#engine/history/episode.ts'
import { standingOf } from '#engine/standing/standing.ts'
import { decidedNow } from '#engine/way-out.ts'
import type { Actor, StandardRole } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { may } from '../access/may.ts'
import { ownersFor } from '../access/owners.ts'
import { reachOf, seenBy } from '../access/reach.ts'
import { together } from '../recording/together.ts'

/** Open ones take this room before closed ones. */
export const mostReferrals = 50

/** What became of a referral, for whoever sent it: no more than they need for their own part. */
export type OwnReferral = {
  readonly id: string
  readonly family: string
  readonly reference: string
  readonly sent: Instant
  readonly closed: boolean
  /** Where it stands in the procedure, in its words. */
  readonly step: string | null
  /** In the order in which it was decided. */
  readonly decided: readonly { readonly outcome: string; readonly at: Instant }[]
  /** Who works with the family; null for nobody yet. */
  readonly worker: string | null
  /**
   * What the procedure still asks of whoever sent it, with a day or an instant as text: of a role that sees no record and
   * has its part all the same. What a worker or a manager has to do is for those of the family.
   */
  readonly toDo: readonly { readonly title: string; readonly due: string | null; readonly overdue: boolean }[]
}

const waiting: ReadonlySet<string> = new Set(['open', 'due-soon', 'overdue'])

const rolesWithoutFamilies = ({ memberships }: Actor): ReadonlySet<StandardRole> =>
  new Set(memberships.map(({ role }) => role).filter((role) => seenBy[role] === 'nothing'))

/** A referral that was recorded in error and taken back is nobody's. */
const isStillTheirs = ({ user }: Actor, { events }: CaseRecord, now: Instant): boolean => {
  const theirs = new Set(events.flatMap(({ id, writtenBy }) => (writtenBy === user ? [id] : [])))
  return happenedBy(events, now).some(({ id, type }) => type === 'referral.received' && theirs.has(id))
}

const became = (
  deps: Deps,
  actor: Actor,
  one: CaseRecord,
  calendar: WorkingCalendar,
): Omit<OwnReferral, 'worker'> => {
  const procedure = procedureOf(deps.shelf, one)
  const now = deps.clock.now()
  const { timeline, obligations } = derive(procedure, one.events, one.people, calendar)
  const owners = ownersFor(rolesWithoutFamilies(actor), procedure)
  const step = stepOf(procedure, timeline)
  return {
    id: one.id,
    family: one.family,
    reference: one.reference,
    sent: one.opened,
    closed: isClosed(timeline),
    step: procedure.steps.find(({ id }) => id === step)?.title ?? null,
    decided: decidedNow(procedure, timeline).map(({ outcome, entry }) => ({
      outcome: outcome.title,
      at: entry.at,
    })),
    toDo: obligations.flatMap((obligation) => {
      const standing = standingOf(obligation, now)
      const { clock, due, counts } = obligation
      if (!owners.includes(clock.owner) || !waiting.has(standing)) return []
      return [{ title: clock.title, due: momentText(due, counts), overdue: standing === 'overdue' }]
    }),
  }
}

/** The referrals that somebody has sent in of families whose record they do not see: open ones first, the last first. */
export const ownReferrals = (deps: Deps, actor: Actor): Promise<readonly OwnReferral[]> =>
  deps.store.look(actor.authority, async (store) => {
    const calendar = calendarOf(await store.authority())
    const ids = await store.referredBy(reachOf(actor), mostReferrals)
    const now = deps.clock.now()
    const own = (await together(...ids.map((id) => store.caseById(id))))
      .filter((one) => one !== null)
      .filter((one) => may.followReferral(actor, one) && !may.seeCase(actor, one))
      .filter((one) => isStillTheirs(actor, one, now))
    const workers = own.flatMap(({ worker }) => worker ?? [])
    const names = new Map((await store.usersNamed(workers)).map(({ user, name }) => [user, name]))
    return own.map((one) => ({
      ...became(deps, actor, one, calendar),
      worker: names.get(one.worker ?? '') ?? null,
    }))
  })
