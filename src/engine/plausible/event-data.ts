import { addDays, formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { onOrAfter } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { commonFields, standardEvents } from '#procedure/event-vocabulary.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { DataValue, Person } from '../case-event.ts'
import { isChild } from '../case-event.ts'
import type { Chance } from './chance.ts'
import { aboutFamily, phrases } from './event-words.data.ts'
import { fitting, yearsOf } from './fitting-words.ts'

/** What an event's data may be drawn from. */
export type Surroundings = {
  readonly procedure: Procedure
  readonly people: readonly Person[]
  readonly calendar: WorkingCalendar
  readonly chance: Chance
  /** The one who works with the family. */
  readonly worker: string
}

export type DraftData = { [field: string]: DataValue }

export const kindOf = ({ procedure }: Surroundings, type: string, field: string): FieldKind | undefined =>
  procedure.events[type]?.[field] ?? commonFields[field]

export const childrenOf = ({ people }: Surroundings): readonly string[] =>
  people.filter(isChild).map(({ id }) => id)

const words = (type: string, field: string, { chance, people }: Surroundings, day: Day): string =>
  chance.one(
    fitting(
      phrases[`${type}.${field}`] ??
        phrases[`${type.split('.')[0]}.${field}`] ??
        phrases[field] ?? ['as agreed'],
      yearsOf(people, day),
    ),
  )

const later = ({ calendar, chance }: Surroundings, day: Day, from: number, to: number): string =>
  formatDay(onOrAfter(calendar, addDays(day, chance.whole(from, to))))

const rowsOf = (kind: FieldKind, around: Surroundings, day: Day): DataValue => {
  const { chance } = around
  const children = childrenOf(around)
  if (kind === 'seen') return children.map((child) => ({ child, alone: chance.share(0.4) }))
  if (kind === 'not-seen') return []
  const whats = fitting(phrases['what'] ?? ['as agreed'], yearsOf(around.people, day))
  const first = chance.whole(0, whats.length - 1)
  return Array.from({ length: chance.whole(1, 4) }, (_, n) => ({
    what: whats[(first + n) % whats.length] ?? 'as agreed',
    who: chance.one(['a1', around.worker]),
    by: later(around, day, 10, 50),
  }))
}

/** A sound value for a field, whatever its kind. */
export const valueFor = (type: string, field: string, around: Surroundings, day: Day): DataValue => {
  const { chance, people, worker } = around
  const kind = kindOf(around, type, field) ?? 'text'
  if (typeof kind !== 'string') return chance.one(kind as readonly [string, ...string[]])
  switch (kind) {
    case 'number':
      return field === 'tier' ? 3 : field === 'expectedDays' ? chance.whole(3, 12) * 10 : chance.whole(6, 8)
    case 'yes-no':
      return true
    case 'date':
    case 'moment':
      return later(around, day, 12, 28)
    case 'person':
      return childrenOf(around)[0] ?? people[0]?.id ?? 'c1'
    case 'people':
      return childrenOf(around)
    case 'worker':
      return worker
    case 'texts':
      return [chance.one(fitting(aboutFamily, yearsOf(people, day)))]
    case 'free':
      if (!type.startsWith('assessment.')) return { first: words(type, 'what', around, day) }
      return {
        worries: words('assessment', 'worries', around, day),
        strengths: words('assessment', 'strengths', around, day),
      }
    case 'seen':
    case 'not-seen':
    case 'actions':
      return rowsOf(kind, around, day)
    case 'text':
      return field === 'with' || field === 'by' ? 'a1' : words(type, field, around, day)
  }
}

/** The fields that people mostly fill in, event by event; the others only where a rule asks for them. */
const usual: Readonly<Record<string, readonly string[]>> = {
  'referral.received': ['source', 'reason', 'consent'],
  'case.allocated': ['worker', 'direction', 'assessmentRequired'],
  'contact.made': ['method', 'with'],
  'contact.attempted': ['method', 'outcome'],
  'visit.made': ['purpose', 'place'],
  'visit.attempted': ['purpose', 'place', 'reason'],
  'note.recorded': ['kind', 'about'],
  'taf.agreed': ['date', 'place'],
  'taf.held': ['attended', 'planAgreed', 'reviewEvery'],
  'cin-meeting.booked': ['date'],
  'plan.agreed': ['actions', 'reviewEvery'],
  'plan.revised': ['actions'],
  'action.added': ['actions'],
  'action.completed': ['what'],
  'assessment.completed': ['assessment', 'familyViews'],
  'assessment.received': ['assessment'],
  'assessment.shared': ['with'],
  'consent.given': ['by', 'persons', 'scope'],
  'review.held': ['outcome', 'decision'],
  'supervision.held': ['kind', 'worker'],
  'case.discussed': ['kind', 'worker'],
  'waiting-list.joined': ['reason', 'expected'],
  'social-work.started': ['expectedDays', 'reason'],
  'case.transferred': ['to', 'reason'],
  'concern.raised': ['reason'],
}

const said: Readonly<Record<string, string>> = {
  'consent.given.by': 'parent',
  'contact.attempted.method': 'telephone',
  'consent.given.scope': 'sharing',
}

/** Of an event that is the pack's own everything is filled in; of a standard one what there are words for. */
const usualFields = (type: string, fields: Readonly<Record<string, FieldKind>>): readonly string[] =>
  Object.keys(fields).filter((field) => standardEvents[type] === undefined || `${type}.${field}` in phrases)

/** Data that a practitioner would write with an event of this type on a day, tests of rules left aside. */
export const usualData = (type: string, around: Surroundings, day: Day): DraftData => {
  const data: DraftData = {}
  const fields = around.procedure.events[type] ?? {}
  for (const field of usual[type] ?? usualFields(type, fields))
    if (fields[field] !== undefined)
      data[field] = said[`${type}.${field}`] ?? valueFor(type, field, around, day)
  if (type === 'visit.made') return { ...data, ...seenOf(around, day) }
  const years = yearsOf(around.people, day)
  if (type === 'taf.held')
    data['attended'] = ['a1', around.worker, around.chance.one(fitting(aboutFamily, years))]
  return data
}

const aboutOne = (around: Surroundings, child: string): Surroundings => ({
  ...around,
  people: around.people.filter(({ id }) => id === child),
})

/** Who is seen on a visit: mostly everybody; now and then a child is not, with a reason and when instead. */
export const seenOf = (around: Surroundings, day: Day, must: readonly string[] = []): DraftData => {
  const { chance } = around
  const children = childrenOf(around)
  const away = children.filter((id) => !must.includes(id) && chance.share(0.12))
  const seen = children
    .filter((id) => !away.includes(id))
    .map((child) => ({ child, alone: chance.share(0.4) }))
  const notSeen = away.map((child) => ({
    child,
    reason: words('not-seen', 'reason', aboutOne(around, child), day),
    when: later(around, day, 2, 9),
  }))
  return { ...(seen.length > 0 ? { seen } : {}), ...(notSeen.length > 0 ? { notSeen } : {}) }
}
