import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { ageOn } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { minutesOf } from '#calendar/instant.ts'
import { isWorkingDay } from '#calendar/working-calendar.ts'
import { weekdayOf } from '#calendar/day.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Stretch } from '#procedure/header.ts'
import type { Person } from '../case-event.ts'
import { isThere } from '../case-event.ts'
import { compileMatch, compileTest } from './compiled-match.ts'
import type { Entry } from '../history/entry.ts'
import { concerns, fieldOf, peopleNamed } from '../history/entry.ts'
import type { Find } from '../history/find.ts'
import { ofTypes } from '../history/find.ts'
import type { History } from '../history/history.ts'
import { lastBefore } from '../history/history.ts'

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

const agrees = (same: readonly string[], entry: Entry, event: Entry | null): boolean =>
  same.every((field) => {
    const value = fieldOf(entry.data, [field])
    return event === null || (value !== undefined && value === fieldOf(event.data, [field]))
  })

/** How many entries a match means in a situation; it stops counting when there are enough. */
const counting = (match: Match, find: Find): ((s: Situation, enough: number) => number) => {
  const { same } = match
  const among = find(match)
  const since = match.since.length > 0 ? find(ofTypes(match.since)) : null
  return (s, enough) => {
    const from = since === null ? -1 : (lastBefore(since(s.history), s.before)?.seq ?? -1)
    let count = 0
    for (const entry of among(s.history)) {
      if (entry.seq >= s.before || count >= enough) break
      if (entry.seq <= from) continue
      if (s.person !== null && !concerns(entry, s.person.id)) continue
      if (same.length === 0 || agrees(same, entry, s.event)) count += 1
    }
    return count
  }
}

/**
 * A test of each person a condition is about: the one of the rule, or those whom the event names. Null while the
 * event that names them is not at hand.
 */
const ofPeople = (
  of: 'subject' | 'concerned',
  test: (person: Person, day: Day) => boolean,
): CompiledCondition => {
  if (of === 'subject') return ({ person, day }) => person === null || test(person, day)
  return ({ event, people, day }) => {
    if (event === null) return null
    const named = peopleNamed(event)
    return named === null || people.every((person) => !named.includes(person.id) || test(person, day))
  }
}

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

/** A condition made ready to run. `slots` are those of the procedure's head; `find`, how its events are found. */
export const compileCondition = (
  condition: Condition,
  slots: Readonly<Record<string, Stretch>>,
  find: Find,
): CompiledCondition => {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const parts = condition.of.map((part) => compileCondition(part, slots, find))
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
      const count = counting(condition.match, find)
      return (s) => count(s, 1) > 0
    }
    case 'count': {
      const count = counting(condition.match, find)
      return (s) => {
        const all = count(s, Number.POSITIVE_INFINITY)
        return all >= condition.atLeast && all <= condition.atMost
      }
    }
    case 'latest':
    case 'first': {
      const is = compileMatch(condition.is)
      const among = find(ofTypes(condition.of))
      const pick = condition.kind === 'latest' ? latestConcerning : firstConcerning
      return (s) => {
        const found = pick(s, among(s.history))
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
        s.people.filter((person) => condition.role.includes(person.role) && isThere(person, s.day)).length >=
        condition.atLeast
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

const latestConcerning = (s: Situation, entries: readonly Entry[]): Entry | undefined => {
  let latest = lastBefore(entries, s.before)
  while (latest !== undefined && s.person !== null && !concerns(latest, s.person.id))
    latest = lastBefore(entries, latest.seq)
  return latest
}

const firstConcerning = ({ before, person }: Situation, entries: readonly Entry[]): Entry | undefined =>
  entries.find((entry) => entry.seq < before && (person === null || concerns(entry, person.id)))

const inSlot = (entry: Entry, slot: Stretch, calendar: WorkingCalendar): boolean => {
  const minute = minutesOf(entry.at)
  return (
    slot.days.includes(weekdayOf(entry.day)) &&
    minute >= slot.times.from &&
    minute <= slot.times.to &&
    isWorkingDay(calendar, entry.day)
  )
}
