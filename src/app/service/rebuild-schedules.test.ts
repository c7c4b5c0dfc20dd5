import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Deps } from '#casework/deps.ts'
import type { ObligationRow } from '#casework/schedule/obligation-row.ts'
import type { Authority } from '#casework/ports.ts'
import { record } from '#casework/recording/record.ts'
import { postgresStore } from '#storage/store.ts'
import { testDatabase } from '#storage/test-database.ts'
import type { TestDatabase } from '#storage/test-database.ts'
import { fillDemonstration } from '../demonstration/fill-demonstration.ts'
import { installedPacks } from './installed-packs.ts'
import { rebuildSchedules } from './rebuild-schedules.ts'

const now = parseInstant('2026-11-19T09:30') as Instant

describe('working out again what is due', () => {
  let database: TestDatabase
  let deps: Deps
  let authorities: readonly Authority[] = []

  before(async () => {
    database = await testDatabase()
    deps = { store: postgresStore(database.pool), clock: { now: () => now }, shelf: installedPacks() }
    const signal = new AbortController().signal
    await fillDemonstration(deps, { families: 25, tell: () => {}, signal })
    authorities = await deps.store.authorities()
    // What a verb of casework has kept is held to the same.
    for (const { id } of authorities) {
      const users = await deps.store.look(id, (one) => one.users())
      const worker = users.find(({ memberships }) => memberships[0]?.role === 'service-manager')
      const lines = await deps.store.look(id, (one) =>
        one.cases({ reach: 'all', open: true, limit: 100, offset: 0 }),
      )
      const line = lines.find(({ restrictedTo }) => restrictedTo === null)
      assert.ok(worker !== undefined && line !== undefined)
      const said = [{ type: 'contact.made', at: now, data: { method: 'telephone' } }]
      const recorded = await record(deps, worker, {
        caseId: line.id,
        key: `contact ${id}`,
        said,
        reason: null,
      })
      assert.equal(recorded.kind, 'recorded')
    }
  })

  const kept = async (): Promise<readonly (readonly ObligationRow[])[]> => {
    const rows: (readonly ObligationRow[])[] = []
    for (const { id } of authorities)
      await deps.store.look(id, async (one) => {
        for (const open of [true, false])
          for (const line of await one.cases({ reach: 'all', open, limit: 100, offset: 0 }))
            rows.push(await one.obligationsOf(line.id))
      })
    return rows
  }

  const rebuildAll = async (): Promise<number> => {
    let cases = 0
    for (const authority of authorities)
      cases += await rebuildSchedules({ pool: database.pool, deps }, authority, () => {})
    return cases
  }

  it('comes to what was kept, row for row', async () => {
    const first = await kept()
    assert.ok(first.flat().length > 200)
    assert.equal(await rebuildAll(), 25)
    assert.deepEqual(await kept(), first)
  })

  it('puts right what was changed, taken out or put in', async () => {
    const first = await kept()
    const { rowCount } = await database.ownerPool.query(
      `update obligations set title = 'changed' where state = 'open'`,
    )
    await database.ownerPool.query(`delete from obligations where state = 'met' and key like '%e1%'`)
    assert.ok((rowCount ?? 0) > 20)
    assert.notDeepEqual(await kept(), first)
    await rebuildAll()
    assert.deepEqual(await kept(), first)
  })
})
