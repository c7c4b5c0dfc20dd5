import type { Deps } from '#casework/deps.ts'
import type { Links, PostDeps } from '#casework/messages/post.ts'
import { smtpPost } from '#post/smtp-post.ts'
import { paths } from '#web/paths.ts'
import type { Configuration } from './configuration.ts'
import type { LogLines } from './log-lines.ts'
import { startWorker } from './worker.ts'
import type { Worker } from './worker.ts'

const rest = 5000
/** Less than whoever stops a service waits before they end it for good. */
const longestStop = 20_000

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
 * Starts a worker as the settings say. Stopping lets it end what it has begun; a mail server that does not answer keeps
 * nobody waiting for long, and what was not settled is taken up by the next worker.
 */
export const startDelivering = (
  deps: PostDeps,
  { mail }: Configuration,
  log: Pick<LogLines, 'write'> | null,
): Worker => {
  const failed = (kind: string): void => {
    const failure = { kind, what: 'a round of the worker failed' }
    log?.write(`${JSON.stringify({ level: 50, time: Date.now(), failure })}\n`)
  }
  const worker = startWorker(deps, { digestAt: mail.digestAt, rest, failed })
  return {
    stop: async () => {
      let hurry: NodeJS.Timeout | undefined
      await Promise.race([
        worker.stop(),
        new Promise<void>((done) => {
          hurry = setTimeout(done, longestStop)
        }),
      ])
      clearTimeout(hurry)
      deps.post?.close()
    },
  }
}
