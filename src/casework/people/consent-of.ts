import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Person } from '#engine/case-event.ts'
import { isList } from '#engine/history/entry.ts'

/** What was last said about consent for one purpose, by which event. */
export type ConsentLine = {
  readonly event: CaseEvent
  /** For what, in the words of the procedure's rules; null for all the work. */
  readonly scope: string | null
}

const aboutConsent: ReadonlySet<string> = new Set(['consent.given', 'consent.refused', 'consent.withdrawn'])

const scopeOf = ({ data }: CaseEvent): string | null =>
  typeof data['scope'] === 'string' && data['scope'] !== '' ? data['scope'] : null

/** Those whom an event names; null where it names nobody, and so is about everybody it was opened for. */
const named = ({ data }: CaseEvent): readonly string[] | null => {
  const said = [data['persons'], data['children'], data['person']].flatMap((value) =>
    typeof value === 'string' ? [value] : value !== undefined && isList(value) ? value : [],
  )
  const ids = said.filter((one) => typeof one === 'string')
  return ids.length === 0 ? null : ids
}

/**
 * How consent stands for somebody: the latest word for each purpose, the latest first. Withdrawing or refusing without a
 * purpose is about all of them.
 *
 * @param events as they are known to have happened, in any order
 */
export const consentOf = (
  person: Pick<Person, 'id' | 'member'>,
  events: readonly CaseEvent[],
): readonly ConsentLine[] => {
  const lines = new Map<string | null, { readonly event: CaseEvent; readonly at: Instant }>()
  const about = events
    .filter(({ type }) => aboutConsent.has(type))
    .filter((event) => named(event)?.includes(person.id) ?? person.member)
    .toSorted((a, b) => a.at - b.at)
  for (const event of about) {
    const scope = scopeOf(event)
    if (scope === null && event.type !== 'consent.given') lines.clear()
    lines.delete(scope)
    lines.set(scope, { event, at: event.at })
  }
  return [...lines].map(([scope, { event }]) => ({ event, scope })).toReversed()
}
