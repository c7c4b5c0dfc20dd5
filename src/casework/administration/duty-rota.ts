import { formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import { addWorkingDays, isWorkingDay } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor, StandardRole } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { calendarOf, procedureOn } from '../deps.ts'
import { may } from '../access/may.ts'
import type { Looking, User } from '../ports.ts'
import { administer } from './administer.ts'
import type { Administered } from './administer.ts'
import type { DutyDay } from './staff-ports.ts'

/** Whether a procedure knows a manager on duty: only then is there a rota. */
export const usesDuty = ({ roles, standsFor }: Pick<Procedure, 'roles' | 'standsFor'>): boolean =>
  Object.keys(roles).some((role) => (standsFor[role] ?? role) === 'duty-manager')

/** Those who can be on duty. */
const onDuty: readonly StandardRole[] = ['duty-manager', 'manager', 'service-manager']

const canBeOnDuty = ({ active, memberships }: User): boolean =>
  active && memberships.some(({ role }) => onDuty.includes(role))

export type DutyRota = {
  readonly procedure: Procedure
  readonly now: Day
  /** The working days that the page shows, with who is on duty. */
  readonly days: readonly { readonly day: Day; readonly user: string | null }[]
  readonly managers: readonly User[]
  readonly users: ReadonlyMap<string, User>
}

const shown = 20

const workingDaysFrom = (first: Day, calendar: WorkingCalendar): readonly Day[] => {
  const begins = isWorkingDay(calendar, first) ? 0 : 1
  return Array.from({ length: shown }, (_, i) => addWorkingDays(calendar, first, i + begins))
}

/** The rota of the coming working days. Null where the reader may not keep it or the procedure knows none. */
export const dutyRota = (deps: Deps, actor: Actor): Promise<DutyRota | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.keepRota(actor)) return null
    const authority = await store.authority()
    const now = dayOf(deps.clock.now())
    const procedure = procedureOn(deps.shelf, authority.pack, now)
    if (!usesDuty(procedure)) return null
    const days = workingDaysFrom(now, calendarOf(authority))
    const set = new Map(
      (await store.duty(now, days.at(-1) ?? now)).map(({ day, user }) => [day, user] as const),
    )
    const holding = await store.usersHolding(onDuty)
    // Who is on the rota may be in another role by now.
    const named = await store.usersNamed([...set.values()])
    return {
      procedure,
      now,
      days: days.map((day) => ({ day, user: set.get(day) ?? null })),
      managers: holding.filter(canBeOnDuty),
      users: new Map([...holding, ...named].map((user) => [user.user, user])),
    }
  })

/** Who is on duty on a day; null where nobody is named, or whoever was is no longer somebody who could be. */
export const onDutyOn = async (store: Pick<Looking, 'duty' | 'user'>, day: Day): Promise<User | null> => {
  const [one] = await store.duty(day, day)
  const user = one === undefined ? null : await store.user(one.user)
  return user !== null && canBeOnDuty(user) ? user : null
}

export const whoIsOnDuty = (deps: Deps, authority: string, day: Day): Promise<User | null> =>
  deps.store.look(authority, (store) => onDutyOn(store, day))

export type SetDuty = {
  readonly key: string
  /** Each day that was changed: who was on duty when the page was opened, and who is to be. */
  readonly days: readonly {
    readonly day: DutyDay['day']
    readonly seen: string | null
    readonly user: string | null
  }[]
}

/** Says who is on duty on days, all of them or none. */
export const setDuty = (deps: Deps, actor: Actor, { key, days }: SetDuty): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.keepRota(actor), key }, async ({ store, note }) => {
    const named = await store.usersNamed(days.flatMap(({ user }) => user ?? []))
    const managers = new Set(named.filter(canBeOnDuty).map(({ user }) => user))
    for (const { day, seen, user } of days) {
      const [now] = await store.duty(day, day)
      if ((now?.user ?? null) !== seen) return { kind: 'changed-meanwhile' }
      if (user !== null && !managers.has(user)) return { kind: 'not-there' }
    }
    for (const { day, user } of days) {
      await store.setDuty(day, user)
      await note('set the duty', { day: formatDay(day), who: user })
    }
    return { kind: 'done' }
  })
