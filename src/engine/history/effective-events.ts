import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseEvent, Data, DataValue } from '../case-event.ts'
import type { Entry } from './entry.ts'
import { isData, isList, makeEntry } from './entry.ts'
import { inYearsOfCases } from '../case-file/years-of-cases.ts'

/** Whether an event says only something about another one. */
export const isCorrection = ({ type }: Pick<CaseEvent, 'type'>): boolean =>
  type === 'event.corrected' || type === 'event.withdrawn'

const byWriting = (a: CaseEvent, b: CaseEvent): number =>
  a.recorded - b.recorded || a.at - b.at || compareIds(a.id, b.id)

/** The event as a correction says it was. A field that is set to nothing is taken away. */
export const corrected = <E extends CaseEvent>(event: E, correction: CaseEvent): E => {
  const at = typeof correction.data['at'] === 'string' ? parseInstant(correction.data['at']) : undefined
  const set = correction.data['set']
  const moved = at !== undefined && inYearsOfCases(dayOf(at))
  const data = isData(set) ? withoutNothing({ ...event.data, ...set }, set) : event.data
  return { ...event, at: moved ? at : event.at, data }
}

const withoutNothing = (data: Data, set: Data): Data =>
  Object.values(set).includes(null)
    ? Object.fromEntries(Object.entries(data).filter(([field]) => set[field] !== null))
    : data

/** What is taken back, and what is corrected by what, in the order in which it was written down. */
export type Corrections = {
  readonly withdrawn: ReadonlySet<string>
  /** By the id of what they are about in the end; one of a withdrawn correction is about nothing else. */
  readonly corrections: ReadonlyMap<string, readonly CaseEvent[]>
}

/**
 * Which corrections and withdrawals hold. Each can itself be withdrawn. A correction of a correction is one of the
 * event that both are about, and the latest word counts; it goes with the correction that it is of.
 */
export const correctionsIn = (events: readonly CaseEvent[]): Corrections => {
  const withdrawn = new Set<string>()
  const standing: CaseEvent[] = []
  const latestFirst = events.filter((e) => isCorrection(e)).toSorted((a, b) => byWriting(b, a))
  for (const event of latestFirst) {
    const of = aboutOf(event)
    if (withdrawn.has(event.id) || of === '') continue
    if (event.type === 'event.withdrawn') withdrawn.add(of)
    else standing.unshift(event)
  }
  const known = new Map(standing.map((event) => [event.id, event]))
  const corrections = new Map<string, CaseEvent[]>()
  for (const event of standing) {
    const first = firstOf(event, known)
    if (first === null) continue
    corrections.set(first, [...(corrections.get(first) ?? []), event])
  }
  return { withdrawn, corrections }
}

const aboutOf = ({ data }: CaseEvent): string => (typeof data['of'] === 'string' ? data['of'] : '')

/** What a correction is about in the end; null where it goes round in a circle. */
const firstOf = (correction: CaseEvent, known: ReadonlyMap<string, CaseEvent>): string | null => {
  const seen = new Set<string>()
  let of = aboutOf(correction)
  for (let next = known.get(of); next !== undefined; next = known.get(of)) {
    if (seen.has(of)) return null
    seen.add(of)
    of = aboutOf(next)
  }
  return of
}

/** The events as they are now known to have happened: corrected ones as corrected, withdrawn ones gone. */
const asCorrected = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const { withdrawn, corrections } = correctionsIn(events)
  return events
    .filter((event) => !isCorrection(event) && !withdrawn.has(event.id))
    .map((event) => (corrections.get(event.id) ?? []).reduce(corrected, event))
}

/**
 * What had happened by a moment, as far as corrections made by then say; those made later do not count yet. An
 * event that was first written down for a later day is there when its correction says that it happened by then.
 */
export const happenedBy = (events: readonly CaseEvent[], asOf: Instant): readonly CaseEvent[] =>
  asCorrected(events.filter((event) => event.at <= asOf || !isCorrection(event))).filter(
    ({ at }) => at <= asOf,
  )

/** `e9` before `e10`. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

const inOrder =
  (ranks: ReadonlyMap<string, number>) =>
  (a: CaseEvent, b: CaseEvent): number =>
    a.at - b.at || (ranks.get(a.type) ?? 0) - (ranks.get(b.type) ?? 0) || compareIds(a.id, b.id)

/** A row of a visit that names no child would be read as if it were about all of them. */
const isWhole = (type: string, row: Data): boolean =>
  type === 'action.agreed' || typeof row['child'] === 'string'

const takeRows = (
  { event, day, of }: Entry,
  rows: DataValue | undefined,
  type: string,
  take: (entry: Entry) => void,
): void => {
  if (!isList(rows)) return
  for (const row of rows) if (isData(row) && isWhole(type, row)) take(makeEntry(event, type, row, day, of))
}

/** What one event says to the rules: itself; of a visit each child seen or not, of a plan each action. */
export const takeEntries = (event: CaseEvent, take: (entry: Entry) => void): void => {
  const { type, data } = event
  const { of } = data
  const whole = makeEntry(event, type, data, dayOf(event.at), typeof of === 'string' ? of : null)
  take(whole)
  if (type === 'visit.made') {
    takeRows(whole, data['seen'], 'child.seen', take)
    takeRows(whole, data['notSeen'], 'not-seen.explained', take)
  } else if (type === 'plan.agreed' || type === 'plan.revised' || type === 'action.added')
    takeRows(whole, data['actions'], 'action.agreed', take)
}

/**
 * The events of a case in one order, whatever the order in which they were written down: by the moment, then
 * by what comes first in the vocabulary, then by id.
 */
export const effectiveEvents = (
  events: readonly CaseEvent[],
  ranks: ReadonlyMap<string, number>,
): readonly CaseEvent[] => {
  const compare = inOrder(ranks)
  let isCorrected = false
  let isSorted = true
  let last: CaseEvent | undefined
  for (const event of events) {
    if (isCorrection(event)) isCorrected = true
    if (last !== undefined && compare(last, event) > 0) isSorted = false
    last = event
  }
  if (isCorrected) return asCorrected(events).toSorted(compare)
  return isSorted ? events : events.toSorted(compare)
}
