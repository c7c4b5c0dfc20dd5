import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig, Pool } from 'pg'
import { dayOf } from '#calendar/instant.ts'
import { keepSchedulesUp } from '#casework/administration/keep-schedules-up.ts'
import { calendarOf } from '#casework/deps.ts'
import { deliverMessage, giveUpMessage } from '#casework/messages/deliver-message.ts'
import { digestDay } from '#casework/messages/digest-day.ts'
import { makeDigests } from '#casework/messages/make-digests.ts'
import type { PostDeps } from '#casework/messages/post.ts'
import { giveLostJobs } from '#storage/jobs/lost-jobs.ts'
import type { Jobs, JobWork } from '#storage/jobs/start-jobs.ts'
import { tidy } from '#storage/tidy.ts'
import type { Tidied } from '#storage/tidy.ts'

/** A worker at work. */
export type Worker = {
  /** Lets it end what it has begun, and no more. */
  readonly stop: () => Promise<void>
}

export type WorkerSettings = {
  /** Minutes since midnight in London at which digests are made. */
  readonly digestAt: number
  /** How long it takes at most until it finds what is queued, in seconds. */
  readonly rest: number
  /** Told of what failed, by the kind of the failure and never its words. */
  readonly failed: (kind: string) => void
  readonly tidied: (rows: Tidied) => void
}

/** How the worker reaches the database: its own work through the pool, its jobs through connections of their own. */
export type WorkerDatabase = { readonly pool: Pool; readonly app: ClientConfig }

/** Less than whoever stops a service waits before they end it for good. */
const longestStop = 20_000

/**
 * Makes the digests of today, in each authority where it is a working day and their time has come.
 *
 * @returns whether nothing failed
 */
export const digestsOfToday = async (
  deps: PostDeps,
  digestAt: number,
  failed: (error: unknown) => void,
): Promise<boolean> => {
  let isWell = true
  for (const authority of await deps.store.authorities()) {
    const now = deps.clock.now()
    const day = digestDay(now, digestAt, calendarOf(authority))
    if (day !== dayOf(now)) continue
    await makeDigests(deps, authority, day).catch((error: unknown) => {
      failed(error)
      isWell = false
    })
  }
  return isWell
}

/**
 * Starts a worker: it delivers what was queued, makes each working day's digests, works out again what is due where the
 * closure days have changed, and tidies away what nobody can need any more. Any number of them may share a database. One
 * that cannot start, since the database is away, tries again.
 */
export const startWorker = (
  deps: PostDeps,
  { pool, app }: WorkerDatabase,
  { digestAt, rest, failed, tidied }: WorkerSettings,
): Worker => {
  const controller = new AbortController()
  const { signal } = controller
  const note = (error: unknown): void => failed(error instanceof Error ? error.name : 'unknown')
  const work: JobWork = {
    deliver: async (authority, message) => (await deliverMessage(deps, authority, message)) === 'settled',
    giveUp: (authority, message) => giveUpMessage(deps, authority, message),
    catchUp: (authority) => keepSchedulesUp(deps, authority, () => !signal.aborted),
    makeDigests: () => digestsOfToday(deps, digestAt, note),
    tidy: async () => {
      tidied(await tidy(pool, deps.clock.now()))
      await giveLostJobs(pool)
    },
  }
  const start = async (): Promise<Jobs | null> => {
    while (!signal.aborted) {
      try {
        await giveLostJobs(pool)
        // Read only now: the first page need not wait for it.
        const { startJobs } = await import('#storage/jobs/start-jobs.ts')
        return await startJobs(app, work, { mail: deps.post !== null, digestAt, rest, failed })
      } catch (error) {
        note(error)
        await sleep(rest * 1000, undefined, { signal }).catch(() => {})
      }
    }
    return null
  }
  const started = start()
  return {
    stop: async () => {
      controller.abort()
      await (await started)?.stop(longestStop)
    },
  }
}
