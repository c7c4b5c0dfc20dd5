import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { ageOn } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { minutesOf } from '#calendar/instant.ts'
import { isWorkingDay } from '#calendar/working-calendar.ts'
import { weekdayOf } from '#calendar/day.ts'
import type { Condition } from '#procedure/condition.ts'
import type { Stretch } from '#procedure/header.ts'
import type { Person } from './case-event.ts'
import type { CompiledMatch } from './compiled-match.ts'
import { compileMatch, compileTest } from './compiled-match.ts'
import type { Entry } from './entry.ts'
import { concerns, fieldOf, peopleNamed } from './entry.ts'
import type { History } from './history.ts'
import { latestOf } from './history.ts'

/** The moment at which a condition is looked at, and for whom. */
export type Situation = {
  readonly history: History
  /** Only entries before this place count. */
  readonly before: number
  readonly day: Day
  /** The event that a gate stands before, or that starts a clock; null when none is at hand yet. */
  readonly event: Entry | null
  readonly person: Person | null
  readonly people: readonly Person[]
  readonly calendar: WorkingCalendar
}

/** True or false; null when it depends on an event that is not at hand yet. */
export type CompiledCondition = (situation: Situation) => boolean | null

const agrees = (match: CompiledMatch, entry: Entry, event: Entry | null): boolean =>
  match.same.every((field) => {
    const value = fieldOf(entry.data, [field])
    return event === null || (value !== undefined && value === fieldOf(event.data, [field]))
  })

const counted = (match: CompiledMatch, s: Situation, enough: number): number => {
  const since = match.since.length > 0 ? (latestOf(s.history, match.since, s.before)?.seq ?? -1) : -1
  let count = 0
  for (const type of match.types)
    for (const entry of s.history.byType.get(type) ?? []) {
      if (entry.seq >= s.before) break
      if (entry.seq <= since || (match.test !== null && !match.test(entry))) continue
      if (s.person !== null && !concerns(entry, s.person.id)) continue
      if (match.same.length > 0 && !agrees(match, entry, s.event)) continue
      count += 1
      if (count >= enough) return count
    }
  return count
}

/** The people a condition is about: the one of the rule, or those whom the event names. */
const whom = (s: Situation, of: 'subject' | 'concerned'): readonly Person[] => {
  if (of === 'subject') return s.person === null ? [] : [s.person]
  const named = s.event === null ? null : peopleNamed(s.event)
  return s.people.filter(({ id }) => named?.includes(id))
}

/** A test of each person a condition is about; null while the event that names them is not at hand. */
const ofPeople =
  (of: 'subject' | 'concerned', test: (person: Person, day: Day) => boolean): CompiledCondition =>
  (s) =>
    of === 'concerned' && s.event === null ? null : whom(s, of).every((person) => test(person, s.day))

const every = (parts: readonly CompiledCondition[], s: Situation): boolean | null => {
  let known: boolean | null = true
  for (const part of parts) {
    const value = part(s)
    if (value === false) return false
    if (value === null) known = null
  }
  return known
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value)

/** A condition made ready to run. `slots` are those of the procedure's head. */
export const compileCondition = (
  condition: Condition,
  slots: Readonly<Record<string, Stretch>>,
): CompiledCondition => {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const parts = condition.of.map((part) => compileCondition(part, slots))
      if (condition.kind === 'all') return (s) => every(parts, s)
      const opposites = parts.map(
        (part): CompiledCondition =>
          (s) =>
            not(part(s)),
      )
      if (condition.kind === 'none') return (s) => every(opposites, s)
      return (s) => not(every(opposites, s))
    }
    case 'recorded': {
      const match = compileMatch(condition.match)
      return (s) => counted(match, s, 1) > 0
    }
    case 'count': {
      const match = compileMatch(condition.match)
      return (s) => {
        const count = counted(match, s, Number.POSITIVE_INFINITY)
        return count >= condition.atLeast && count <= condition.atMost
      }
    }
    case 'latest':
    case 'first': {
      const is = compileMatch(condition.is)
      const pick = condition.kind === 'latest' ? latestConcerning : firstConcerning
      return (s) => {
        const found = pick(s, condition.of)
        return found !== undefined && is.types.includes(found.type) && (is.test === null || is.test(found))
      }
    }
    case 'age':
      return ofPeople(condition.of, ({ born }, day) => {
        const age = born === null ? null : ageOn(born, day)
        return age !== null && age >= condition.atLeast && age < condition.under
      })
    case 'person':
      return ofPeople(condition.of, ({ role }) => condition.role.includes(role))
    case 'people':
      return (s) =>
        s.people.filter((person) => condition.role.includes(person.role)).length >= condition.atLeast
    case 'this': {
      const test = compileTest(condition.where, condition.by)
      return (s) => (s.event === null ? null : test === null || test(s.event))
    }
    case 'in-slot': {
      const slot = slots[condition.slot]
      return (s) => (s.event === null || slot === undefined ? null : inSlot(s.event, slot, s.calendar))
    }
  }
}

const latestConcerning = (s: Situation, types: readonly string[]): Entry | undefined => {
  let latest = latestOf(s.history, types, s.before)
  while (latest !== undefined && s.person !== null && !concerns(latest, s.person.id))
    latest = latestOf(s.history, types, latest.seq)
  return latest
}

const firstConcerning = (s: Situation, types: readonly string[]): Entry | undefined =>
  s.history.entries.find(
    (entry) =>
      types.includes(entry.type) &&
      entry.seq < s.before &&
      (s.person === null || concerns(entry, s.person.id)),
  )

const inSlot = (entry: Entry, slot: Stretch, calendar: WorkingCalendar): boolean => {
  const minute = minutesOf(entry.at)
  return (
    slot.days.includes(weekdayOf(entry.day)) &&
    minute >= slot.times.from &&
    minute <= slot.times.to &&
    isWorkingDay(calendar, entry.day)
  )
}
