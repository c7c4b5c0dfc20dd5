import type { Deps } from '#casework/deps.ts'
import type { Links, PostDeps } from '#casework/messages/post.ts'
import { smtpPost } from '#post/smtp-post.ts'
import type { Tidied } from '#storage/tidy.ts'
import { paths } from '#web/paths.ts'
import type { Configuration } from './configuration.ts'
import type { LogLines } from './log-lines.ts'
import { startWorker } from './worker.ts'
import type { Worker, WorkerDatabase } from './worker.ts'

/** Seconds. */
const rest = 2
const minute = 60_000

const linksUnder = (address: string): Links => ({
  myWork: `${address}${paths.myWork}`,
  family: (caseId) => `${address}${paths.family(caseId)}`,
})

/** What to tell whoever runs the service of authorities whose messages wait because there is no mail; null for none. */
export const mailMissing = async ({ store }: Deps, { mail }: Configuration): Promise<string | null> => {
  const real = (await store.authorities()).filter(({ demonstration }) => !demonstration)
  if (mail.smtp !== null || real.length === 0) return null
  return `MAIL is missing: messages of ${real.map(({ name }) => name).join(', ')} wait until it is given. Write it as smtp://user:password@mail.example.org:587, with MAIL_FROM and BASE_URL beside it.`
}

/**
 * What a worker needs, as the settings say.
 *
 * @param address under which people reach the service
 */
export const postDepsFor = (deps: Deps, { mail }: Configuration, address: string): PostDeps => ({
  ...deps,
  post: mail.smtp === null ? null : smtpPost(mail.smtp),
  links: linksUnder(address),
})

/**
 * Starts a worker as the settings say, and tells the log what it tidied away and what failed: each kind of failure once a
 * minute, as a database that is away fails everything.
 */
export const startDelivering = (
  deps: PostDeps,
  database: WorkerDatabase,
  { mail }: Configuration,
  log: Pick<LogLines, 'write'> | null,
): Worker => {
  const write = (level: number, what: object): void =>
    log?.write(`${JSON.stringify({ level, time: Date.now(), ...what })}\n`)
  const told = new Map<string, number>()
  const failed = (kind: string): void => {
    const now = performance.now()
    if (now - (told.get(kind) ?? Number.NEGATIVE_INFINITY) < minute) return
    told.set(kind, now)
    write(50, { failure: { kind, what: 'something of the worker failed' } })
  }
  const tidied = (rows: Tidied): void => write(30, { tidied: rows })
  const worker = startWorker(deps, database, { digestAt: mail.digestAt, rest, failed, tidied })
  return {
    stop: async () => {
      await worker.stop()
      deps.post?.close()
    },
  }
}
