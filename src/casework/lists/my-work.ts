import { addDays } from '#calendar/day.ts'
import { dayOf, instantAt, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Pack } from '#procedure/pack.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOn } from '../deps.ts'
import { inNoTeam } from '../referrals/in-no-team.ts'
import type { InNoTeam } from '../referrals/in-no-team.ts'
import { pageOfKept } from '../recording/kept-name.ts'
import { may } from '../access/may.ts'
import { onlyOwn, ownersFor, seenToByWorker, workersOwn } from '../access/owners.ts'
import type { Draft, Looking, Team, WorklistQuery, WorklistRow } from '../ports.ts'
import { reachOf } from '../access/reach.ts'
import { together } from '../recording/together.ts'

/** A worker's list: what is late, due today, due within a week, and after that or without a limit. */
export type MyWork = {
  readonly now: Instant
  readonly calendar: WorkingCalendar
  readonly overdue: readonly WorklistRow[]
  readonly today: readonly WorklistRow[]
  readonly week: readonly WorklistRow[]
  readonly later: readonly WorklistRow[]
  /** The referrals that are in no team's tray; null for who does not answer for them. */
  readonly inNoTeam: InNoTeam | null
  readonly drafts: readonly Draft[]
  /** What the forms and letters of the procedure are called, by their ids. */
  readonly titles: ReadonlyMap<string, string>
  /** What those are called whose part the worker only sees to, by their role. */
  readonly outside: ReadonlyMap<string, string>
  /** Whether there is more than the list shows. */
  readonly more: boolean
}

const most = 200

const sortedByDue = (
  rows: readonly WorklistRow[],
  now: Instant,
): Pick<MyWork, 'overdue' | 'today' | 'week' | 'later'> => {
  const today = dayOf(now)
  // What is due on a day becomes overdue when the day ends.
  const endOfToday = instantAt(addDays(today, 1), 0)
  const endOfWeek = instantAt(addDays(today, 7), 0)
  const before = (end: Instant) => (row: WorklistRow) => row.overdueFrom !== null && row.overdueFrom <= end
  const aimed = ({ overdueFrom, due }: WorklistRow): boolean => {
    const aim = overdueFrom === null && due !== null ? parseInstant(due) : undefined
    return aim !== undefined && dayOf(aim) >= today && aim < endOfWeek
  }
  const late = (row: WorklistRow) => row.overdueFrom !== null && row.overdueFrom <= now
  const rest = rows.filter((row) => !late(row))
  const notToday = rest.filter((row) => !before(endOfToday)(row))
  return {
    overdue: rows.filter(late),
    today: rest.filter(before(endOfToday)),
    week: notToday.filter((row) => before(endOfWeek)(row) || aimed(row)),
    later: notToday.filter((row) => !before(endOfWeek)(row) && !aimed(row)),
  }
}

/** Whose obligations belong on somebody's list: their own families', and what their roles do for their teams. */
const queriesFor = (
  actor: Actor,
  procedure: Procedure,
  teams: readonly Team[],
): Pick<WorklistQuery, 'of' | 'owners'>[] => {
  const own = {
    of: { worker: actor.user },
    owners: [...workersOwn(procedure), ...seenToByWorker(procedure)],
  }
  const others = actor.memberships
    .filter(({ role }) => !onlyOwn.has(role))
    .flatMap(({ role, team }) => {
      const owners = ownersFor(new Set([role]), procedure)
      if (owners.length === 0) return []
      return (team === null ? teams.map(({ id }) => id) : [team]).map((id) => ({ of: { team: id }, owners }))
    })
  return [own, ...others]
}

/** In a family of no team everything is for who answers for it, but what its worker does. */
const ofAnotherWorker = (actor: Actor, procedure: Procedure): ((row: WorklistRow) => boolean) => {
  const theirs: ReadonlySet<string> = new Set([...workersOwn(procedure), ...seenToByWorker(procedure)])
  return ({ team, worker, owner }) =>
    team === null && worker !== null && worker !== actor.user && theirs.has(owner)
}

const byDate = (a: WorklistRow, b: WorklistRow): number =>
  (a.overdueFrom ?? Number.MAX_SAFE_INTEGER) - (b.overdueFrom ?? Number.MAX_SAFE_INTEGER)

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** The case that a draft's name is about, as in `record:<case id>:visit_made`, or the page that it stands on. */
const caseOf = ({ form }: Draft): string | undefined => uuid.exec(pageOfKept(form) ?? form)?.[0]

/** What somebody has begun to write, but for families that they may not see any more. */
const draftsSeen = async (store: Looking, actor: Actor): Promise<readonly Draft[]> => {
  const drafts = await store.draftsOf(actor.user)
  const ids = [...new Set(drafts.flatMap((draft) => caseOf(draft) ?? []))]
  if (ids.length === 0) return drafts
  const seen = (await store.guardedCases(ids)).filter((one) =>
    may.seeCase(actor, { ...one, authority: actor.authority }),
  )
  return drafts.filter((draft) => {
    const about = caseOf(draft)
    return about === undefined || seen.some(({ id }) => id === about)
  })
}

const titlesIn = (pack: Pack | undefined): ReadonlyMap<string, string> =>
  new Map(
    (pack?.versions ?? [])
      .flatMap(({ forms, letters }) => [...forms, ...letters])
      .map(({ id, title }) => [id, title]),
  )

/** What the person who is signed in has to do, in the order of the dates. */
export const myWork = (deps: Deps, actor: Actor): Promise<MyWork> =>
  deps.store.look(actor.authority, async (store) => {
    const now = deps.clock.now()
    const [authority, unplaced, teams, drafts] = await together(
      store.authority(),
      inNoTeam(deps, store, actor, now),
      // Only somebody whose part is everywhere needs them all.
      actor.memberships.some(({ role, team }) => team === null && !onlyOwn.has(role)) ? store.teams() : [],
      draftsSeen(store, actor),
    )
    const procedure = procedureOn(deps.shelf, authority.pack, dayOf(now))
    const reach = reachOf(actor)
    const queries = queriesFor(actor, procedure, teams)
    if (unplaced !== null) queries.push({ of: { team: null }, owners: null })
    const asked = queries.map((query) =>
      store.worklist({ ...query, reach, asOf: now, limit: most + 1, after: null }),
    )
    const found: readonly WorklistRow[] = (await together(...asked)).flat()
    const isSomebodys = ofAnotherWorker(actor, procedure)
    const unique = [...new Map(found.map((row) => [`${row.caseId} ${row.key}`, row])).values()]
    const rows = unique
      .filter((row) => may.seeCase(actor, { ...row, authority: actor.authority }) && !isSomebodys(row))
      .toSorted(byDate)
    const calendar = calendarOf(authority)
    const outside = new Map(seenToByWorker(procedure).map((role) => [role, procedure.roles[role] ?? role]))
    const sorted = sortedByDue(rows.slice(0, most), now)
    const titles = titlesIn(deps.shelf.pack(authority.pack))
    return { now, calendar, ...sorted, inNoTeam: unplaced, drafts, titles, outside, more: rows.length > most }
  })
