import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent } from '../case-event.ts'
import { takeEntries } from '../history/effective-events.ts'
import type { Entry } from '../history/entry.ts'
import type { GrowingHistory } from '../history/history.ts'
import { append } from '../history/history.ts'
import type { MatchList } from '../compiled/match-list.ts'
import type { DraftData, Surroundings } from './event-data.ts'
import { soonAfter } from './office-time.ts'
import type { Outline } from './outline.ts'

/** Something that is going to happen, unless it has become needless by then. */
export type Planned = {
  /** The event that is meant, where that is known beforehand. */
  readonly type: string | null
  readonly at: Instant
  /** Null: it does not happen after all. */
  readonly draft: (at: Instant) => Draft | null
  /** Whether an entry that has come meanwhile does instead. */
  readonly doneBy: (entry: Entry) => boolean
  /** It is owed only from a later moment on: the rules are asked again before it is done. */
  readonly unsure: boolean
  /** What follows from whether it could be recorded. */
  readonly afterwards: (recorded: boolean) => void
}

/** An event before it is recorded. */
export type Draft = { readonly type: string; data: DraftData; role: string }

/** A case while it is being made up. */
export type Making = Surroundings & {
  readonly outline: Outline
  readonly events: CaseEvent[]
  readonly history: GrowingHistory
  readonly until: Instant
  /** No more events than these. */
  readonly most: number
  /** How readily a decision ends the work: 0 never, 10 as readily as it goes on. */
  readonly leaving: number
  /** When the latest event happened. */
  last: Instant
  /** Nothing further happens: the time has run out. */
  over: boolean
  phase: 'open' | 'ending' | 'closed'
  /** Since the case began or was reopened: which parts of which step have happened. */
  reached: boolean[][]
  /** What is planned beside the duties: meetings with a date, notes to be written, what happens by itself. */
  plans: Planned[]
  /** When the obligations open now are due, the earliest by the event that would meet them. */
  dueBy: ReadonlyMap<string, number>
  /** A meeting has its date: nobody plans another. */
  meetingFixed: boolean
}

export const isFull = ({ over, events, most }: Making): boolean => over || events.length >= most

export const countOf = ({ history }: Making, type: string): number =>
  history.entries.filter((entry) => entry.type === type).length

export const meansEntry = ({ parts }: MatchList, entry: Entry): boolean =>
  parts.some(({ type, test }) => type === entry.type && (test === null || test(entry)))

/** The place of the step at which the case stands; -1 before the first. */
export const stepNow = ({ reached }: Making): number =>
  reached.findLastIndex((parts) => parts.length > 0 && parts.every(Boolean))

export const noStepReached = ({ steps }: Outline): boolean[][] =>
  steps.map(({ parts }) => parts.map(() => false))

/** The planned moment, or where that has gone by a little after what happened last. */
export const momentFor = ({ last, calendar, chance }: Making, planned: Instant): Instant =>
  planned > last ? planned : soonAfter(calendar, last, chance)

export const entriesOfEvent = (event: CaseEvent): readonly Entry[] => {
  const entries: Entry[] = []
  takeEntries(event, (entry) => entries.push(entry))
  return entries
}

/** Takes an event into the case. */
export const take = (making: Making, event: CaseEvent): void => {
  making.events.push(event)
  making.last = event.at
  if (event.type === 'case.reopened') making.reached = noStepReached(making.outline)
  for (const entry of entriesOfEvent(event)) {
    append(making.history, entry)
    making.outline.steps.forEach(({ parts }, step) => {
      parts.forEach((list, part) => {
        const row = making.reached[step]
        if (row !== undefined && !row[part] && meansEntry(list, entry)) row[part] = true
      })
    })
  }
}
