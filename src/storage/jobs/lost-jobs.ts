import type pg from 'pg'
import { authorities } from '../people/authorities.ts'
import { changing, rowsOf, type Statement } from '../transaction.ts'

const given: Statement = { name: 'give-lost-jobs', text: 'select give_lost_jobs()' }

/**
 * Gives a job to what waits and has none, in every authority: after a restore, or where somebody took jobs away. Any number
 * of processes may do so at once.
 */
export async function giveLostJobs(pool: pg.Pool): Promise<void> {
  for (const { id } of await authorities(pool)) await changing(pool, id, (one) => rowsOf(one, given, []))
}
