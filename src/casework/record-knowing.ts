import type { Actor } from './actor.ts'
import type { CaseRecord, StoredEvent } from './case-record.ts'
import type { Deps } from './deps.ts'
import { procedureOf } from './deps.ts'
import { meanwhile } from './meanwhile.ts'
import { recordUnless } from './record.ts'
import type { Overtaken, Recorded, Recording, Said } from './recording.ts'

/**
 * Records what a page sends. Where it is a decision, not if somebody else has decided the same since the page was opened:
 * two that contradict each other would both stand. Anything else can be recorded by two at once.
 *
 * @param known how many events of the case the person has seen
 */
export const recordKnowing = (
  deps: Deps,
  actor: Actor,
  recording: Recording,
  known: number,
): Promise<Recorded | Overtaken> =>
  recordUnless(deps, actor, recording, (one) => decidedMeanwhile(deps.shelf, one, recording.said, known))

/** What somebody else has decided since one saw the first `known` events, where one is about to decide the same. */
export const decidedMeanwhile = (
  shelf: Deps['shelf'],
  one: CaseRecord,
  said: readonly Pick<Said, 'type'>[],
  known: number,
): StoredEvent | null => {
  const { decisions } = procedureOf(shelf, one)
  const decided = said
    .map(({ type }) => type)
    .filter((type) => decisions.some(({ on }) => on.events.includes(type)))
  return meanwhile(one, known).find(({ type }) => decided.includes(type)) ?? null
}
