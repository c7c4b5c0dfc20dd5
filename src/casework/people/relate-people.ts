import type { Day } from '#calendar/day.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { changePeople } from './change-people.ts'
import type { PeopleAsked, PeopleChanged } from './change-people.ts'

export type RelatePeople = PeopleAsked & {
  /** By their `personId`. */
  readonly person: string
  /** What the person is to the others: `mother`. */
  readonly kind: string
  readonly to: readonly string[]
  readonly from: Day | null
  readonly until: Day | null
}

/** Says what somebody in a case is to others in it. What is said already is not said twice. */
export const relatePeople = (deps: Deps, actor: Actor, asked: RelatePeople): Promise<PeopleChanged> =>
  changePeople(deps, actor, asked, null, async ({ store, one, written, note }) => {
    const { person, kind, to, from, until } = asked
    const here = new Map(one.people.map(({ personId, id }) => [personId, id]))
    if (!here.has(person) || !to.every((other) => here.has(other))) return { kind: 'no-such-case' }
    if (from !== null && until !== null && until < from)
      return {
        kind: 'problems',
        problems: [{ field: 'until', text: 'The end must not be before the start' }],
      }
    const known = await store.relationshipsOf(one.id)
    for (const other of to) {
      const isKnown = known.some(
        (all) => all.person === person && all.other === other && all.kind === kind && all.until === null,
      )
      if (other === person || isKnown) continue
      await store.relate({ person, kind, other, from, until }, written)
      await note('said who is who', { person: here.get(person) ?? '', to: here.get(other) ?? '' })
    }
    return { kind: 'changed' }
  })
