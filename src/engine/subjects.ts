import type { Day } from '#calendar/day.ts'
import { instantAt } from '#calendar/instant.ts'
import type { Clock } from '#procedure/clock.ts'
import { metMatches } from '#procedure/clock-matches.ts'
import type { Person } from './case-event.ts'
import { isChild, isThere } from './case-event.ts'
import { concerns } from './entry.ts'
import type { StartPoint, Subject } from './obligation.ts'

/** The starts of a clock that belong to one subject, in order; what meets one of them cannot meet another. */
export type Group = { readonly person: Person | null; readonly starts: readonly StartPoint[] }

const theCase: Subject = { kind: 'case' }

/** A person's clock starts no sooner than the person is born and part of the case, and not after they left. */
const startFor = (person: Person, there: Day | null, start: StartPoint): StartPoint | null => {
  if (start.entry !== null && !concerns(start.entry, person.id)) return null
  if (person.until !== null && person.until < start.day) return null
  return there === null || there <= start.day ? start : startOnJoining(start, there)
}

const startOnJoining = (start: StartPoint, day: Day): StartPoint => {
  const joined = instantAt(day, 0)
  return { ...start, day, at: joined, joined }
}

/** From when on a person is part of the case: since joining it, and a child since its birth; null for always. */
const thereFrom = (person: Person): Day | null => {
  const born = isChild(person) ? person.born : null
  if (person.from === null || born === null) return person.from ?? born
  return person.from > born ? person.from : born
}

/** The child born last of those in the case on a day, or in it at all on a day when none is; else the first child. */
const youngestOn = (day: Day, people: readonly Person[]): Person | null => {
  let there: Person | null = null
  let ever: Person | null = null
  for (const person of people) {
    if (!isChild(person)) continue
    if (ever === null || bornLater(person, ever)) ever = person
    if (isThere(person, day) && (there === null || bornLater(person, there))) there = person
  }
  return there ?? ever
}

/** Of a child whose birthday is not known nobody can say so. */
const bornLater = ({ born }: Person, other: Person): boolean =>
  born !== null && (other.born === null || born > other.born)

const seeing: ReadonlySet<string> = new Set(['child.seen', 'not-seen.explained'])

/** Whether only seeing a child meets it, or saying why the child was not seen. */
const asksToSee = (clock: Clock): boolean => {
  const met = metMatches(clock)
  return met.length > 0 && met.every(({ events }) => events.every((type) => seeing.has(type)))
}

/** The people for whom a clock about people may run (construct 7). Nobody is asked to see a child who is not born. */
export const whom = (clock: Clock, people: readonly Person[]): readonly Person[] => {
  const all = people.filter(clock.scope === 'each member' ? ({ member }) => member : isChild)
  const unborn = all.some(({ role }) => role === 'unborn')
  return unborn && asksToSee(clock) ? all.filter(({ role }) => role !== 'unborn') : all
}

/** Of starts of a clock for the youngest child, those at which this child was the youngest in the case. */
const asYoungest = (
  { id }: Person,
  starts: readonly StartPoint[],
  people: readonly Person[],
): readonly StartPoint[] => starts.filter(({ day }) => youngestOn(day, people)?.id === id)

/** The starts that are a person's: of what began before they were there, only the latest is still theirs to answer. */
export const groupOf = (
  { scope }: Clock,
  person: Person,
  starts: readonly StartPoint[],
  people: readonly Person[],
): Group => {
  const own: StartPoint[] = []
  const there = thereFrom(person)
  for (const start of scope === 'youngest child' ? asYoungest(person, starts, people) : starts) {
    const from = startFor(person, there, start)
    if (from === null) continue
    if (from.joined !== null) own.pop()
    own.push(from)
  }
  return { person, starts: own }
}

/** For whom or what an obligation of a clock stands. */
export const subjectOf = (
  { scope }: Clock,
  { person }: Group,
  { entry, follows }: StartPoint,
  worker: string | null,
): Subject => {
  if (person !== null) return { kind: 'person', id: person.id }
  if (scope === 'case') return follows?.subject ?? theCase
  if (scope === 'worker') return { kind: 'worker', id: worker ?? '' }
  return { kind: scope === 'each meeting' ? 'meeting' : 'event', id: entry?.id ?? follows?.startedBy ?? '' }
}

/** Whether a clock runs for people, each for themselves. */
export const isOfPeople = ({ scope }: Clock): boolean =>
  scope === 'each child' || scope === 'each member' || scope === 'youngest child'
