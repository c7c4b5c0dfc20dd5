import { longDayInWords } from '#calendar/day-in-words.ts'
import { formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { isWeekend, isWorkingDay } from '#calendar/working-calendar.ts'
import { inYearsOfCases, yearsOfCases } from '#engine/case-file/years-of-cases.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { calendarOf } from '../deps.ts'
import { may } from '../access/may.ts'
import { administer } from './administer.ts'
import type { Administered } from './administer.ts'
import type { Closure } from './staff-ports.ts'

/** What is wrong with a closure day that could move no date; null where nothing is. */
const inVain = (day: Day, closures: readonly Closure[]): string | null => {
  const { first, last } = yearsOfCases
  if (!inYearsOfCases(day)) return `The year must be between ${first} and ${last}`
  if (closures.some((one) => one.day === day)) return 'This day is among the closure days already'
  if (isWorkingDay(calendarOf({ closures }), day)) return null
  const what = isWeekend(day) ? 'at a weekend' : 'a bank holiday'
  return `${longDayInWords(day)} is ${what}, so it is not counted as it is. Check the date`
}

/** Says that the authority is closed on a working day. What is due everywhere is then worked out again: keepSchedulesUp. */
export const addClosure = (
  deps: Deps,
  actor: Actor,
  { key, day, name }: Closure & { readonly key: string },
): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageClosures(actor), key }, async ({ store, note }) => {
    const { closures } = await store.authority()
    const wrong = inVain(day, closures)
    if (wrong !== null) return { kind: 'problem', field: 'day', text: wrong }
    await store.setClosures([...closures, { day, name }].toSorted((a, b) => a.day - b.day))
    await store.outdateSchedules()
    await note('added the closure day', { day: formatDay(day), name })
    return { kind: 'done' }
  })

/** Says that the authority is open on a day after all. One that is gone already stays gone. */
export const removeClosure = (
  deps: Deps,
  actor: Actor,
  { key, day }: { readonly key: string; readonly day: Day },
): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageClosures(actor), key }, async ({ store, note }) => {
    const { closures } = await store.authority()
    const rest = closures.filter((one) => one.day !== day)
    if (rest.length === closures.length) return { kind: 'not-there' }
    await store.setClosures(rest)
    await store.outdateSchedules()
    await note('took back the closure day', { day: formatDay(day) })
    return { kind: 'done' }
  })
