const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Being asked to stop: by Ctrl-C, by whoever runs the service, or by a terminal that is closed. Asking again changes
 * nothing, since npm passes on a signal that the terminal has sent already.
 */
export const stopSignals = (): { readonly signal: AbortSignal; readonly release: () => void } => {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  for (const name of signals) process.on(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of signals) process.off(name, stop)
    },
  }
}

/** Resolves when somebody asks to stop; at once where that has happened. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
