import type { Day } from '#calendar/day.ts'
import { addDays, addMonths, addYears, daysBetween } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Duration } from '#procedure/rules/duration.ts'
import { durationInWords } from '#procedure/rules/duration.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Watch } from '#procedure/rules/watch.ts'
import type { Person } from './case-event.ts'
import { isBorn, isChild, isThere } from './case-event.ts'
import { concerns } from './history/entry.ts'
import type { Entry } from './history/entry.ts'
import { entriesEver, entriesNow, stillHolds } from './history/episode.ts'
import type { Subject } from './obligation.ts'
import type { Timeline } from './history/timeline.ts'

/** How a watch stands: when it last happened, how long it has lasted, or how often it has happened. */
export type WatchStanding = {
  readonly watch: Watch
  readonly subject: Subject
  readonly last: Entry | null
  readonly lastAlone: Entry | null
  /** For lengths: since when, for how many days, and the marks passed. For counts: how many, and whether enough. */
  readonly since: Day | null
  readonly days: number | null
  readonly count: number | null
  readonly reached: readonly string[]
}

const nothing = { last: null, lastAlone: null, since: null, days: null, count: null, reached: [] }

const markDay = (since: Day, { n, unit }: Duration): Day => {
  if (unit === 'months') return addMonths(since, n)
  if (unit === 'years') return addYears(since, n)
  if (unit === 'weeks') return addDays(since, 7 * n)
  return addDays(since, unit === 'hours' || unit === 'working hours' ? Math.ceil(n / 24) : n)
}

const isOfSeeing = ({ of }: Watch): boolean =>
  of.kind === 'last' && of.any.every(({ events }) => events.every((type) => type === 'child.seen'))

/** When a child was last seen is kept in view from its birth on. */
const whom = (watch: Watch, people: readonly Person[], today: Day): readonly (Person | null)[] => {
  const { scope } = watch
  if (scope === 'each child')
    return people.filter((person) => isChild(person) && (isBorn(person, today) || !isOfSeeing(watch)))
  if (scope === 'each member') return people.filter((person) => person.member)
  return [null]
}

const standing = (
  watch: Watch,
  person: Person | null,
  timeline: Timeline,
  today: Day,
): Omit<WatchStanding, 'watch' | 'subject'> => {
  const about = (entry: Entry): boolean => person === null || concerns(entry, person.id)
  const { of } = watch
  if (of.kind === 'last') {
    // A child who was seen before the case was closed and reopened has been seen.
    const seen = entriesEver(timeline, of.any).filter(about)
    return {
      ...nothing,
      last: seen.at(-1) ?? null,
      lastAlone: seen.findLast((entry) => entry.data['alone'] === true) ?? null,
    }
  }
  if (of.kind === 'count') {
    const count = entriesNow(timeline, of.any).filter(about).length
    return { ...nothing, count, reached: count >= of.reaches ? [`${of.reaches}`] : [] }
  }
  const begun = stillHolds(timeline, of.since, of.until)
  const since =
    begun === null
      ? null
      : (entriesNow(timeline, of.since).find((entry) => entry.seq > lastEnd(watch, timeline)) ?? begun).day
  if (since === null) return nothing
  const reached = of.marks.filter((mark) => today > markDay(since, mark)).map(durationInWords)
  return { ...nothing, since, days: daysBetween(since, today), reached }
}

/** A length runs from the first beginning after whatever last ended it. */
const lastEnd = ({ of }: Watch, timeline: Timeline): number =>
  of.kind === 'length' && of.until.length > 0 ? (entriesNow(timeline, of.until).at(-1)?.seq ?? -1) : -1

/** What the procedure keeps in view, as it stands at a moment. */
export const watchesNow = (
  procedure: Procedure,
  timeline: Timeline,
  asOf: Instant,
): readonly WatchStanding[] =>
  procedure.watches.flatMap((watch) =>
    whom(
      watch,
      timeline.people.filter((person) => isThere(person, dayOf(asOf))),
      dayOf(asOf),
    ).map((person) => ({
      watch,
      subject: person === null ? ({ kind: 'case' } as const) : ({ kind: 'person', id: person.id } as const),
      ...standing(watch, person, timeline, dayOf(asOf)),
    })),
  )
