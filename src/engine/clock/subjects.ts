import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import type { Person } from '../case-event.ts'
import { isBorn, isChild } from '../case-event.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import { concerns } from '../history/entry.ts'
import type { Entry } from '../history/entry.ts'
import type { StartPoint, Subject } from '../obligation.ts'

/** The starts of a clock that belong to one subject, in order; what meets one of them cannot meet another. */
export type Group = { readonly person: Person | null; readonly starts: readonly StartPoint[] }

const theCase: Subject = { kind: 'case' }

/** A person's clock starts no sooner than the person is part of the case, and not after they left. */
const startFor = (person: Person, there: Day | null, start: StartPoint): StartPoint | null => {
  if (start.entry !== null && !concerns(start.entry, person.id)) return null
  if (person.until !== null && person.until < start.day) return null
  return there === null || there <= start.day ? start : startOnJoining(start, there)
}

const startOnJoining = (start: StartPoint, day: Day): StartPoint => {
  const joined = instantAt(day, 0)
  return { ...start, day, at: joined, joined }
}

/**
 * From when on a clock may run for a person: since joining the case, born or not, and where the child has to be seen
 * since its birth; null for always.
 */
const thereFrom = (person: Person, { asksToSee }: CompiledClock): Day | null => {
  const born = asksToSee && isChild(person) ? person.born : null
  if (person.from === null || born === null) return person.from ?? born
  return person.from > born ? person.from : born
}

/**
 * How well a child stands for a task of all the children from one day to another, null for a task not yet done: first
 * those who stay to its end, of these those there when it began, of these those born by then. So neither a birth that is
 * put on record nor a child who joins later changes whose a task is.
 */
const standsFor = (person: Person, from: Day, to: Day | null): number => {
  const { from: joined, until } = person
  const stays =
    (until === null || (to !== null && until >= to)) && (to === null || joined === null || joined <= to)
  const isThere = (joined === null || joined <= from) && (until === null || until >= from)
  return (stays ? 4 : 0) + (isThere ? 2 : 0) + (isBorn(person, from) ? 1 : 0)
}

/** The child with whom a task of all the children is shown: the one born last of those who stand for it best. */
export const youngestFor = (people: readonly Person[], from: Day, to: Day | null): Person | null => {
  let youngest: Person | null = null
  let best = -1
  for (const person of people) {
    if (!isChild(person)) continue
    const stands = standsFor(person, from, to)
    if (stands < best || (stands === best && youngest !== null && !bornLater(person, youngest))) continue
    youngest = person
    best = stands
  }
  return youngest
}

/** Of a child whose birthday is not known nobody can say so. */
const bornLater = ({ born }: Person, other: Person): boolean =>
  born !== null && (other.born === null || born > other.born)

/** The people for whom a clock about people may run (construct 7). Nobody is asked to see a child who is not born. */
export const whom = ({ clock, asksToSee }: CompiledClock, people: readonly Person[]): readonly Person[] => {
  const all = people.filter(clock.scope === 'each member' ? ({ member }) => member : isChild)
  const unborn = all.some(({ role }) => role === 'unborn')
  return unborn && asksToSee ? all.filter(({ role }) => role !== 'unborn') : all
}

/**
 * A task of all the children, shown with one of them: it begins, is done and ends as the case's own would. Of what
 * follows each child's, it follows that of the youngest.
 */
export const groupOfChildren = (starts: readonly StartPoint[], people: readonly Person[]): Group => ({
  person: null,
  starts: people.some(isChild)
    ? starts.filter(({ follows, day }) => {
        if (follows?.subject.kind !== 'person' || follows.clock.scope === 'youngest child') return true
        return follows.subject.id === youngestFor(people, day, day)?.id
      })
    : [],
})

/** The starts that are a person's: of what began before they were there, only the latest is still theirs to answer. */
export const groupOf = (clock: CompiledClock, person: Person, starts: readonly StartPoint[]): Group => {
  const own: StartPoint[] = []
  const there = thereFrom(person, clock)
  for (const start of starts) {
    const from = startFor(person, there, start)
    if (from === null) continue
    if (from.joined !== null) own.pop()
    own.push(from)
  }
  return { person, starts: own }
}

/** What a subject is found among. */
type Facts = {
  readonly worker: string | null
  readonly timeline: { readonly people: readonly Person[] }
}

const shownWith = (day: Day, ended: Pick<Entry, 'at'> | null, { timeline }: Facts): string =>
  youngestFor(timeline.people, day, ended === null ? null : dayOf(ended.at))?.id ?? ''

/** For whom or what an obligation of a clock stands, with what met or ended it; null while it runs. */
export const subjectOf = (
  { scope }: Clock,
  { person }: Group,
  { entry, follows, day }: StartPoint,
  ended: Pick<Entry, 'at'> | null,
  facts: Facts,
): Subject => {
  if (person !== null) return { kind: 'person', id: person.id }
  if (scope === 'case') return follows?.subject ?? theCase
  if (scope === 'worker') return { kind: 'worker', id: facts.worker ?? '' }
  if (scope === 'youngest child') return { kind: 'person', id: shownWith(day, ended, facts) }
  return { kind: scope === 'each meeting' ? 'meeting' : 'event', id: entry?.id ?? follows?.startedBy ?? '' }
}

/** Whether a clock runs for people, each for themselves. */
export const isOfPeople = ({ scope }: Clock): boolean => scope === 'each child' || scope === 'each member'
