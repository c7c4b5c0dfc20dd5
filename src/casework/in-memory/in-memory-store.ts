import type { Clock, Store } from '../ports.ts'
import { changingIn } from './changing-in.ts'
import { copyOf, emptyKept, type Kept } from './kept.ts'
import { lookingIn } from './looking-in.ts'

/**
 * A store that lasts as long as the process, for tests. It is held to the same contract as the one on PostgreSQL: a change
 * stands as a whole or not at all, and those of one authority come one after the other.
 */
export function inMemoryStore(clock: Clock): Store {
  const authorities = new Map<string, Kept>()
  const turns = new Map<string, Promise<unknown>>()
  let ids = 0
  const counted = { messages: 0 }
  const newId = (): string => {
    ids += 1
    return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`
  }
  const keptOf = (id: string): Kept => {
    const kept = authorities.get(id)
    if (kept === undefined) throw new Error('There is no such authority.')
    return kept
  }
  return {
    authorities: async () =>
      [...authorities.values()]
        .map(({ authority }) => authority)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    addAuthority: async (given) => {
      if ([...authorities.values()].some(({ authority }) => authority.slug === given.slug)) {
        throw new Error('There is an authority with this short name already.')
      }
      const authority = { ...given, id: newId() }
      authorities.set(authority.id, emptyKept(authority, counted))
      return authority
    },
    look: async (id, work) => work(lookingIn(keptOf(id), clock)),
    change: (id, work) => {
      const before = turns.get(id) ?? Promise.resolve()
      const turn = before.then(async () => {
        const kept = copyOf(keptOf(id))
        const result = await work(changingIn(kept, clock, newId))
        authorities.set(id, kept)
        return result
      })
      turns.set(
        id,
        turn.catch(() => {}),
      )
      return turn
    },
  }
}
