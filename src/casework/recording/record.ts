import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { derive } from '#engine/derive.ts'
import { isCorrection } from '#engine/history/effective-events.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord, NewEvent, StoredEvent } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { forLists } from '../schedule/keep-schedule.ts'
import { may, packRolesOf } from '../access/may.ts'
import { noticesOf } from '../messages/notices.ts'
import type { Changing } from '../ports.ts'
import type { Overtaken, Recorded, Recording, Said } from './recording.ts'
import { pageOfKey } from './request-key.ts'
import { notAgain, notPossible, notTheirs, shutGates } from './refusals.ts'
import { roleFor } from '../access/role-for.ts'
import { together } from './together.ts'
import type { Decided } from './who-decides.ts'
import { decidedIn, tellDeciders } from './decided-in.ts'

const newEvents = (
  recording: Recording,
  actor: Actor,
  one: CaseRecord,
  procedure: Procedure,
  now: Instant,
  decided: readonly Decided[],
): readonly NewEvent[] => {
  const own = packRolesOf(actor, one, procedure)
  return recording.said.map(({ type, at, data }: Said, i) => {
    const role = own.find((each) => each === recording.inRole) ?? roleFor(type, own, procedure)
    const name = decided[i]
    return {
      type,
      at,
      recorded: at > now ? at : now,
      by: name?.kind === 'in the name of' ? name.who : { role, id: actor.user },
      data,
      override: recording.reason === null ? null : { role, reason: recording.reason },
      writtenBy: actor.user,
    }
  })
}

/** The events as they will be called once they are stored. */
const withIds = (events: readonly NewEvent[], one: CaseRecord): readonly StoredEvent[] =>
  events.map((event, i) => ({ ...event, id: `e${one.events.length + 1 + i}` }))

/** What an event is of, through all its corrections: to change it one needs the right to record it. */
const typeOf = ({ type, data }: Pick<Said, 'type' | 'data'>, events: readonly StoredEvent[]): string => {
  const of = isCorrection({ type }) ? events.findIndex(({ id }) => id === data['of']) : -1
  const earlier = events[of]
  return earlier === undefined ? type : typeOf(earlier, events.slice(0, of))
}

/** Whether somebody may record all of this, whoever decides it: each thing for itself, and a reason to go past a gate. */
export const mayRecordAll = (
  actor: Actor,
  one: CaseRecord,
  { said, reason }: Pick<Recording, 'said' | 'reason'>,
): boolean =>
  may.record(actor, one) &&
  (reason === null || may.goPast(actor, one)) &&
  said.every((each) => may.changeEntry(actor, one, typeOf(each, one.events)))

/** What somebody would overtake without knowing of it; null where there is nothing. */
type Overtakes = (one: CaseRecord) => StoredEvent | null

/**
 * Records what happened in a case, in one transaction: the events, the schedule worked out anew, the audit and
 * what has to be sent. A gate that is shut, a right that is missing, a value that cannot be, or something that was
 * recorded meanwhile leaves everything as it was. The same key again gives the first answer again.
 */
export const recordUnless = (
  deps: Deps,
  actor: Actor,
  recording: Recording,
  overtakes: Overtakes,
): Promise<Recorded | Overtaken> =>
  deps.store.change(actor.authority, async (store) => {
    const [one, before, authority] = await together(
      store.lockCase(recording.caseId),
      // Looked for once the case is held: the same request may have been at it until now.
      store.resultOf(recording.key),
      store.authority(),
    )
    if (before !== null) return JSON.parse(before) as Recorded
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    return recordHeld(
      deps,
      store,
      actor,
      { record: one, calendar: calendarOf(authority) },
      recording,
      overtakes,
    )
  })

/** A case that the transaction has, with the calendar by which what is due in it is worked out. */
type Held = { readonly record: CaseRecord; readonly calendar: WorkingCalendar }

/** The same within a transaction that has the case already. */
export const recordHeld = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  held: Held,
  recording: Recording,
  overtakes: Overtakes,
): Promise<Recorded | Overtaken> => {
  if (!mayRecordAll(actor, held.record, recording)) return { kind: 'not-allowed' }
  const event = overtakes(held.record)
  return event === null ? writeDown(deps, store, actor, held, recording) : { kind: 'overtaken', event }
}

/** The same, whatever was recorded meanwhile. */
export const record = async (deps: Deps, actor: Actor, recording: Recording): Promise<Recorded> => {
  const result = await recordUnless(deps, actor, recording, () => null)
  if (result.kind === 'overtaken') throw new Error('Nothing can overtake this.')
  return result
}

/** Records what somebody may record and nobody has overtaken, in a case that is held. */
export const recordLocked = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  one: CaseRecord,
  recording: Recording,
): Promise<Recorded> => {
  const calendar = calendarOf(await store.authority())
  return writeDown(deps, store, actor, { record: one, calendar }, recording)
}

const writeDown = async (
  deps: Deps,
  store: Changing,
  actor: Actor,
  { record: one, calendar }: Held,
  recording: Recording,
): Promise<Recorded> => {
  const now = deps.clock.now()
  const procedure = procedureOf(deps.shelf, one)
  const decided = await decidedIn(store, actor, one, procedure, recording, now)
  const fresh = newEvents(recording, actor, one, procedure, now, decided)
  const events = withIds(fresh, one)
  const problems = notPossible(events, one, procedure, now)
  if (problems.length > 0) return { kind: 'problems', problems }
  const trial = derive(procedure, [...one.events, ...events], one.people, calendar)
  const again = notAgain(trial.timeline, events)
  if (again.length > 0) return { kind: 'problems', problems: again }
  const gates = [...notTheirs(decided, procedure), ...shutGates(trial.timeline, events, procedure)]
  if (gates.length > 0) return { kind: 'shut', gates }

  const after = { ...one, events: [...one.events, ...events] }
  const ids = events.map(({ id }) => id)
  const audited = events.map(({ id, type }) =>
    store.audit({ at: now, user: actor.user, act: 'recorded', caseId: one.id, detail: { event: id, type } }),
  )
  const result: Recorded = { kind: 'recorded', caseId: one.id, events: ids }
  await together(
    store.recordIn(one.id, one.events.length, fresh, forLists(trial, after, procedure, calendar)),
    ...audited,
    tellDeciders(store, actor, after, events, procedure),
    ...noticesOf(procedure, trial.timeline, ids, after).map((notice) => store.send(notice)),
    recording.draft === undefined
      ? undefined
      : store.dropDraft(actor.user, recording.draft, pageOfKey(recording.key)),
    store.keepResult(recording.key, JSON.stringify(result)),
  )
  return result
}
