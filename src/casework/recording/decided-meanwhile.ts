import type { CaseRecord, StoredEvent } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { procedureOf } from '../deps.ts'
import { meanwhile } from './meanwhile.ts'
import type { Said } from './recording.ts'

/**
 * What somebody else has decided since one saw the first `known` events, where one is about to decide the same: two decisions
 * that contradict each other would both stand. Anything else can be recorded by two at once.
 */
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
