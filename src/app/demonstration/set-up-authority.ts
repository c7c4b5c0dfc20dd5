import { formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import type { StandardRole } from '#casework/access/actor.ts'
import { calendarOf } from '#casework/deps.ts'
import type { Authority, Store } from '#casework/ports.ts'
import { chanceFrom } from '#engine/plausible/chance.ts'
import type { InventedAuthority } from './authorities.data.ts'
import { fillRota } from './fill-rota.ts'
import { staffFor, teamsFor } from './staff.ts'

/** Somebody of the staff as a user: the team by its place among the teams. */
export type StaffMember = {
  readonly user: string
  readonly name: string
  readonly role: StandardRole
  readonly team: number | null
}

/** What an authority of the demonstration was set up with. It is kept, so that filling can be taken up again. */
export type SetUp = {
  readonly families: number
  /** The day up to whose morning things have happened. */
  readonly today: Day
  readonly teams: readonly string[]
  readonly staff: readonly StaffMember[]
}

type Kept = Omit<SetUp, 'today'> & { readonly today: string }

const setUpKey = 'demonstration: set up'
const filledKey = 'demonstration: filled'

const read = (kept: string): SetUp => {
  const { today, ...rest } = JSON.parse(kept) as Kept
  const day = parseDay(today)
  if (day === undefined) throw new Error('What the demonstration was set up with cannot be read.')
  return { ...rest, today: day }
}

/** What an authority was set up with; null where it was not. */
export const setUpOf = (store: Store, authority: string): Promise<SetUp | null> =>
  store.change(authority, async (one) => {
    const kept = await one.resultOf(setUpKey)
    return kept === null ? null : read(kept)
  })

/** Whether all of an authority's families are there. */
export const isFilled = (store: Store, authority: string): Promise<boolean> =>
  store.change(authority, async (one) => (await one.resultOf(filledKey)) !== null)

export const noteFilled = (store: Store, authority: string): Promise<void> =>
  store.change(authority, (one) => one.keepResult(filledKey, 'yes'))

const teamName = ({ teams }: InventedAuthority, n: number): string => teams[n] ?? `Team ${n + 1}`

/** A number that nobody has, out of those that are kept for plays. */
const serviceLine = (nth: number): string => `01632 960 ${String(nth % 1000).padStart(3, '0')}`

/** Makes the teams, the users and, where there is one, the duty rota of an authority, once. */
export const setUpAuthority = (
  store: Store,
  authority: Authority,
  invented: InventedAuthority,
  wanted: {
    readonly families: number
    readonly today: Day
    readonly seed: number
    /** Whether its procedure knows a manager on duty. */
    readonly hasDuty: boolean
  },
): Promise<SetUp> =>
  store.change(authority.id, async (one) => {
    const kept = await one.resultOf(setUpKey)
    if (kept !== null) return read(kept)
    const { families, today, seed, hasDuty } = wanted
    const teams: string[] = []
    await one.setServiceDetails({
      name: invented.service,
      phone: serviceLine(0),
      email: `early.help@${invented.slug}.example`,
      address: invented.address.join('\n'),
    })
    for (let n = 0; n < teamsFor(families); n += 1) {
      const { id: team } = await one.addTeam(teamName(invented, n))
      await one.setTeamDetails(team, { phone: serviceLine(n + 1), email: null, address: null })
      teams.push(team)
    }
    const staff: StaffMember[] = []
    for (const { name, email, phone, role, team } of staffFor(families, invented.slug, chanceFrom(seed))) {
      const memberships = [{ role, team: team === null ? null : (teams[team] ?? null) }]
      const { user } = await one.addUser({ name, email, phone, memberships })
      staff.push({ user, name, role, team })
    }
    if (hasDuty) await fillRota(one, staff, today, calendarOf(authority))
    const made: SetUp = { families, today, teams, staff }
    await one.keepResult(setUpKey, JSON.stringify({ ...made, today: formatDay(today) } satisfies Kept))
    return made
  })
