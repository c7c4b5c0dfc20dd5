import { setTimeout as sleep } from 'node:timers/promises'
import { dayOf } from '#calendar/instant.ts'
import { keepSchedulesUp } from '#casework/administration/keep-schedules-up.ts'
import { calendarOf } from '#casework/deps.ts'
import type { Authority } from '#casework/ports.ts'
import { deliverNext } from '#casework/messages/deliver-next.ts'
import { digestDay } from '#casework/messages/digest-day.ts'
import { makeDigests } from '#casework/messages/make-digests.ts'
import type { PostDeps } from '#casework/messages/post.ts'

/** A worker at work. */
export type Worker = {
  /** Lets it end what it has begun, and no more. */
  readonly stop: () => Promise<void>
}

export type WorkerSettings = {
  /** Minutes since midnight in London at which digests are made. */
  readonly digestAt: number
  /** How long it waits before it looks again, in milliseconds. */
  readonly rest: number
  /** Told of a round that failed, by the kind of the failure and never its words. */
  readonly failed: (kind: string) => void
}

/** Letters on their way at once. */
const lanes = 4
const longestRest = 60_000

type Working = {
  readonly deps: PostDeps
  readonly stopping: () => boolean
  readonly failed: (error: unknown) => void
}

/**
 * Delivers, one message of each authority in turn, until there is nothing to deliver, nobody takes letters, or it is to stop.
 * False where the mail server takes nothing at all.
 */
const lane = async (
  { deps, stopping, failed }: Working,
  authorities: readonly Authority[],
): Promise<boolean> => {
  let left = authorities
  while (left.length > 0) {
    const more: Authority[] = []
    for (const authority of left) {
      if (stopping()) return true
      const done = await deliverNext(deps, authority).catch(failed)
      if (done === 'not reached') return false
      if (done === 'something') more.push(authority)
    }
    left = more
  }
  return true
}

const deliver = async (working: Working, authorities: readonly Authority[]): Promise<boolean> => {
  const { store, clock } = working.deps
  const waiting = new Set(await store.withMessages(clock.now()))
  const those = authorities.filter(({ id }) => waiting.has(id))
  const all = await Promise.all(Array.from({ length: lanes }, () => lane(working, those)))
  return all.every((reached) => reached)
}

/**
 * Starts a worker: it delivers what was queued, makes each working day's digests and
 * works out again what is due where the closure days have changed. Any number of them may share a
 * database. What fails, such as a database that is away for a while, it tries again later.
 */
export const startWorker = (deps: PostDeps, { digestAt, rest, failed }: WorkerSettings): Worker => {
  const controller = new AbortController()
  const { signal } = controller
  const working: Working = {
    deps,
    stopping: () => signal.aborted,
    failed: (error) => failed(error instanceof Error ? error.name : 'unknown'),
  }
  /** The day for which an authority's digests are known to be made, so that this is not asked every few seconds. */
  const made = new Map<string, number>()

  const digests = async (authority: Authority): Promise<void> => {
    const now = deps.clock.now()
    const day = digestDay(now, digestAt, calendarOf(authority))
    if (day !== dayOf(now) || made.get(authority.id) === day) return
    await makeDigests(deps, authority, day)
    made.set(authority.id, day)
  }
  const round = async (): Promise<boolean> => {
    const authorities = await deps.store.authorities()
    for (const authority of authorities) if (!signal.aborted) await digests(authority).catch(working.failed)
    for (const { id } of authorities)
      if (!signal.aborted) await keepSchedulesUp(deps, id, () => !signal.aborted).catch(working.failed)
    return deliver(working, authorities)
  }
  const work = async (): Promise<void> => {
    let pause = rest
    while (!signal.aborted) {
      const well = await round().catch((error: unknown) => {
        working.failed(error)
        return false
      })
      pause = well ? rest : Math.min(longestRest, pause * 2)
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }
  const ended = work()
  return {
    stop: async () => {
      controller.abort()
      await ended
    },
  }
}
