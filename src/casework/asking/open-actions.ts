import type { Assessment, Stood } from '#engine/assess.ts'
import type { Data } from '#engine/case-event.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Obligation } from '#engine/obligation.ts'
import type { Standing } from '#engine/standing/standing.ts'
import { momentText } from '#engine/assessment-json.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { metMatches } from '#procedure/rules/clock-matches.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { StoredEvent } from '../case/case-record.ts'
import { actionsOfPlan } from '../documents/actions-agreed.ts'

/** With what an action was agreed: the entry, and when that was. */
export type AgreedIn = { readonly event: string; readonly type: string; readonly at: Instant }

/**
 * An action that was agreed and is not completed. The same words in a plan and in what replaced it are one action: it is
 * completed in both, since what completes it is known by its words alone.
 */
export type OpenAction = {
  /** In an address: the entry with which it was agreed, and its place among the actions of that entry, as in `e9-2`. */
  readonly ids: readonly [string, ...string[]]
  readonly what: string
  /** Who does it, as it was typed, or the id of somebody in the case. */
  readonly who: readonly string[]
  /** The day by which it is to be done, as text, where one was agreed. */
  readonly by: string | null
  readonly standing: Standing
  /** As often as it was agreed, the first time first. */
  readonly agreed: readonly [AgreedIn, ...AgreedIn[]]
}

const isCompletedByWords = (clock: Clock): boolean =>
  clock.met?.kind === 'events' &&
  clock.met.same.includes('what') &&
  metMatches(clock).some(({ events }) => events.includes('action.completed'))

const ended: ReadonlySet<Standing> = new Set(['met', 'met-late', 'lapsed'])

/** The place of each among those of one clock that began with the same entry, from 1. */
const placesOf = (all: readonly Pick<Obligation, 'clock' | 'startedBy'>[]): ReadonlyMap<unknown, number> => {
  const counts = new Map<string, number>()
  return new Map(
    all.map((one) => {
      const key = `${one.clock.id} ${one.startedBy}`
      const place = (counts.get(key) ?? 0) + 1
      counts.set(key, place)
      return [one, place]
    }),
  )
}

/**
 * What a page that records something for an obligation says that it belongs to: the action of a plan, as in `e9-2`, or the
 * earlier event that it is about. Null where it belongs to none.
 */
export const belongsTo = (
  one: Obligation,
  { obligations }: Pick<Assessment, 'obligations'>,
): string | null => {
  if (one.subject.kind !== 'event') return null
  if (!isCompletedByWords(one.clock)) return one.subject.id
  const place = placesOf(obligations.map(({ obligation }) => obligation)).get(one)
  return `${one.startedBy}-${place ?? 1}`
}

const textIn = (data: Data | undefined, field: string): string | null => {
  const value = data?.[field]
  return typeof value === 'string' && value !== '' ? value : null
}

const ofClock = (standing: Assessment): readonly OpenAction[] => {
  const stands = standing.obligations.filter(({ obligation }) => isCompletedByWords(obligation.clock))
  const places = placesOf(stands.map(({ obligation }) => obligation))
  return stands
    .filter((one) => !ended.has(one.standing))
    .flatMap(({ obligation, standing: its }: Stood): readonly OpenAction[] => {
      const { startEntry, startedBy, due, counts } = obligation
      const what = textIn(startEntry?.data, 'what')
      if (startEntry === null || what === null) return []
      return [
        {
          ids: [`${startedBy}-${places.get(obligation) ?? 1}`],
          what,
          who: [textIn(startEntry.data, 'who') ?? []].flat(),
          by: momentText(due, counts),
          standing: its,
          agreed: [{ event: startEntry.id, type: startEntry.event.type, at: startEntry.at }],
        },
      ]
    })
}

const ofPlan = (events: readonly StoredEvent[], now: Instant): readonly OpenAction[] =>
  actionsOfPlan(happenedBy(events, now)).flatMap(({ row, event, place, done }): readonly OpenAction[] => {
    const what = textIn(row, 'what')
    if (what === null || done) return []
    const by = textIn(row, 'by')
    return [
      {
        ids: [`${event.id}-${place}`],
        what,
        who: [textIn(row, 'who') ?? []].flat(),
        by,
        standing: by !== null && by < (momentText(dayOf(now), 'days') ?? '') ? 'overdue' : 'open',
        agreed: [{ event: event.id, type: event.type, at: event.at }],
      },
    ]
  })

const asOne = (before: OpenAction, one: OpenAction): OpenAction => ({
  ...before,
  ids: [...before.ids, ...one.ids],
  who: [...new Set([...before.who, ...one.who])],
  by: [before.by, one.by].flatMap((by) => by ?? []).toSorted()[0] ?? null,
  standing: one.standing === 'overdue' ? one.standing : before.standing,
  agreed: [...before.agreed, ...one.agreed],
})

/** Whether the procedure waits for each action that is agreed. */
const waitsForActions = ({ clocks }: Procedure): boolean => clocks.some(isCompletedByWords)

/**
 * The actions that were agreed and are open: those that the procedure waits for; where it waits for none, those of the
 * plan as it stands. What is due first comes first.
 */
export const openActions = (standing: Assessment, events: readonly StoredEvent[]): readonly OpenAction[] => {
  const all = waitsForActions(standing.procedure) ? ofClock(standing) : ofPlan(events, standing.asOf)
  const byWords = new Map<string, OpenAction>()
  for (const one of all) {
    const before = byWords.get(one.what)
    byWords.set(one.what, before === undefined ? one : asOne(before, one))
  }
  return [...byWords.values()].toSorted((a, b) => (a.by ?? 'z').localeCompare(b.by ?? 'z'))
}
