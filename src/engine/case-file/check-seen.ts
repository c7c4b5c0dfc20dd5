import { dayOf } from '#calendar/instant.ts'
import type { CaseEvent, Data, Person } from '../case-event.ts'
import { isBorn } from '../case-event.ts'
import type { Complain } from './check-value.ts'
import { corrected } from '../history/effective-events.ts'
import { isData, isList } from '../history/entry.ts'

const seenIn = (type: string, { child, seen }: Data): readonly unknown[] => {
  if (type === 'child.seen') return [child]
  return seen !== undefined && isList(seen) ? seen.filter(isData).map((row) => row['child']) : []
}

/** An event, or what a correction that says who was seen makes of it; null for any other correction. */
const sayingWho = (event: CaseEvent, all: readonly CaseEvent[]): CaseEvent | null => {
  if (event.type !== 'event.corrected') return event
  const { of, set } = event.data
  if (!isData(set) || !('seen' in set || 'child' in set)) return null
  const target = all.find(({ id }) => id === of)
  return target === undefined ? null : corrected(target, event)
}

/** Says which children an event has seen before they were born. */
export const checkSeen = (
  event: CaseEvent,
  { people, events }: { readonly people: readonly Person[] | null; readonly events: readonly CaseEvent[] },
  complain: Complain,
): void => {
  const said = sayingWho(event, events)
  if (said === null || people === null) return
  for (const id of seenIn(said.type, said.data)) {
    const child = people.find((person) => person.id === id)
    if (child !== undefined && !isBorn(child, dayOf(said.at)))
      complain('case-not-born', `"${child.id}" was not born then, so nobody can have seen the child.`)
  }
}
