import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '#calendar/instant.ts'
import type { Database } from '#storage/open-database.ts'
import { tidy } from '#storage/tidy.ts'
import type { LogLines } from './log-lines.ts'

const aDay = 86_400_000
const anHour = 3_600_000

/** Old request keys and sessions being taken away while the service runs. */
export type Tidying = { readonly stop: () => Promise<void> }

/** Tidies at once and then every day; what fails is tried again after an hour, and stands in the log. */
export const startTidying = (
  pool: Database['pool'],
  log: Pick<LogLines, 'write'> | null,
  now: () => Instant,
): Tidying => {
  const controller = new AbortController()
  const { signal } = controller
  const round = async (): Promise<number> => {
    try {
      const tidied = await tidy(pool, now())
      log?.write(`${JSON.stringify({ level: 30, time: Date.now(), tidied })}\n`)
      return aDay
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'unknown'
      const failure = { kind, what: 'old requests and sessions could not be tidied away' }
      log?.write(`${JSON.stringify({ level: 50, time: Date.now(), failure })}\n`)
      return anHour
    }
  }
  const work = async (): Promise<void> => {
    while (!signal.aborted) await sleep(await round(), undefined, { signal }).catch(() => {})
  }
  const ended = work()
  return {
    stop: async () => {
      controller.abort()
      await ended
    },
  }
}
