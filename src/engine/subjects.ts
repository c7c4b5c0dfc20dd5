import { instantAt } from '#calendar/instant.ts'
import type { Clock } from '#procedure/clock.ts'
import type { Person } from './case-event.ts'
import { isChild, isThere } from './case-event.ts'
import { concerns } from './entry.ts'
import type { Subject } from './obligation.ts'
import type { StartPoint } from './starts.ts'

/** The starts of a clock that belong to one subject, in order; what meets one of them cannot meet another. */
export type Group = { readonly person: Person | null; readonly starts: readonly StartPoint[] }

const theCase: Subject = { kind: 'case' }

/** A person's clock starts no sooner than the person is born and part of the case, and not after they left. */
const startFor = (person: Person, start: StartPoint): StartPoint | null => {
  if (start.entry !== null && !concerns(start.entry, person.id)) return null
  if (person.until !== null && person.until < start.day) return null
  const from = Math.max(person.from ?? start.day, isChild(person) ? (person.born ?? start.day) : start.day)
  if (from <= start.day) return start
  const joined = instantAt(from as typeof start.day, 0)
  return { ...start, day: from as typeof start.day, at: joined, joined }
}

const youngest = (people: readonly Person[]): readonly Person[] => {
  const children = people.filter(isChild)
  const known = children.filter((child) => child.born !== null)
  if (known.length === 0) return children.slice(0, 1)
  return [known.reduce((a, b) => ((b.born as number) > (a.born as number) ? b : a))]
}

const whom = (scope: Clock['scope'], people: readonly Person[]): readonly Person[] => {
  if (scope === 'each child') return people.filter(isChild)
  if (scope === 'each member') return people.filter((person) => person.member)
  return people.filter(isChild)
}

/** Of starts of a clock for the youngest child, those at which this child was the youngest in the case. */
const asYoungest = (person: Person, starts: readonly StartPoint[], people: readonly Person[]) =>
  starts.filter(({ day }) => {
    const there = people.filter((one) => isThere(one, day))
    const [child] = youngest(there.some(isChild) ? there : people)
    return child?.id === person.id
  })

/** Of what began before a person was there, only the latest is still theirs to answer. */
const groupOf = (person: Person, starts: readonly StartPoint[]): Group => {
  const own: StartPoint[] = []
  for (const start of starts) {
    const from = startFor(person, start)
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

const ofPeople: ReadonlySet<Clock['scope']> = new Set(['each child', 'each member', 'youngest child'])

/** The starts of a clock sorted by the people whom it is about, where it is about people (construct 7). */
export const groupsOf = (
  clock: Clock,
  startsFor: (person: string | null) => readonly StartPoint[],
  people: readonly Person[],
): readonly Group[] => {
  if (!ofPeople.has(clock.scope)) return [{ person: null, starts: startsFor(null) }]
  return whom(clock.scope, people).map((person) => {
    const own = startsFor(person.id)
    return groupOf(person, clock.scope === 'youngest child' ? asYoungest(person, own, people) : own)
  })
}
