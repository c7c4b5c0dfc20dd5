import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#storage/open-database.ts'
import { sealAudit } from '#storage/audit.ts'
import type { LogLines } from './log-lines.ts'

const rest = 1000
const longestRest = 30_000

/** The audit being sealed while the service runs. */
export type Sealing = {
  /** Seals what is left, where the database can still be reached. */
  readonly stop: () => Promise<void>
}

/**
 * Seals the audit every second, so that what is written and not yet in the chain is never more than that. Any number of
 * processes may do so over one database. What fails is tried again, and stands in the log.
 */
export const startSealing = (
  pool: Database['pool'],
  log: Pick<LogLines, 'write'> | null,
  pause = rest,
): Sealing => {
  const controller = new AbortController()
  const { signal } = controller
  const seal = async (): Promise<boolean> => {
    try {
      await sealAudit(pool)
      return true
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'unknown'
      const failure = { kind, what: 'the audit could not be sealed' }
      log?.write(`${JSON.stringify({ level: 50, time: Date.now(), failure })}\n`)
      return false
    }
  }
  const work = async (): Promise<void> => {
    let wait = pause
    while (!signal.aborted) {
      wait = (await seal()) ? pause : Math.min(longestRest, wait * 2)
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
    await seal()
  }
  const ended = work()
  return {
    stop: async () => {
      controller.abort()
      await ended
    },
  }
}
