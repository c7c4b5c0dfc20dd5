import type { ClientConfig } from 'pg'
import { PgBoss, type ConstructorOptions, type Job } from 'pg-boss'
import { appRole } from '../migrate.ts'

/** What is done in the jobs of each kind. What answers false, or rejects, has its turn again later. */
export type JobWork = {
  readonly deliver: (authority: string, message: string) => Promise<boolean>
  /** Of a message that has had all its turns. */
  readonly giveUp: (authority: string, message: string) => Promise<void>
  readonly catchUp: (authority: string) => Promise<boolean>
  readonly makeDigests: () => Promise<boolean>
  readonly tidy: () => Promise<void>
}

export type JobSettings = {
  /** Whether messages can be delivered of authorities that are no demonstration. */
  readonly mail: boolean
  /** Minutes since midnight in London at which digests are made. */
  readonly digestAt: number
  /** How long it takes at most until a message or a change of closure days is found, in seconds. */
  readonly rest: number
  /** Told of what failed, by its kind and never its words: they may hold what is in a row. */
  readonly failed: (kind: string) => void
}

/** Jobs being done. */
export type Jobs = {
  /** Lets what has begun end, as long as this is given, in milliseconds; what has not ended then is done again by others. */
  readonly stop: (patience: number) => Promise<void>
}

/** What a job is about; one of schedules only its authority, and what has its time of day nothing. */
type About = { readonly authority: string; readonly message: string }
type CarryOut = (about: About) => Promise<unknown>

const london = 'Europe/London'
/** After the day's work and before the next. */
const tidyAt = 3 * 60
/** Where nobody waits for it, it is looked at so many times less often. */
const seldom = 5
/** How soon the jobs of a worker that was killed are given to another, in seconds, beside their own heartbeat. */
const looksForKilled = 30
const connections = 3
/** Letters on their way at once: so many times as many as are taken together. */
const lanes = 2
const together = 2

/** A time of day as cron has it. */
const dailyAt = (minutes: number): string => `${minutes % 60} ${Math.floor(minutes / 60)} * * *`

const kindOf = (error: unknown): string => {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}

/** How pg-boss looks after jobs: as the application's role, in the tables that our migrations have made. */
export const bossOn = (app: ClientConfig): PgBoss =>
  new PgBoss({
    ...(app as ConstructorOptions),
    schema: 'jobs',
    application_name: 'alongside-jobs',
    options: `-c role=${appRole} -c TimeZone=UTC`,
    max: connections,
    migrate: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: looksForKilled,
    monitorIntervalSeconds: looksForKilled,
    // No job here waits for another.
    flowIntervalSeconds: 3600,
  })

/**
 * Does jobs until it is stopped: what is queued in the transaction that makes it necessary, and what has its time of day in
 * London. Any number of processes may do so over one database; a job is done by one of them, and by another where that one
 * comes to nothing.
 */
export const startJobs = async (
  app: ClientConfig,
  work: JobWork,
  { mail, digestAt, rest, failed }: JobSettings,
): Promise<Jobs> => {
  const boss = bossOn(app)
  boss.on('error', (error) => failed(kindOf(error)))
  boss.on('warning', ({ message }) => failed(message))

  /** pg-boss keeps what a job fails with; here that is no more than that it did. */
  const turn = async ({ id, data }: Job<About>, carryOut: CarryOut) => {
    const isDone = await carryOut(data).catch((error: unknown) => {
      failed(kindOf(error))
      return false
    })
    return { id, status: isDone === false ? ('failed' as const) : ('completed' as const) }
  }
  type Pace = { readonly rest: number; readonly batchSize?: number; readonly localConcurrency?: number }
  const workOn = (
    queue: string,
    carryOut: CarryOut,
    { rest: pollingIntervalSeconds, ...sizes }: Pace,
  ): Promise<string> => {
    const options = {
      ...sizes,
      pollingIntervalSeconds,
      burstWhenBatchFull: true,
      perJobResults: true,
    } as const
    return boss.work<About>(queue, options, (jobs) => Promise.all(jobs.map((job) => turn(job, carryOut))))
  }
  const daily = (queue: string, at: number): Promise<void> =>
    // Where nobody worked at that time, it is done as soon as somebody does.
    boss.schedule(queue, dailyAt(at), null, { tz: london, missed: 'once' })

  const deliver: CarryOut = ({ authority, message }) => work.deliver(authority, message)
  const letters = { rest, batchSize: together, localConcurrency: lanes }
  const unhurried = { rest: rest * seldom }
  const begin = async (): Promise<void> => {
    await boss.start()
    if (mail) await workOn('messages', deliver, letters)
    await workOn('demonstration-messages', deliver, letters)
    await workOn('undelivered', ({ authority, message }) => work.giveUp(authority, message), unhurried)
    await workOn('schedules', ({ authority }) => work.catchUp(authority), { rest })
    await workOn('digests', work.makeDigests, unhurried)
    await workOn('tidying', work.tidy, unhurried)
    await daily('digests', digestAt)
    await daily('tidying', tidyAt)
  }
  try {
    await begin()
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return { stop: (patience) => boss.stop({ graceful: true, timeout: patience }) }
}
