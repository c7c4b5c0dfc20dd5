import { addDays, formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { addWorkingDays, onOrBefore } from '#calendar/working-calendar.ts'
import type { Decision } from '#procedure/rules/flow.ts'
import type { FieldTest, Match } from '#procedure/rules/match.ts'
import type { Situation } from '../compiled/compiled-condition.ts'
import { appliesNow } from '../situation-now.ts'
import type { DataValue } from '../case-event.ts'
import { fieldOf, isData } from '../history/entry.ts'
import type { DraftData } from './event-data.ts'
import { kindOf, seenOf, usualData, valueFor } from './event-data.ts'
import type { Draft, Making } from './making.ts'
import { countOf } from './making.ts'

const isThere = (value: DataValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A field that carries a decision holds one of its outcomes. */
const outcomeIn = (type: string, field: string, { procedure, chance }: Making): string | undefined => {
  const about = procedure.decisions.filter((one) => one.field === field && one.on.events.includes(type))
  const values = about.flatMap(({ outcomes }) => outcomes.filter(({ to }) => !(to in procedure.exits)))
  return values[chance.whole(0, values.length - 1)]?.value
}

const valuePassing = (
  test: FieldTest,
  now: DataValue | undefined,
  type: string,
  making: Making,
  day: Day,
) => {
  const { chance } = making
  const field = test.path[0] as string
  const fresh = (): DataValue => valueFor(type, field, making, day)
  const inner = (): DataValue => {
    const key = test.path[1] ?? ''
    const words = valueFor('assessment.completed', 'assessment', making, day)
    return isData(words) && typeof words[key] === 'string' ? words[key] : 'as agreed'
  }
  switch (test.kind) {
    case 'in':
      if (test.values.includes(now as string)) return now as DataValue
      return test.values[chance.share(0.8) ? 0 : chance.whole(0, test.values.length - 1)] ?? null
    case 'not-in': {
      if (!test.values.includes(now as string)) return now ?? null
      const kind = kindOf(making, type, field)
      if (kind === 'yes-no') return !(now as boolean)
      if (kind === undefined || typeof kind === 'string') return null
      return kind.find((one) => !test.values.includes(one)) ?? null
    }
    case 'beyond': {
      if (isThere(now) && !test.values.includes(now as string)) return now as DataValue
      const kind = kindOf(making, type, field)
      if (kind === undefined || typeof kind === 'string') return fresh()
      return kind.find((one) => !test.values.includes(one)) ?? null
    }
    case 'present':
      if (!test.present) return null
      if (!isThere(now) && test.path.length === 1) return outcomeIn(type, field, making) ?? fresh()
      return isThere(now) ? (now as DataValue) : test.path.length > 1 ? inner() : fresh()
    case 'range':
      if (typeof now === 'number' && now >= test.atLeast && now <= test.atMost) return now
      return Number.isFinite(test.atLeast) ? test.atLeast + chance.whole(0, 5) : test.atMost
  }
}

/** Fills in what the tests of a rule ask of the data. */
export const passTests = (draft: Draft, where: readonly FieldTest[], making: Making, day: Day): void => {
  for (const test of where) {
    const [field, key] = test.path as [string, string?]
    const now = fieldOf(draft.data, test.path)
    if (key === undefined) {
      const value = valuePassing(test, now, draft.type, making, day)
      if (value === null) delete draft.data[field]
      else draft.data[field] = value
      continue
    }
    if (isThere(now)) continue
    const outer = draft.data[field] ?? valueFor(draft.type, field, making, day)
    draft.data[field] = isData(outer)
      ? { ...outer, [key]: valuePassing(test, now, draft.type, making, day) }
      : outer
  }
}

export const situationOf = (making: Making, day: Day): Situation => ({
  history: making.history,
  before: making.history.entries.length,
  day,
  event: null,
  person: null,
  people: making.people,
  calendar: making.calendar,
})

/** The decision that an event of this type would record as things are. */
export const decisionFor = (type: string, making: Making, day: Day): Decision | undefined => {
  const { decisions } = making.procedure
  return decisions.find(
    ({ on, when }) =>
      on.events.includes(type) &&
      on.where.length === 0 &&
      appliesNow(when, making.procedure, situationOf(making, day)),
  )
}

/** Outcomes that go on with the work are the usual ones; ways out come by `leaving`, 0 for never. */
const decide = (draft: Draft, making: Making, day: Day, leaving: number): void => {
  const decision = decisionFor(draft.type, making, day)
  if (decision === undefined || draft.type === 'case.closed') return
  const { exits, steps } = making.procedure
  const place = (id: string): number => steps.findIndex((step) => step.id === id)
  const here = place(decision.step)
  const outcome = making.chance.weighted(decision.outcomes, ({ to, value }) =>
    to in exits ? leaving : value.startsWith('end-') ? 0 : place(to) > here ? 10 : 2,
  )
  if (outcome !== undefined) draft.data[decision.field] = outcome.value
}

/** A meeting is mostly fixed for a day before it is due. */
const meetingDate = ({ dueBy, calendar, chance }: Making, day: Day): string => {
  const soonest = addWorkingDays(calendar, day, chance.whole(4, 8))
  const due = (dueBy.get('taf.held') ?? addDays(day, 32)) as Day
  const latest = Math.min(due, addDays(day, 70)) - chance.whole(0, 5)
  return formatDay(latest > soonest ? onOrBefore(calendar, latest as Day) : soonest)
}

const numbered: ReadonlySet<string> = new Set(['taf.agreed', 'taf.invited', 'taf.held'])

/** An event of a type as a practitioner would write it on a day. `leaving`: how readily a decision ends the work. */
export const draftOf = (type: string, role: string, making: Making, day: Day, leaving = 0): Draft => {
  const draft: Draft = { type, data: usualData(type, making, day), role }
  if (numbered.has(type) && kindOf(making, type, 'number') !== undefined)
    draft.data['number'] = countOf(making, 'taf.held') + 1
  if (type === 'taf.agreed') draft.data['date'] = meetingDate(making, day)
  for (const { where } of making.outline.completed.get(type) ?? []) passTests(draft, where, making, day)
  decide(draft, making, day, leaving)
  return draft
}

/** Who works with a family, and whether its papers are good, is decided by those who lead, whatever asks for it. */
const led = /^case\.(allocated|transferred)$|^waiting-list\.|\.authorised$/

/** An event that a match means; `person` where it is to be about one of the family. */
export const draftFor = (
  match: Match,
  role: string,
  making: Making,
  day: Day,
  person: string | null = null,
): Draft => {
  const { chance } = making
  const type =
    match.events[chance.share(0.9) ? 0 : chance.whole(0, match.events.length - 1)] ?? 'note.recorded'
  const { worker, manager } = making.outline
  const usual = role === worker && led.test(type) ? manager : role
  const draft = draftOf(type, match.by[0] ?? usual, making, day, making.leaving)
  passTests(draft, match.where, making, day)
  return person === null ? draft : aboutPerson(draft, person, match, making, day)
}

/** Events that concern the whole family even where a rule asks for them because of one child. */
const forEverybody = /^(visit|taf|plan|case|supervision|assessment|review|letter)\./

/** A child is mostly seen on a visit, together with the others. */
const aboutPerson = (draft: Draft, person: string, match: Match, making: Making, day: Day): Draft => {
  const { type, role } = draft
  if (type === 'child.seen' && match.where.length === 0 && making.chance.share(0.8)) {
    const visit: DraftData = { ...usualData('visit.made', making, day) }
    delete visit['notSeen']
    return { type: 'visit.made', role, data: { ...visit, ...seenOf(making, day, [person]) } }
  }
  if (type === 'child.seen' || type === 'not-seen.explained') {
    const data = { ...draft.data, child: person }
    return { type, role, data: type === 'child.seen' ? { ...data, alone: making.chance.share(0.6) } : data }
  }
  if (forEverybody.test(type)) return draft
  if (type === 'note.recorded') return { type, role, data: { ...draft.data, about: [person] } }
  if (type === 'consent.given') return { type, role, data: { ...draft.data, persons: [person] } }
  return { type, role, data: { ...draft.data, person } }
}

/** Whom an event names is narrowed to those for whom it may be recorded; false when nobody is left. */
export const leaveOut = (draft: Draft, person: string): boolean => {
  for (const field of ['about', 'children', 'persons']) {
    const named = draft.data[field]
    if (!Array.isArray(named)) continue
    const left = (named as readonly DataValue[]).filter((id) => id !== person)
    if (left.length === 0) return false
    draft.data[field] = left
    return true
  }
  return false
}
