import type { FamilyHistory } from './history.ts'
import { hasWorker, isClosed } from './history.ts'
import type { SetUp, StaffMember } from './set-up-authority.ts'

/** A practitioner takes so many families for each that a senior practitioner takes. */
const roundsToSenior = 3
/** One in so many families is led by a partner agency: the eighth, and from there on. */
const partnerEvery = 15
const firstOfPartner = 7

const turnsOf = (team: number, { staff }: SetUp): readonly StaffMember[] => {
  const own = (role: string) => staff.filter((one) => one.team === team && one.role === role)
  const [first = [], ...rest] = Array.from({ length: roundsToSenior }, () => own('practitioner'))
  return [...first, ...own('senior-practitioner'), ...rest.flat()]
}

type Shares = {
  /** Whose turn it is when a team has another open family. */
  readonly turn: (team: number) => StaffMember | null
  readonly give: (team: number, history: FamilyHistory) => StaffMember | null
}

/**
 * Gives families to workers as their histories come, evenly within each team, open and closed ones apart, so that
 * everybody has about as many open ones.
 */
export const shareOut = (setUp: SetUp): Shares => {
  const turns = setUp.teams.map((_, team) => turnsOf(team, setUp))
  const partner = setUp.staff.find(({ role }) => role === 'partner') ?? null
  const taken = new Map<string, number>()
  const so = (what: string): number => taken.get(what) ?? 0
  const whose = (team: number, state: 'open' | 'closed'): StaffMember | null => {
    if (so('all') % partnerEvery === firstOfPartner) return partner
    const own = turns[team] ?? []
    return own[so(`${team} ${state}`) % own.length] ?? null
  }
  return {
    turn: (team) => whose(team, 'open'),
    give: (team, history) => {
      if (!hasWorker(history)) return null
      const state = isClosed(history) ? 'closed' : 'open'
      const given = whose(team, state)
      taken.set('all', so('all') + 1)
      if (given !== partner) taken.set(`${team} ${state}`, so(`${team} ${state}`) + 1)
      return given
    },
  }
}
