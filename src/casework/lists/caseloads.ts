import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import { may } from '../access/may.ts'
import { workersOwn } from '../access/owners.ts'
import type { CaseLine, Looking, WorklistRow } from '../ports.ts'
import { reachOf } from '../access/reach.ts'

/** The most families of one team that are counted. */
const most = 2000

/** A family in a list, with how much of what is due for it is late, and how much of that is the worker's to do. */
export type FamilyLine = CaseLine & { readonly overdue: number; readonly workerOverdue: number }

/** The open families of teams that somebody may see, each with the number of things that are overdue now. */
export const familiesOf = async (
  store: Looking,
  actor: Actor,
  teams: readonly string[],
  now: Instant,
  procedure: Procedure,
): Promise<readonly FamilyLine[]> => {
  const lines: CaseLine[] = []
  const late = new Map<string, WorklistRow[]>()
  const own = new Set(workersOwn(procedure))
  const reach = reachOf(actor)
  for (const team of teams) {
    lines.push(...(await store.cases({ reach, team, open: true, limit: most, offset: 0 })))
    // The longest overdue come first: behind the first that is not, nothing is.
    const query = { reach, of: { team }, owners: null, asOf: now, limit: most, after: null }
    const rows = await store.worklist(query)
    for (const row of rows)
      if (row.overdueFrom !== null && row.overdueFrom <= now)
        late.set(row.caseId, [...(late.get(row.caseId) ?? []), row])
  }
  return lines
    .filter((line) => may.seeCase(actor, { ...line, authority: actor.authority }))
    .map((line) => {
      const rows = late.get(line.id) ?? []
      const workerOverdue = rows.filter(({ owner }) => own.has(owner)).length
      return { ...line, overdue: rows.length, workerOverdue }
    })
}

export type Caseload = { readonly families: number; readonly overdue: number }

/** How many families each worker has, and how much of the worker's own work is late. */
export const caseloadsIn = (lines: readonly FamilyLine[]): ReadonlyMap<string, Caseload> => {
  const loads = new Map<string, Caseload>()
  for (const { worker, workerOverdue } of lines) {
    if (worker === null) continue
    const load = loads.get(worker) ?? { families: 0, overdue: 0 }
    loads.set(worker, { families: load.families + 1, overdue: load.overdue + workerOverdue })
  }
  return loads
}
