import { addDays } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { StoredEvent } from './case-record.ts'
import type { Deps } from '../deps.ts'
import type { FormSays } from '../documents/form-says.ts'
import { otherwiseIn } from '../documents/otherwise-in.ts'
import { lookAtCase } from './look-at-case.ts'
import type { LookedAt } from './look-at-case.ts'
import { namedIn } from './named-in.ts'
import { mayChangeEntry } from '../changes/may-change-entry.ts'
import { entriesOf } from './timeline-entry.ts'
import type { TimelineEntry } from './timeline-entry.ts'
import { timelinePages } from './timeline-pages.ts'

export type TimelineFilter = {
  /** The type of event to show; null for all. */
  readonly kind: string | null
  readonly significantOnly: boolean
  /** Somebody whom the entry names, by their `personId`; null for all. */
  readonly about: string | null
  /** The user who wrote it down; null for all. */
  readonly by: string | null
  /** Only what happened in so many days before now; null for all. */
  readonly days: number | null
  /** The entry whose page is asked for, by the id of its event; null for the page with the number. */
  readonly entry: string | null
  /** From 1. A page that there is not is the last. */
  readonly page: number
}

/** What happened in a case, the latest first, a page at a time. */
export type CaseTimeline = LookedAt & {
  readonly entries: readonly TimelineEntry[]
  /** The types of event that there are in the case, each once. */
  readonly kinds: readonly string[]
  /** The users who wrote in it, each once. */
  readonly writers: readonly string[]
  /** The entries shown that the reader may correct or take back, by the ids of their events. */
  readonly changeable: ReadonlySet<string>
  /** Of the entries shown, how their form has them where the two no longer say the same; by the ids of their events. */
  readonly otherwise: ReadonlyMap<string, FormSays>
  readonly found: number
  readonly page: number
  readonly pages: number
}

const isAsked = (
  { type, at, data, writtenBy }: StoredEvent,
  { kind, significantOnly, about, by, days }: TimelineFilter,
  { record, now }: Pick<LookedAt, 'record' | 'now'>,
): boolean => {
  if (kind !== null && type !== kind) return false
  if (significantOnly && data['significant'] !== true) return false
  if (by !== null && writtenBy !== by) return false
  if (days !== null && dayOf(at) < addDays(dayOf(now), -days)) return false
  if (about === null) return true
  const named = namedIn(data)
  return record.people.some(({ personId, id }) => personId === about && named.has(id))
}

/** Everything that happened in a case, filtered. Null when there is none or the reader may not see it. */
export const caseTimeline = (
  deps: Deps,
  actor: Actor,
  caseId: string,
  filter: TimelineFilter,
): Promise<CaseTimeline | null> =>
  deps.store.change(actor.authority, async (store) => {
    const looked = await lookAtCase(deps, store, actor, caseId, 'timeline')
    if (looked === null) return null
    const all = entriesOf(looked.record, looked.now)
    const found = all.filter(({ event }) => isAsked(event, filter, looked))
    const kinds = [...new Set(all.map(({ event }) => event.type))]
    const pages = timelinePages(found)
    const holding = pages.findIndex((page) => page.some(({ event }) => event.id === filter.entry))
    const at = holding < 0 ? Math.min(filter.page, pages.length) : holding + 1
    const entries = pages[at - 1] ?? []
    const { record, procedure } = looked
    return {
      ...looked,
      entries,
      kinds,
      writers: [...new Set(all.flatMap(({ event }) => event.writtenBy ?? []))],
      changeable: new Set(
        entries
          .filter((entry) => mayChangeEntry(actor, record, procedure, entry))
          .map(({ event }) => event.id),
      ),
      otherwise: await otherwiseIn(deps, store, looked, entries),
      found: found.length,
      page: at,
      pages: pages.length,
    }
  })
