import { derive } from '#engine/derive.ts'
import type { Schedule } from '#engine/derive.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { gateMeetings } from '#engine/gates/gate-meetings.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord, StoredEvent } from '../case/case-record.ts'
import { entriesOf } from '../case/timeline-entry.ts'
import type { TimelineEntry } from '../case/timeline-entry.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { may } from '../access/may.ts'
import { mayChangeEntry } from './may-change-entry.ts'
import type { Changing } from '../ports.ts'
import { recordLocked } from '../recording/record.ts'
import type { Recorded, Said } from '../recording/recording.ts'

/** What a person says about an entry of the record. */
export type EntryAsked = {
  readonly caseId: string
  readonly key: string
  /** The entry's id: `e12`; also that of a correction or withdrawal of one, to take that back. */
  readonly event: string
  /** How many corrections and withdrawals of the entry the person saw. */
  readonly seen: number
  /** The person knows what this undoes. */
  readonly knowing: boolean
}

/** What became of it. Everything but `recorded` has changed nothing. */
export type EntryChanged =
  | Recorded
  /** Somebody else has changed the entry since the person saw it. */
  | { readonly kind: 'changed-meanwhile' }
  /** Without what this changes, other entries would be refused, and count no longer. */
  | { readonly kind: 'undoes'; readonly events: readonly StoredEvent[] }

/** The entry that an id belongs to: its own, or that of a change of it. */
export const entryWith = (
  one: Pick<CaseRecord, 'events'>,
  event: string,
  asOf: Parameters<typeof entriesOf>[1],
): TimelineEntry | null =>
  entriesOf(one, asOf).find(
    (entry) => entry.event.id === event || entry.changes.some((change) => change.event.id === event),
  ) ?? null

const refusedIn = (procedure: Procedure, { timeline }: Schedule): ReadonlySet<string> =>
  new Set(
    gateMeetings(procedure, timeline)
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ event }) => event.id),
  )

/** The entries that count now, and that a gate would refuse if this were said. */
const undoneBy = async (
  deps: Deps,
  store: Changing,
  one: CaseRecord,
  said: Said,
): Promise<readonly StoredEvent[]> => {
  const procedure = procedureOf(deps.shelf, one)
  const calendar = calendarOf(await store.authority())
  const id = `e${one.events.length + 1}`
  const more = { ...said, id, recorded: deps.clock.now(), by: null, override: null }
  const before = refusedIn(procedure, derive(procedure, one.events, one.people, calendar))
  const after = refusedIn(procedure, derive(procedure, [...one.events, more], one.people, calendar))
  return one.events.filter((event) => after.has(event.id) && !before.has(event.id))
}

const givesWorker: ReadonlySet<string> = new Set(['case.allocated', 'case.transferred'])

/** Where it was wrong to whom a family was given, it goes back to whoever had it before. */
const putWorkerRight = async (deps: Deps, store: Changing, caseId: string): Promise<void> => {
  const one = await store.caseById(caseId)
  if (one === null) return
  const last = happenedBy(one.events, deps.clock.now()).findLast(({ type }) => givesWorker.has(type))
  const named = last?.type === 'case.transferred' ? last.data['to'] : last?.data['worker']
  const worker = typeof named === 'string' ? ((await store.user(named))?.user ?? null) : null
  if (worker !== one.worker) await store.setCase(caseId, { worker })
}

/**
 * Says something about an entry, in one transaction with what follows from it: gates and schedule are worked out
 * anew. What would make other entries count no longer is told first, and recorded only knowingly.
 */
export const changeEntry = (
  deps: Deps,
  actor: Actor,
  asked: EntryAsked,
  data: Said['data'],
  type: 'event.corrected' | 'event.withdrawn',
): Promise<EntryChanged> =>
  deps.store.change(actor.authority, async (store): Promise<EntryChanged> => {
    const one = await store.lockCase(asked.caseId)
    const before = await store.resultOf(asked.key)
    if (before !== null) return JSON.parse(before) as Recorded
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    const now = deps.clock.now()
    const entry = entryWith(one, asked.event, now)
    if (entry === null) return { kind: 'no-such-case' }
    if (!mayChangeEntry(actor, one, procedureOf(deps.shelf, one), entry)) return { kind: 'not-allowed' }
    if (entry.changes.length > asked.seen) return { kind: 'changed-meanwhile' }
    const said = { type, at: now, data }
    const undone = asked.knowing ? [] : await undoneBy(deps, store, one, said)
    if (undone.length > 0) return { kind: 'undoes', events: undone }
    const recording = { caseId: one.id, key: asked.key, said: [said], reason: null }
    const result = await recordLocked(deps, store, actor, one, recording)
    if (result.kind === 'recorded' && givesWorker.has(entry.event.type))
      await putWorkerRight(deps, store, one.id)
    return result
  })
