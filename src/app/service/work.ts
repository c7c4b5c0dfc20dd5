import { counted } from '#procedure/in-words.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'
import type { Configuration } from './configuration.ts'
import { mailMissing, postDepsFor, startDelivering } from './delivering.ts'
import { openLog } from './log-lines.ts'
import { openService } from './open-service.ts'
import { startSealing } from './sealing.ts'
import { stopped } from './stop-signals.ts'

/**
 * Works without serving pages until the signal says to stop: delivers what was queued, and makes the day's digests.
 *
 * @throws WrongCall in plain words where the database cannot be used, or messages could only wait
 */
export const work = async (
  configuration: Configuration,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<void> => {
  const log = openLog(configuration.log, terminal.write)
  const lost = (): void => terminal.complain('A connection to the database was lost.\n')
  try {
    const { deps, pool, app, close } = await openService(configuration, lost)
    try {
      const missing = await mailMissing(deps, configuration)
      if (missing !== null) throw new WrongCall(missing)
      const { baseUrl, host, port } = configuration
      const authorities = await deps.store.authorities()
      const posting = postDepsFor(deps, configuration, baseUrl ?? `http://${host}:${port}`)
      const worker = startDelivering(posting, { pool, app }, configuration, log)
      const sealing = startSealing(pool, log)
      terminal.write(
        `Working for ${counted(authorities.length, 'authority', 'authorities')}: messages and daily digests. To stop: Ctrl-C.\n`,
      )
      await stopped(signal)
      terminal.write('\nStopping: what has begun is ended first.\n')
      await worker.stop()
      await sealing.stop()
    } finally {
      await close()
    }
  } finally {
    await log?.close()
  }
}
