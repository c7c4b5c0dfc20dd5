import { assess } from '#engine/assess.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { lookAtCase } from './look-at-case.ts'
import type { CasePage, LookedAt, Whom } from './look-at-case.ts'

/** One page's worth of a family: the record, how it stands now, and what the reader may do with it. */
export type CaseOverview = LookedAt & {
  readonly standing: Assessment
}

/** How a case stands that somebody has opened. */
export const overviewOf = (looked: LookedAt): CaseOverview => {
  const { record, procedure, calendar, now } = looked
  const facts = { procedure, events: record.events, people: record.people, calendar, asOf: now }
  return {
    ...looked,
    standing: assess({ ...facts, place: () => ({ file: '', line: 0 }) }),
  }
}

/**
 * A family's record as it stands now. Null when there is none or the reader may not see it: the two look the
 * same from outside. That it was looked at goes into the audit.
 */
export const caseOverview = (
  deps: Deps,
  actor: Actor,
  caseId: string,
  page: Extract<CasePage, 'overview' | 'procedure' | 'form' | 'letter'> = 'overview',
  whom: Whom = 'around',
): Promise<CaseOverview | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, page, { whom })
    return looked === null ? null : overviewOf(looked)
  })
