import type { FamilyHistory } from './history.ts'
import { hasWorker, isClosed } from './history.ts'
import type { SetUp, StaffMember } from './set-up-authority.ts'

/** A practitioner takes so many families for each that a senior practitioner takes. */
const roundsToSenior = 5
/** One in so many families is led by a partner agency. */
const partnerEvery = 20

const turnsOf = (team: number, { staff }: SetUp): readonly StaffMember[] => {
  const own = (role: string) => staff.filter((one) => one.team === team && one.role === role)
  const rounds = Array.from({ length: roundsToSenior }, () => own('practitioner'))
  return [...rounds.flat(), ...own('senior-practitioner')]
}

/**
 * Gives families to workers as their histories come, evenly within each team, open and closed ones apart, so that
 * everybody has about as many open ones.
 */
export const shareOut = (setUp: SetUp): ((team: number, history: FamilyHistory) => StaffMember | null) => {
  const turns = setUp.teams.map((_, team) => turnsOf(team, setUp))
  const partner = setUp.staff.find(({ role }) => role === 'partner') ?? null
  const taken = new Map<string, number>()
  const next = (what: string): number => {
    const n = taken.get(what) ?? 0
    taken.set(what, n + 1)
    return n
  }
  return (team, history) => {
    if (!hasWorker(history)) return null
    if (next('all') % partnerEvery === partnerEvery - 1) return partner
    const own = turns[team] ?? []
    return own[next(`${team} ${isClosed(history) ? 'closed' : 'open'}`) % own.length] ?? null
  }
}
