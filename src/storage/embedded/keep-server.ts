import { setTimeout as sleep } from 'node:timers/promises'
import { runningServer } from './running-server.ts'
import { startServer, type Server, type Where } from './start-server.ts'

const lookEvery = 1000
const tryAgainAfter = 3000

/** A server that is started again whenever it ends, until it is stopped here. */
export type KeptServer = Pick<Server, 'host' | 'port' | 'stop'>

/**
 * Starts a server, as startServer does, and starts it again when it ends otherwise than by `stop`: because it was
 * killed, or because the process that had started it is gone. Its socket stays where it is.
 *
 * @param told of each time that it had ended, and of each start that failed
 */
export async function keepServer(where: Where, told: (error: Error) => void): Promise<KeptServer> {
  let server = await startServer(where)
  let starting: Promise<void> = Promise.resolve()
  const over = new AbortController()
  const { signal } = over

  const startAgain = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        server = await startServer(where)
        return
      } catch (error) {
        told(error as Error)
        await sleep(tryAgainAfter, undefined, { signal, ref: false }).catch(() => {})
      }
    }
  }
  const keep = async (): Promise<void> => {
    while (!signal.aborted) {
      await endOf(server, where.folder, signal)
      if (signal.aborted) return
      told(new Error('The database has ended. It is started again.'))
      starting = startAgain()
      await starting
    }
  }
  void keep()
  return {
    host: server.host,
    port: server.port,
    stop: async () => {
      over.abort()
      await starting
      await server.stop()
    },
  }
}

/** Resolves when the server runs no more, or at the signal. */
async function endOf(server: Server, folder: string, signal: AbortSignal): Promise<void> {
  if (server.ended !== null) {
    const stopped = new Promise<void>((done) =>
      signal.addEventListener('abort', () => done(), { once: true }),
    )
    return Promise.race([server.ended, stopped])
  }
  // Another process has it as its child. Only the note that it leaves says whether it is there.
  while (!signal.aborted && runsStill(server, folder))
    await sleep(lookEvery, undefined, { signal, ref: false }).catch(() => {})
}

const runsStill = ({ pid }: Server, folder: string): boolean => {
  const found = runningServer(folder)
  return found?.pid === pid && found.state !== 'stopping' && !found.orphan
}
