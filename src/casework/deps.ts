import { englandAndWales } from '#calendar/bank-holidays.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Day } from '#calendar/day.ts'
import type { Version } from '#procedure/pack.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { versionInForce } from '#procedure/version-in-force.ts'
import type { Authority, Clock, Shelf, Store } from './ports.ts'

/** Everything outside that casework uses, handed in by the app. */
export type Deps = { readonly store: Store; readonly clock: Clock; readonly shelf: Shelf }

const calendars = new WeakMap<Authority['closures'], WorkingCalendar>()

/** The calendar of an authority: bank holidays and its own closure days; made once for each. */
export const calendarOf = ({ closures }: Pick<Authority, 'closures'>): WorkingCalendar => {
  const known = calendars.get(closures)
  if (known !== undefined) return known
  const calendar = makeCalendar({ holidays: englandAndWales, closures })
  calendars.set(closures, calendar)
  return calendar
}

type RunsOn = { readonly procedure: string; readonly version: Day }

/** The version of a pack that a case runs on, with its forms and letters. Throws when the installation lacks it. */
export const versionOf = (shelf: Shelf, one: RunsOn): Version => {
  const pack = shelf.pack(one.procedure)
  const version = pack?.versions.find(({ procedure }) => procedure.version === one.version)
  if (version === undefined)
    throw new Error(`The procedure ${one.procedure} is not installed in this version.`)
  return version
}

/** The procedure of a case in the version that it runs on. Throws when the installation does not carry it. */
export const procedureOf = (shelf: Shelf, one: RunsOn): Procedure => versionOf(shelf, one).procedure

/** The procedure under which a case begins on a day. Throws when none is in force. */
export const procedureOn = (shelf: Shelf, id: string, day: Day): Procedure => {
  const pack = shelf.pack(id)
  const version = pack === undefined ? undefined : versionInForce(pack, day)
  if (version === undefined) throw new Error(`No version of ${id} is in force.`)
  return version.procedure
}
