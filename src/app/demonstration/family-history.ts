import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { chanceFrom } from '#engine/plausible/chance.ts'
import type { Chance } from '#engine/plausible/chance.ts'
import { plausibleCase } from '#engine/plausible/plausible-case.ts'
import type { Pack } from '#procedure/pack.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { versionInForce } from '#procedure/version-in-force.ts'
import type { FamilyHistory } from './history.ts'
import { hasWorker, isClosed } from './history.ts'

const minute = 60_000
const longest = 400
const shortest = 120

/** How long ago the oldest case began: not before the procedure came into force, where that gives enough time. */
const spanOf = ({ versions }: Pack, today: Day): number => {
  const first = Math.min(...versions.map(({ procedure }) => procedure.version))
  return Math.max(shortest, Math.min(longest, today - first))
}

const procedureOn = (pack: Pack, day: Day): Procedure => {
  const version = versionInForce(pack, day) ?? pack.versions[0]
  if (version === undefined) throw new Error(`There is no version of ${pack.id} to make families under.`)
  return version.procedure
}

/**
 * Days since the case began, rather fewer than more, so that there are families at every stage; and for some, days
 * since anybody wrote anything down, so that things are overdue.
 */
const when = (pack: Pack, today: Day, chance: Chance): { readonly began: number; readonly quiet: number } => {
  const share = chance.whole(0, 1000) / 1000
  const began = 1 + Math.round(spanOf(pack, today) * share ** 1.4)
  const quiet = chance.share(0.15) ? chance.whole(3, 24) : 0
  return { began, quiet: Math.min(quiet, began - 1) }
}

/** One family's history. A case that would begin on a Saturday and end the same day has no events: it began earlier. */
const madeUp = (pack: Pack, seed: number, today: Day, calendar: WorkingCalendar): FamilyHistory => {
  const { began, quiet } = when(pack, today, chanceFrom(seed))
  const until = (instantAt(addDays(today, -quiet), 0) - minute) as Instant
  for (let earlier = 0; earlier < 14; earlier += 1) {
    const day = addDays(today, -began - earlier)
    const procedure = procedureOn(pack, day)
    const made = plausibleCase({ procedure, seed, begins: instantAt(day, 9 * 60), until, calendar })
    if (made.events.length > 0) return { ...made, procedure }
  }
  throw new Error(`No family can be made up under ${pack.id}.`)
}

/** So many days a family may wait for a worker without anybody asking why. */
const longestWait = 12
const mostTries = 8

const isBelievable = (history: FamilyHistory, today: Day): boolean => {
  const [first] = history.events
  if (hasWorker(history) || isClosed(history)) return true
  return first !== undefined && today - dayOf(first.at) <= longestWait
}

/** Makes up a family's history under a procedure. The same seed and day give the same one. */
export const familyHistory = (
  pack: Pack,
  seed: number,
  today: Day,
  calendar: WorkingCalendar,
): FamilyHistory => {
  let made = madeUp(pack, seed, today, calendar)
  for (let tries = 1; tries < mostTries && !isBelievable(made, today); tries += 1)
    made = madeUp(pack, seed + tries * 7_000_003, today, calendar)
  return made
}
