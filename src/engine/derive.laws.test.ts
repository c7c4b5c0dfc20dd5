import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { formatDay } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { readProcedure } from '#procedure/reading/read-procedure.ts'
import { assess } from './assess.ts'
import { assessmentJson } from './assessment-json.ts'
import type { CaseEvent, Data, DataValue } from './case-event.ts'
import { compiledProcedure } from './compiled/compiled-procedure.ts'
import { derive } from './derive.ts'
import { calendar, moment, peopleFrom } from './fixtures/told-case.ts'
import type { Obligation } from './obligation.ts'
import { standingOf } from './standing/standing.ts'

const packs = join(import.meta.dirname, '..', '..', 'packs')

const procedures: readonly Procedure[] = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(packs, name))
      .filter((folder) => /^\d{4}-/.test(folder))
      .flatMap((folder) => {
        const path = join(packs, name, folder, 'procedure.md')
        return readProcedure(readFileSync(path, 'utf8'), path).procedure ?? []
      }),
  )

const hour = 3_600_000
const first = moment('2026-01-05T09:00')
const last = moment('2026-10-30T17:00')
const anyMoment = fc.integer({ min: 0, max: (last - first) / hour }).map((n) => (first + n * hour) as Instant)
const anyDate = fc
  .integer({ min: 1, max: 27 })
  .chain((day) =>
    fc
      .integer({ min: 1, max: 12 })
      .map((month) => `2026-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`),
  )

const people = peopleFrom([
  { id: 'ada', born: '2010-05-05' },
  { id: 'ben', born: '2026-04-14' },
  { id: 'cal', from: '2026-02-02', until: '2026-07-15' },
  { id: 'mo', role: 'parent' },
  { id: 'pat', role: 'professional' },
])

/** The values that the rules of a procedure look for in a field. */
const valuesSought = (procedure: Procedure): ReadonlyMap<string, readonly DataValue[]> => {
  const found = new Map<string, DataValue[]>()
  JSON.stringify(procedure, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('path' in value) || !('values' in value))
      return value
    const { path, values } = value as { path: readonly string[]; values: readonly DataValue[] }
    const [field] = path
    if (path.length === 1 && field !== undefined) found.set(field, [...(found.get(field) ?? []), ...values])
    return value
  })
  return found
}

const anyPerson = fc.constantFrom('ada', 'ben', 'cal', 'mo')

const anyValue = (kind: FieldKind, sought: readonly DataValue[]): fc.Arbitrary<DataValue> => {
  if (typeof kind !== 'string') return fc.constantFrom(...kind)
  switch (kind) {
    case 'number':
      return fc.integer({ min: -1, max: 13 })
    case 'yes-no':
      return fc.boolean()
    case 'date':
    case 'moment':
      return anyDate
    case 'person':
      return anyPerson
    case 'people':
      return fc.uniqueArray(anyPerson, { maxLength: 3 })
    case 'seen':
    case 'not-seen':
      return fc.array(
        anyPerson.map((child) => ({ child })),
        { maxLength: 2 },
      )
    case 'actions':
      return fc.array(
        anyDate.map((by) => ({ what: 'ask', who: 'mo', by })),
        { maxLength: 2 },
      )
    default:
      return sought.length > 0
        ? fc.constantFrom<DataValue>('other', ...sought)
        : fc.constantFrom('some', 'other')
  }
}

const anyData = (
  fields: Readonly<Record<string, FieldKind>>,
  sought: ReadonlyMap<string, readonly DataValue[]>,
) =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([field, kind]) => [field, anyValue(kind, sought.get(field) ?? [])]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Data>

/** Events that the procedure knows, with moves, pauses, corrections and withdrawals among them. */
const anyHistory = (procedure: Procedure): fc.Arbitrary<readonly CaseEvent[]> => {
  const sought = valuesSought(procedure)
  const rules = procedure.clocks.map(({ id }) => id)
  const roles = Object.keys(procedure.roles)
  const all = Object.keys(procedure.events)
  const named = JSON.stringify([procedure.clocks, procedure.gates.map(({ needs }) => needs)])
  const used = all.flatMap((type) => Array.from({ length: named.split(`"${type}"`).length }, () => type))
  const plain = fc
    .constantFrom(...used)
    .chain((type) => anyData(procedure.events[type] ?? {}, sought).map((data) => ({ type, data })))
  const id = fc.integer({ min: 1, max: 80 }).map((n) => `e${n}`)
  const special = fc.oneof(
    fc
      .record({ rule: fc.constantFrom(...rules), due: anyDate })
      .map((data) => ({ type: 'clock.moved', data })),
    fc.record({ rule: fc.constantFrom('all', ...rules) }).map((data) => ({ type: 'clock.paused', data })),
    fc.record({ rule: fc.constantFrom('all', ...rules) }).map((data) => ({ type: 'clock.resumed', data })),
    fc.record({ of: id, at: anyDate }).map((data) => ({ type: 'event.corrected', data })),
    id.map((of) => ({ type: 'event.withdrawn', data: { of } })),
    fc.constantFrom('case.closed', 'case.reopened').map((type) => ({ type, data: {} })),
  )
  const one = fc.record({
    what: fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: special }),
    at: anyMoment,
    late: fc.integer({ min: 0, max: 72 }),
    role: fc.constantFrom(...roles),
    override: fc.boolean(),
  })
  return fc.array(one, { minLength: 1, maxLength: 80, size: 'max' }).map((drawn) =>
    drawn.map(({ what, at, late, role, override }, i) => ({
      id: `e${i + 1}`,
      ...what,
      at,
      recorded: (at + late * hour) as Instant,
      by: { role, id: null },
      override: override ? { role: 'manager', reason: 'known' } : null,
    })),
  )
}

/** An obligation without the places in the order, which any other event shifts. */
const plainly = (one: Obligation) => ({
  clock: one.clock.id,
  subject: one.subject,
  startedBy: one.startedBy,
  startEntry: one.startEntry?.id ?? null,
  follows: one.follows?.clock.id ?? null,
  start: one.start,
  began: one.began,
  opens: one.opens,
  earliest: one.earliest,
  aim: one.aim,
  due: one.due,
  firstDue: one.firstDue,
  soon: one.soon,
  tooLateAt: one.tooLateAt,
  provisional: one.provisional,
  undecided: one.undecided,
  met: one.met,
  lapsed: one.lapsed === null ? null : { by: one.lapsed.by, at: one.lapsed.at },
  explained: one.explained,
  moved: one.moved,
  earlierLimits: one.earlierLimits,
  pauses: one.pauses,
  reckoning: one.reckoning,
})

const scheduleOf = (procedure: Procedure, events: readonly CaseEvent[]) =>
  derive(procedure, events, people, calendar).obligations.map(plainly)

const runs = { numRuns: 6 }

const holds = (says: string, law: (procedure: Procedure) => void): void => {
  describe(says, () => {
    for (const procedure of procedures)
      it(`${procedure.id} ${formatDay(procedure.version)}`, () => law(procedure))
  })
}

describe('the procedures that the laws are held against', () => {
  it('are all those in the packs', () => {
    assert.ok(procedures.length >= 5, `${procedures.length} were read`)
  })

  it('give obligations when their events happen at random', () => {
    for (const procedure of procedures) {
      const counts = fc
        .sample(anyHistory(procedure), { numRuns: 20, seed: 1 })
        .map((events) => scheduleOf(procedure, events).length)
      assert.ok(
        counts.some((count) => count > 10),
        `${procedure.id}: ${counts.join(' ')}`,
      )
    }
  })
})

holds('the order in which events were written down changes nothing', (procedure) => {
  const shuffled = anyHistory(procedure).chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
  )
  fc.assert(
    fc.property(shuffled, ([events, mixed]) =>
      assert.deepEqual(scheduleOf(procedure, mixed), scheduleOf(procedure, events)),
    ),
    runs,
  )
})

const isCorrection = ({ type }: CaseEvent): boolean =>
  type === 'event.corrected' || type === 'event.withdrawn'

holds('an event that was written down late counts as if it had been known at once', (procedure) => {
  const timely = new Set<string>()
  for (const { id, met, start } of procedure.clocks)
    if (met?.kind !== 'written down' && !('clock' in start)) timely.add(id)
  const those = (events: readonly CaseEvent[]) =>
    scheduleOf(procedure, events).filter(({ clock }) => timely.has(clock))
  fc.assert(
    fc.property(anyHistory(procedure), (events) => {
      const atOnce = events.map((event) => (isCorrection(event) ? event : { ...event, recorded: event.at }))
      assert.deepEqual(those(atOnce), those(events))
    }),
    runs,
  )
})

holds('a corrected event counts as if it had been right from the beginning', (procedure) => {
  const sound = anyHistory(procedure).map((events) => events.filter((event) => !isCorrection(event)))
  const slipped = fc
    .tuple(sound, fc.nat(), anyMoment)
    .filter(([events]) => events.length > 0)
    .map(([events, n, slip]) => ({ events, index: n % events.length, slip }))
  fc.assert(
    fc.property(slipped, ({ events, index, slip }) => {
      const right = events[index] as CaseEvent
      const data = { of: right.id, at: new Date(right.at).toISOString(), set: right.data }
      const correction = { ...right, id: 'c1', type: 'event.corrected', at: last, data, override: null }
      const wrong = events.map((event) => (event === right ? { ...right, at: slip, data: {} } : event))
      const told = (all: readonly CaseEvent[]) =>
        scheduleOf(procedure, all).map((one) => ({ ...one, reckoning: null }))
      assert.deepEqual(told([...wrong, correction]), told(events))
    }),
    runs,
  )
})

holds('an event that no rule names changes nothing', (procedure) => {
  const named = JSON.stringify([procedure.clocks, procedure.gates, procedure.pauses])
  const unnamed = Object.keys(procedure.events).filter(
    (type) => !named.includes(`"${type}"`) && !/^(case|clock|event|visit|plan|action|procedure)\./.test(type),
  )
  assert.ok(unnamed.length > 0)
  fc.assert(
    fc.property(anyHistory(procedure), fc.constantFrom(...unnamed), anyMoment, (events, type, at) => {
      const more = { id: 'x1', type, at, recorded: at, by: null, data: {}, override: null }
      assert.deepEqual(scheduleOf(procedure, [...events, more]), scheduleOf(procedure, events))
    }),
    runs,
  )
})

holds('recording the birth of an expected child changes only what asks to see the child', (procedure) => {
  const { clocks } = compiledProcedure(procedure)
  const seeing = new Set(clocks.filter(({ asksToSee }) => asksToSee).map(({ clock }) => clock.id))
  const isOfSeeing = (clock: string | null): boolean => clock !== null && seeing.has(clock)
  const shared = new Set(
    procedure.clocks.filter(({ scope }) => scope === 'youngest child').map(({ id }) => id),
  )
  const withBaby = (events: readonly CaseEvent[], role: string, born: string) => {
    const all = [...people, ...peopleFrom([{ id: 'baby', role, born }])]
    const { obligations, timeline } = derive(procedure, events, all, calendar)
    const rows = obligations
      .map(plainly)
      .filter(({ clock, follows }) => !isOfSeeing(clock) && !isOfSeeing(follows))
      .map((one) => ({ ...one, subject: shared.has(one.clock) ? null : one.subject }))
    return { rows, refused: timeline.refusals.map(({ entry }) => entry.id) }
  }
  fc.assert(
    fc.property(anyHistory(procedure), anyDate, anyDate, (events, expected, born) => {
      const before = withBaby(events, 'unborn', expected)
      const after = withBaby(events, 'child', born)
      fc.pre(isDeepStrictEqual(before.refused, after.refused))
      assert.deepEqual(after.rows, before.rows)
    }),
    runs,
  )
})

const settled: ReadonlySet<string> = new Set(['met', 'met-late', 'lapsed'])

holds('time passing settles nothing that was settled, and forgives nothing that is overdue', (procedure) => {
  const moments = Array.from({ length: 40 }, (_, n) => (first + n * 9 * 24 * hour) as Instant)
  fc.assert(
    fc.property(anyHistory(procedure), (events) => {
      for (const obligation of derive(procedure, events, people, calendar).obligations) {
        let before = 'planned'
        for (const at of moments) {
          const now = standingOf(obligation, at)
          const step = `${obligation.clock.id}: ${before}, then ${now}`
          if (settled.has(before)) assert.equal(now, before, step)
          if (before !== 'planned') assert.notEqual(now, 'planned', step)
          if (before === 'overdue' && obligation.earlierLimits.length === 0)
            assert.ok(['overdue', 'met-late', 'explained', 'lapsed'].includes(now), step)
          before = now
        }
      }
    }),
    runs,
  )
})

holds('what happens after the moment asked about is not there yet', (procedure) => {
  const json = (events: readonly CaseEvent[], asOf: Instant) => {
    const place = () => ({ file: 'case.yaml', line: 1 })
    const { problems: _, ...rest } = assessmentJson(
      assess({ procedure, events, people, calendar, asOf, place }),
    )
    return rest
  }
  fc.assert(
    fc.property(anyHistory(procedure), anyMoment, (events, asOf) => {
      const known = events.filter(({ at }) => at <= asOf)
      const ids = new Set(known.map(({ id }) => id))
      const own = known.filter(({ data }) => typeof data['of'] !== 'string' || ids.has(data['of']))
      const later = events.filter((event) => event.at > asOf)
      assert.deepEqual(json([...own, ...later], asOf), json(own, asOf))
    }),
    runs,
  )
})
