import { dayOf, type Instant } from '#calendar/instant.ts'
import type { Decision } from '#procedure/rules/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, Data } from '../case-event.ts'
import { compileTest } from '../compiled/compiled-match.ts'
import { makeEntry } from './entry.ts'

const anyMoment = 0 as Instant

/**
 * The decisions of a procedure that an event makes: those that are recorded by it, and of which it says the outcome. Whether
 * it was the moment for one is not asked: who makes it is the same at any.
 */
export const decisionsIn = (
  { decisions }: Pick<Procedure, 'decisions'>,
  type: string,
  data: Data,
): readonly Decision[] => {
  const own = decisions.filter(({ on, field }) => on.events.includes(type) && (data[field] ?? '') !== '')
  if (own.length === 0) return own
  const event: CaseEvent = {
    id: '',
    type,
    at: anyMoment,
    recorded: anyMoment,
    by: null,
    data,
    override: null,
  }
  const entry = makeEntry(event, type, data, dayOf(anyMoment), null)
  return own.filter(({ on }) => compileTest(on.where, [])?.(entry) ?? true)
}
