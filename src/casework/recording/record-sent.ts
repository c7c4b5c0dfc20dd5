import type { Actor } from '../access/actor.ts'
import { decidedMeanwhile } from './decided-meanwhile.ts'
import type { Deps } from '../deps.ts'
import { holdCase, usersOf } from '../case/look-at-case.ts'
import type { LookedAt } from '../case/look-at-case.ts'
import { recordHeld } from './record.ts'
import type { Overtaken, Recorded, Recording } from './recording.ts'
import { together } from './together.ts'

/** What a page has read in what was sent: something to record, and how many events whoever sent it has seen; or not yet. */
export type Reading = {
  readonly toRecord: (Omit<Recording, 'caseId' | 'key'> & { readonly known: number }) | null
}

/** How a page reads what was sent to it, by how the case stands at that moment. */
export type Reader<Facts, R extends Reading> = {
  readonly factsOf: (looked: LookedAt) => Facts
  /** Whether it has to be known who may come to the family, which most recordings do not ask. */
  readonly asksForPeople: (without: Facts) => boolean
  readonly read: (facts: Facts) => R
}

/** What became of what was sent. Where there was nothing to record yet, the result is null. */
export type SentTo<Facts, R extends Reading> =
  | { readonly kind: 'no-such-case' }
  | { readonly kind: 'not-allowed' }
  | {
      readonly kind: 'read'
      readonly facts: Facts
      readonly reading: R
      readonly result: Recorded | Overtaken | null
    }

/**
 * Reads what somebody has sent about a case, and records it, in one transaction that holds the case from the first: it is
 * read, weighed and written down as it stands, and the database is asked twice. Where it is a decision, not if somebody else
 * has decided the same since the page was opened. The same key again gives the first answer again.
 */
export const recordSent = <Facts, R extends Reading>(
  deps: Deps,
  actor: Actor,
  { caseId, key }: Pick<Recording, 'caseId' | 'key'>,
  { factsOf, asksForPeople, read }: Reader<Facts, R>,
): Promise<SentTo<Facts, R>> =>
  deps.store.change(actor.authority, async (store): Promise<SentTo<Facts, R>> => {
    const [held, before] = await together(holdCase(deps, store, actor, caseId), store.resultOf(key))
    if (held === null) return { kind: 'no-such-case' }
    if (!held.may.record) return { kind: 'not-allowed' }
    const { record } = held
    const without = factsOf(held)
    const facts = asksForPeople(without)
      ? factsOf({ ...held, users: await usersOf(store, record, 'around') })
      : without
    const reading = read(facts)
    const done = { kind: 'read', facts, reading } as const
    if (reading.toRecord === null) return { ...done, result: null }
    if (before !== null) return { ...done, result: JSON.parse(before) as Recorded }
    const { known, ...said } = reading.toRecord
    const result = await recordHeld(deps, store, actor, held, { ...said, caseId, key }, (one) =>
      decidedMeanwhile(deps.shelf, one, said.said, known),
    )
    return { ...done, result }
  })
