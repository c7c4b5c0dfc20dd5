import type { Instant } from '#calendar/instant.ts'
import { assess } from '#engine/assess.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './actor.ts'
import type { CaseRecord } from './case-record.ts'
import type { Deps } from './deps.ts'
import { calendarOf, procedureOf } from './deps.ts'
import { may } from './may.ts'
import type { User } from './ports.ts'

/** One page's worth of a family: the record, how it stands now, and what the reader may do with it. */
export type CaseOverview = {
  readonly record: CaseRecord
  readonly procedure: Procedure
  readonly standing: Assessment
  readonly now: Instant
  /** The people who wrote in it, for their names. */
  readonly users: ReadonlyMap<string, User>
  readonly may: {
    readonly record: boolean
    readonly allocate: boolean
    readonly goPast: boolean
    readonly audit: boolean
  }
}

/**
 * A family's record as it stands now. Null when there is none or the reader may not see it: the two look the
 * same from outside. That it was looked at goes into the audit.
 */
export const caseOverview = (deps: Deps, actor: Actor, caseId: string): Promise<CaseOverview | null> =>
  deps.store.change(actor.authority, async (store) => {
    const record = await store.caseById(caseId)
    if (record === null || !may.seeCase(actor, record)) return null
    const now = deps.clock.now()
    await store.audit({ at: now, user: actor.user, act: 'looked at', caseId, detail: {} })
    const procedure = procedureOf(deps.shelf, record)
    const calendar = calendarOf(await store.authority())
    const facts = { procedure, events: record.events, people: record.people, calendar, asOf: now }
    const users = await store.users()
    return {
      record,
      procedure,
      standing: assess({ ...facts, place: () => ({ file: '', line: 0 }) }),
      now,
      users: new Map(users.map((user) => [user.user, user])),
      may: {
        record: may.record(actor, record),
        allocate: may.allocate(actor, record),
        goPast: may.goPast(actor, record),
        audit: may.audit(actor, record),
      },
    }
  })
