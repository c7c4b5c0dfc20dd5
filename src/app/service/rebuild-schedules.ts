import { calendarOf, procedureOf } from '#casework/deps.ts'
import { workOutSchedule } from '#casework/schedule/keep-schedule.ts'
import type { Authority } from '#casework/ports.ts'
import { rebuild } from '#storage/rebuild.ts'
import type { OpenService } from './open-service.ts'

/** Works out what is due in every case of an authority again, from its events, and gives how many cases there were. */
export const rebuildSchedules = async (
  { pool, deps }: Pick<OpenService, 'pool' | 'deps'>,
  authority: Authority,
  progress: (done: number) => void,
): Promise<number> => {
  const calendar = calendarOf(authority)
  const { cases } = await rebuild(pool, authority.id, {
    which: 'all',
    derive: (one) => workOutSchedule(one, procedureOf(deps.shelf, one), calendar),
    progress,
  })
  return cases
}
