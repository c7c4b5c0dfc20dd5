import type { Instant } from '#calendar/instant.ts'
import type { ChangingOpenings, LookingAtOpenings, Opening } from '../restricted/openings.ts'
import type { Clock } from '../ports.ts'
import { caseIn, type Kept } from './kept.ts'

/** Who has a restricted case open at a moment. */
export const openingsAt = (kept: Kept, caseId: string, now: Instant): readonly Opening[] =>
  kept.cases.get(caseId)?.restrictedTo == null
    ? []
    : (kept.openings.get(caseId) ?? []).filter(({ until }) => until > now)

export const lookingAtOpenings = (kept: Kept, clock: Clock): LookingAtOpenings => ({
  caseCalled: async (reference) => {
    const asked = reference.trim().toUpperCase()
    return [...kept.cases.values()].find((one) => one.reference === asked)?.id ?? null
  },
  openTo: async (user) =>
    [...kept.cases.values()]
      .flatMap(({ id, reference }) => {
        const own = openingsAt(kept, id, clock.now()).filter((one) => one.user === user)
        const until = own.toSorted((a, b) => b.until - a.until)[0]?.until
        return until === undefined ? [] : [{ caseId: id, reference, until }]
      })
      .toSorted((a, b) => a.until - b.until),
})

export const changingOpenings = (kept: Kept, clock: Clock): ChangingOpenings => ({
  openRestricted: async (caseId, opening) => {
    caseIn(kept, caseId)
    kept.openings.set(caseId, [...(kept.openings.get(caseId) ?? []), { ...opening }])
  },
  endOpenings: async (caseId) => {
    const now = clock.now()
    const all = kept.openings.get(caseId) ?? []
    kept.openings.set(
      caseId,
      all.map((one) => (one.until > now ? { ...one, until: now } : one)),
    )
  },
})
