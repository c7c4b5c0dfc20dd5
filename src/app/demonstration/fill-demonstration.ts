import { setImmediate as breathe } from 'node:timers/promises'
import { dayOf } from '#calendar/instant.ts'
import { usesDuty } from '#casework/administration/duty-rota.ts'
import { calendarOf, procedureOn } from '#casework/deps.ts'
import type { Deps } from '#casework/deps.ts'
import type { Authority } from '#casework/ports.ts'
import { chanceFrom } from '#engine/plausible/chance.ts'
import type { InventedAuthority } from './authorities.data.ts'
import { inventedAuthorities } from './authorities.data.ts'
import { familyHistory } from './family-history.ts'
import { fillLists } from './fill-lists.ts'
import type { FamilyHistory } from './history.ts'
import { isUndecided } from './history.ts'
import { namedFamily } from './named-family.ts'
import type { SetUp } from './set-up-authority.ts'
import { isFilled, noteFilled, setUpAuthority } from './set-up-authority.ts'
import { shareOut } from './share-out.ts'
import type { PlannedFamily } from './write-family.ts'
import { writeFamily } from './write-family.ts'
import { writingIn } from './writing-in.ts'

/** How many families the demonstration has unless one asks for more. */
export const usualFamilies = 300

const familiesInBatch = 20
/** So many neighbours go to one team, so that each has its share of those that wait. */
const inARow = 4
/** A very large demonstration has so many different histories in each authority, each with many families. */
const mostHistories = 300
/** So many families of each authority have their forms and letters: more would be read by nobody. */
const mostWithPapers = 300
const withFamilies: ReadonlySet<string> = new Set(['practitioner', 'senior-practitioner', 'partner'])
/** So many of the referrals on which nothing was decided yet are in no team's tray. */
const mostInNoTeam = 2
/** The first of each authority that has a worker is restricted; the address of another is protected. */
const protectedFamily = 11

export type Filling = {
  readonly families: number
  /** Told after every few families how many are there; that authority's filling waits for it. */
  readonly tell: (done: number, of: number) => unknown
  /** Ends the filling between two transactions; the next start takes it up again. */
  readonly signal: AbortSignal
}

const share = (families: number, n: number): number => {
  const all = inventedAuthorities.length
  return Math.floor(families / all) + (n < families % all ? 1 : 0)
}

const seedOf = (authority: number, family: number): number => (authority + 1) * 1_000_003 + family

type Place = { readonly authority: Authority; readonly nth: number; readonly setUp: SetUp }

/** The families of an authority in their order, each made up when its turn comes. */
async function* plannedFamilies(deps: Deps, place: Place): AsyncGenerator<PlannedFamily> {
  const { authority, nth, setUp } = place
  const pack = deps.shelf.pack(authority.pack)
  if (pack === undefined) throw new Error(`The written procedure ${authority.pack} is not installed.`)
  const calendar = calendarOf(authority)
  const { turn, give } = shareOut(setUp)
  const workers = setUp.staff.filter(({ role }) => withFamilies.has(role)).length
  const forLists = fillLists(setUp.today, calendar, setUp.families / workers)
  const histories: FamilyHistory[] = []
  let restricted = false
  let inNoTeam = 0
  for (let n = 0; n < setUp.families; n += 1) {
    const known = histories[n % mostHistories]
    const team = Math.floor(n / inARow) % setUp.teams.length
    const another = (tries: number): FamilyHistory =>
      familyHistory(pack, seedOf(nth, n) + tries * 9_000_011, setUp.today, calendar)
    const history = known ?? forLists(n, turn(team)?.user ?? '', another(0), another)
    if (known === undefined) {
      histories.push(history)
      await breathe()
    }
    const worker = give(team, history)
    const chance = chanceFrom(seedOf(nth, n) + 500_000)
    const named = namedFamily(history.people, history.procedure, chance, n === protectedFamily)
    const isFirst: boolean = !restricted && worker?.role === 'practitioner'
    restricted ||= isFirst
    const version =
      n < mostWithPapers ? pack.versions.find((one) => one.procedure === history.procedure) : null
    const papers = version == null ? null : { version, chance }
    const isInNoTeam: boolean = inNoTeam < mostInNoTeam && isUndecided(history)
    inNoTeam += isInNoTeam ? 1 : 0
    yield { history, named, team, isInNoTeam, worker, restricted: isFirst, papers }
  }
}

const writeBatch = (deps: Deps, place: Place, nth: number, families: readonly PlannedFamily[]) =>
  deps.store.change(place.authority.id, async (store) => {
    const key = `demonstration: families ${nth}`
    if ((await store.resultOf(key)) !== null) return
    const writing = await writingIn(store, place.setUp, calendarOf(place.authority))
    for (const family of families) await writeFamily(store, family, writing)
    await store.keepResult(key, `${families.length}`)
  })

async function fillAuthority(
  deps: Deps,
  place: Place,
  signal: AbortSignal,
  done: (families: number) => Promise<void>,
): Promise<void> {
  const { store } = deps
  const { id } = place.authority
  if (await isFilled(store, id)) return done(place.setUp.families)
  let batch: PlannedFamily[] = []
  let written = 0
  const write = async (): Promise<void> => {
    signal.throwIfAborted()
    await writeBatch(deps, place, written, batch)
    written += 1
    await done(batch.length)
    batch = []
  }
  for await (const family of plannedFamilies(deps, place)) {
    batch.push(family)
    if (batch.length === familiesInBatch) await write()
  }
  if (batch.length > 0) await write()
  await noteFilled(store, id)
}

const authorityFor = async (deps: Deps, invented: InventedAuthority): Promise<Authority> => {
  const known = (await deps.store.authorities()).find(({ slug }) => slug === invented.slug)
  const { slug, name, pack } = invented
  return known ?? deps.store.addAuthority({ slug, name, pack, closures: [], demonstration: true })
}

/**
 * Fills the demonstration: five invented authorities, their teams, users and families. What is there already stays as
 * it is, so that a filling which was broken off goes on where it stood.
 */
export const fillDemonstration = async (deps: Deps, filling: Filling): Promise<void> => {
  const { families, tell, signal } = filling
  const today = dayOf(deps.clock.now())
  const places: Place[] = []
  for (const [nth, invented] of inventedAuthorities.entries()) {
    const authority = await authorityFor(deps, invented)
    const hasDuty = usesDuty(procedureOn(deps.shelf, authority.pack, today))
    const wanted = { families: share(families, nth), today, seed: seedOf(nth, -1), hasDuty }
    places.push({ authority, nth, setUp: await setUpAuthority(deps.store, authority, invented, wanted) })
  }
  const all = places.reduce((sum, { setUp }) => sum + setUp.families, 0)
  let there = 0
  await Promise.all(
    places.map((place) =>
      fillAuthority(deps, place, signal, async (more) => {
        there += more
        await tell(there, all)
      }),
    ),
  )
}
