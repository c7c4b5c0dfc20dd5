import { assess } from '#engine/assess.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Actor } from './actor.ts'
import type { Deps } from './deps.ts'
import { lookAtCase, readCase } from './look-at-case.ts'
import type { CasePage, LookedAt } from './look-at-case.ts'

/** One page's worth of a family: the record, how it stands now, and what the reader may do with it. */
export type CaseOverview = LookedAt & {
  readonly standing: Assessment
}

const overviewOf = (looked: LookedAt | null): CaseOverview | null => {
  if (looked === null) return null
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
): Promise<CaseOverview | null> =>
  deps.store.change(actor.authority, async (store) =>
    overviewOf(await lookAtCase(deps, store, actor, caseId, page)),
  )

/**
 * The same for reading what somebody sends about it: nothing is shown, and nothing goes into the audit.
 *
 * @param asksForPeople whether it has to be known who may come to the family, which most recordings do not ask
 */
export const caseSentAbout = (
  deps: Deps,
  actor: Actor,
  caseId: string,
  asksForPeople: (without: CaseOverview) => boolean,
): Promise<CaseOverview | null> =>
  deps.store.look(actor.authority, async (store) => {
    const read = async (wantsUsers: boolean): Promise<CaseOverview | null> =>
      overviewOf(await readCase(deps, store, actor, caseId, wantsUsers))
    const without = await read(false)
    return without !== null && asksForPeople(without) ? read(true) : without
  })
