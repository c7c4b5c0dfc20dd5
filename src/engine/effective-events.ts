import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { CaseEvent, Data, DataValue } from './case-event.ts'
import type { Entry } from './entry.ts'
import { isData } from './entry.ts'

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

const entry = (event: CaseEvent, type: string, data: Data): Entry => ({
  id: event.id,
  type,
  at: event.at,
  day: dayOf(event.at),
  recorded: event.recorded,
  role: event.by?.role ?? null,
  data,
  event,
  seq: 0,
})

const named = (value: DataValue | undefined): readonly Data[] =>
  Array.isArray(value) ? value.filter((one): one is Data => isData(one as DataValue)) : []

/** The fields whose rows each say something of their own to the rules, and what. */
const rowsThatSpeak = [
  ['seen', 'child.seen'],
  ['notSeen', 'not-seen.explained'],
  ['actions', 'action.agreed'],
] as const

const speakers: ReadonlySet<string> = new Set(['visit.made', 'plan.agreed', 'plan.revised', 'action.added'])

/** What one event says to the rules: itself; of a visit each child seen or not, of a plan each action. */
const entriesOf = (event: CaseEvent): readonly Entry[] => [
  entry(event, event.type, event.data),
  ...(speakers.has(event.type)
    ? rowsThatSpeak.flatMap(([field, type]) => named(event.data[field]).map((row) => entry(event, type, row)))
    : []),
]

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
  const sorted = known.every((event, i) => i === 0 || compare(known[i - 1] as CaseEvent, event) <= 0)
    ? known
    : known.toSorted(compare)
  const entries: Entry[] = []
  for (const event of sorted) for (const one of entriesOf(event)) entries.push(one)
  return entries
}
