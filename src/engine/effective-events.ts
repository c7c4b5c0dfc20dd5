import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { CaseEvent, DataValue } from './case-event.ts'
import type { Entry } from './entry.ts'
import { isData, makeEntry } from './entry.ts'

const corrections: ReadonlySet<string> = new Set(['event.corrected', 'event.withdrawn'])

const byWriting = (a: CaseEvent, b: CaseEvent): number =>
  a.recorded - b.recorded || a.at - b.at || compareIds(a.id, b.id)

const corrected = (event: CaseEvent, correction: CaseEvent): CaseEvent => {
  const at = typeof correction.data['at'] === 'string' ? parseInstant(correction.data['at']) : undefined
  const set = correction.data['set']
  return { ...event, at: at ?? event.at, data: isData(set) ? { ...event.data, ...set } : event.data }
}

/**
 * The events as they are now known to have happened: corrected ones as corrected, withdrawn ones gone. A
 * correction can itself be withdrawn. A late correction leaves the same as if it had been known at once.
 */
const asCorrected = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  if (!events.some((event) => corrections.has(event.type))) return events
  const withdrawn = new Set<string>()
  const changes = new Map<string, CaseEvent[]>()
  for (const event of events.filter((e) => corrections.has(e.type)).toSorted((a, b) => byWriting(b, a))) {
    const of = event.data['of']
    if (withdrawn.has(event.id) || typeof of !== 'string') continue
    if (event.type === 'event.withdrawn') withdrawn.add(of)
    else changes.set(of, [event, ...(changes.get(of) ?? [])])
  }
  return events
    .filter((event) => !corrections.has(event.type) && !withdrawn.has(event.id))
    .map((event) => (changes.get(event.id) ?? []).reduce(corrected, event))
}

/** `e9` before `e10`. */
const compareIds = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

const inOrder =
  (ranks: ReadonlyMap<string, number>) =>
  (a: CaseEvent, b: CaseEvent): number =>
    a.at - b.at || (ranks.get(a.type) ?? 0) - (ranks.get(b.type) ?? 0) || compareIds(a.id, b.id)

/** The fields whose rows each say something of their own to the rules, and what. */
const rowsThatSpeak: Readonly<Record<string, readonly (readonly [field: string, type: string])[]>> = {
  'visit.made': [
    ['seen', 'child.seen'],
    ['notSeen', 'not-seen.explained'],
  ],
  'plan.agreed': [['actions', 'action.agreed']],
  'plan.revised': [['actions', 'action.agreed']],
  'action.added': [['actions', 'action.agreed']],
}

/** What one event says to the rules: itself; of a visit each child seen or not, of a plan each action. */
const pushEntries = (entries: Entry[], event: CaseEvent): void => {
  const day = dayOf(event.at)
  entries.push(makeEntry(event, event.type, event.data, day))
  for (const [field, type] of rowsThatSpeak[event.type] ?? []) {
    const rows: DataValue | undefined = event.data[field]
    if (!Array.isArray(rows)) continue
    for (const row of rows as readonly DataValue[])
      if (isData(row)) entries.push(makeEntry(event, type, row, day))
  }
}

/**
 * The history of a case in one order, whatever the order in which it was written down: by the moment, then
 * by what comes first in the vocabulary, then by id.
 */
export const effectiveEvents = (
  events: readonly CaseEvent[],
  ranks: ReadonlyMap<string, number>,
): readonly Entry[] => {
  const compare = inOrder(ranks)
  const known = asCorrected(events)
  const isSorted = known.every((event, i) => i === 0 || compare(known[i - 1] as CaseEvent, event) <= 0)
  const entries: Entry[] = []
  for (const event of isSorted ? known : known.toSorted(compare)) pushEntries(entries, event)
  return entries
}
