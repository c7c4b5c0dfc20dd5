import type { Deps } from '../deps.ts'
import { calendarOf, procedureOf } from '../deps.ts'
import { keepSchedule } from '../schedule/keep-schedule.ts'

const batch = 20

/**
 * Works out again what is due in the cases of an authority whose kept schedules are out of date since its closure days are
 * others, a few at a time, so that people can go on working. Any number of processes may do so; what is broken off is taken
 * up by the next.
 *
 * @param goOn asked after each few whether to go on
 * @returns whether all are up to date
 */
export const keepSchedulesUp = async (
  deps: Deps,
  authority: string,
  goOn: () => boolean,
): Promise<boolean> => {
  for (;;) {
    const some = await deps.store.look(authority, (store) => store.outdated(batch))
    if (some.length === 0) return true
    await deps.store.change(authority, async (store) => {
      const calendar = calendarOf(await store.authority())
      for (const id of some) {
        const one = await store.lockCase(id)
        if (one !== null) await keepSchedule(store, one, procedureOf(deps.shelf, one), calendar)
        await store.noteUpToDate(id)
      }
    })
    if (!goOn()) return false
  }
}
