import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { CaseEvent } from '../case-event.ts'
import { appliesNow } from '../situation-now.ts'
import type { CompiledGate } from '../compiled/compiled-procedure.ts'
import type { Entry } from '../history/entry.ts'
import { lacksOf } from '../gates/gate-lacks.ts'
import { draftFor, leaveOut, passTests, situationOf } from './draft.ts'
import { overrides } from './event-words.data.ts'
import type { Draft, Making } from './making.ts'
import { entriesOfEvent, isFull, momentFor, take } from './making.ts'
import { whenOpen, writtenDown } from './office-time.ts'

const MINUTE = 60_000
/** What a gate needs may itself stand behind a gate; deeper than this nobody goes. */
const DEEPEST = 4

type Way = { readonly making: Making; readonly draft: Draft; readonly at: Instant; readonly depth: number }

const eventOf = (
  { events, outline, worker }: Making,
  { type, data, role }: Draft,
  at: Instant,
): CaseEvent => ({
  id: `e${events.length + 1}`,
  type,
  at,
  recorded: at,
  by: { role, id: role === outline.worker ? worker : null },
  data,
  override: null,
})

const unrepeatable = /^(referral\.received|case\.(closed|reopened)|worker\.started)$/

/** Does what a condition asks for: records it first, or writes it in the event itself. False when it cannot be done. */
const fulfil = (condition: Condition, person: string | null, way: Way): boolean => {
  const { making, draft, at, depth } = way
  const day = dayOf(at)
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => isSo(part, person, way) || fulfil(part, person, way)).every(Boolean)
    case 'any':
      return condition.of.some((part) => fulfil(part, person, way))
    case 'this': {
      passTests(draft, condition.where, making, day)
      const [role] = condition.by
      if (role !== undefined && !condition.by.includes(draft.role)) draft.role = role
      return true
    }
    case 'latest':
    case 'recorded':
    case 'count': {
      const match = 'match' in condition ? condition.match : condition.is
      if (match.events.every((type) => unrepeatable.test(type))) return false
      const before = draftFor(match, making.outline.worker, making, day, person)
      for (const field of match.same) {
        const value = draft.data[field]
        if (value !== undefined) before.data[field] = value
      }
      const earlier = (at - making.chance.whole(4, 40) * 5 * MINUTE) as Instant
      return recordAt(making, before, whenOpen(making.calendar, earlier, making.chance), depth + 1)
    }
    case 'age':
      return person !== null && leaveOut(draft, person)
    default:
      return false
  }
}

const isSo = (condition: Condition, person: string | null, { making, at }: Way): boolean => {
  const { people, procedure } = making
  const about = people.find(({ id }) => id === person) ?? null
  return appliesNow(condition, procedure, { ...situationOf(making, dayOf(at)), person: about })
}

const lacking = (gate: CompiledGate, way: Way): ReturnType<typeof lacksOf> => {
  const { making, draft, at } = way
  const entries = entriesOfEvent(eventOf(making, draft, at))
  const about = (entry: Entry) =>
    gate.before.test !== null && !gate.before.test(entry)
      ? []
      : lacksOf(gate, { ...situationOf(making, entry.day), event: entry })
  return entries.filter((entry) => gate.before.types.includes(entry.type)).flatMap((entry) => about(entry))
}

/** Brings one gate open: true, the reason for going past it, or false when it stays shut. */
const open = (gate: CompiledGate, way: Way): boolean | string => {
  const { making, depth } = way
  const past = (): string => making.chance.one(overrides)
  for (let tries = 0; tries < 4; tries += 1) {
    const lacks = lacking(gate, way)
    if (lacks.length === 0) return true
    if (!gate.gate.hard && (depth >= DEEPEST || making.chance.share(0.06))) return past()
    if (depth >= DEEPEST || isFull(making)) return false
    let done = false
    for (const { what, person } of lacks) {
      const need = gate.gate.needs.find((one) => one.what === what)
      if (need !== undefined && fulfil(need.condition, person, way)) done = true
    }
    if (!done) return gate.gate.hard ? false : past()
  }
  if (lacking(gate, way).length === 0) return true
  return gate.gate.hard ? false : past()
}

const recordAt = (making: Making, draft: Draft, planned: Instant, depth: number): boolean => {
  if (isFull(making)) return false
  const gates = making.outline.compiled.gates.get(draft.type) ?? []
  let reason: string | null = null
  for (const gate of gates) {
    const way = { making, draft, at: momentFor(making, planned), depth }
    const opened = open(gate, way)
    if (opened === false) return false
    if (typeof opened === 'string') reason = opened
  }
  if (isFull(making)) return false
  const at = momentFor(making, planned)
  if (at > making.until) {
    making.over = true
    return false
  }
  // What was recorded first may have taken time, and another day another need.
  for (const gate of gates) {
    if (lacking(gate, { making, draft, at, depth }).length === 0) continue
    if (gate.gate.hard) return false
    reason ??= making.chance.one(overrides)
  }
  const written = writtenDown(making.calendar, at, making.chance)
  const recorded = written > making.until ? at : written
  const override = reason === null ? null : { role: making.outline.manager, reason }
  take(making, { ...eventOf(making, draft, at), recorded, override })
  return true
}

/** Records an event, after what its gates ask for; false when it may not be recorded or the time has run out. */
export const record = (making: Making, draft: Draft, planned: Instant): boolean =>
  recordAt(making, draft, planned, 0)
