import type pg from 'pg'
import type { CaseRecord } from '#casework/case/case-record.ts'
import type { ObligationRow, ScheduleStamp } from '#casework/schedule/obligation-row.ts'
import { lockCase } from './cases/load-case.ts'
import { rewriteSchedule } from './schedule/write-schedule.ts'
import { changing, looking, rowsOf, type Statement } from './transaction.ts'

/** Everything that is kept for lists about one case, worked out from its events; `step` and `closed` among it. */
export type Derived = {
  readonly rows: readonly ObligationRow[]
  readonly stamp: ScheduleStamp
}

export type Rebuilt = {
  /** Cases that were worked out again. */
  readonly cases: number
}

const nextCases: Statement = {
  name: 'cases-to-rebuild',
  text: `select id from cases
    where authority_id = $1 and id > $2
      and ($3 or schedule_last_event is distinct from last_event or not schedule_version = any ($4::text[]))
    order by id limit $5`,
}

const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Works the kept obligations of an authority's cases out again, in batches of one transaction each, so that people can go on
 * working meanwhile.
 *
 * @param what.which all cases, or those with an event newer than their schedule or a stamp of another version than these
 * @param what.derive the obligations of one case with their stamp; it is handed the case with its people and events
 * @param what.progress told after each batch how many cases are done
 */
export async function rebuild(
  pool: pg.Pool,
  authority: string,
  what: {
    readonly which: 'all' | { readonly notOf: readonly string[] }
    readonly derive: (one: CaseRecord) => Derived
    readonly batch?: number
    readonly progress?: (done: number) => void
  },
): Promise<Rebuilt> {
  const { which, derive, batch = 100, progress } = what
  let last = beforeAll
  let done = 0
  for (;;) {
    const values = [authority, last, which === 'all', which === 'all' ? [] : which.notOf, batch]
    const ids = await looking(pool, authority, (one) =>
      rowsOf<{ readonly id: string }>(one, nextCases, values),
    )
    if (ids.length === 0) return { cases: done }
    await changing(pool, authority, async (one) => {
      for (const { id } of ids) {
        const found = await lockCase(one, id)
        if (found === null) continue
        const { rows, stamp } = derive(found)
        await rewriteSchedule(one, id, rows, stamp)
      }
    })
    done += ids.length
    last = ids.at(-1)?.id ?? last
    progress?.(done)
  }
}
