import { createWriteStream, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { WrongCall } from '../wrong-call.ts'
import type { Configuration } from './configuration.ts'

/** Where lines of the log go; null for nowhere. A line is one JSON object and says nothing about a person. */
export type LogLines = {
  readonly write: (line: string) => void
  readonly close: () => Promise<void>
}

const openFile = (path: string): number => {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return openSync(path, 'a', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new WrongCall(
      `The log ${path} cannot be written (${code ?? String(error)}). Name another file with LOG or another data folder with DATA, or give LOG=- to have it in the terminal.`,
    )
  }
}

/**
 * Opens the log that the configuration names; a file is added to, and only its owner may read it.
 *
 * @throws WrongCall where the file cannot be written
 */
export const openLog = (log: Configuration['log'], toTerminal: (line: string) => void): LogLines | null => {
  if (log.kind === 'none') return null
  if (log.kind === 'terminal') return { write: toTerminal, close: async () => {} }
  const stream = createWriteStream(log.path, { fd: openFile(log.path) })
  // A disk that is full later on stops the log and not the work.
  stream.on('error', () => {})
  return {
    write: (line) => void stream.write(line),
    close: () => new Promise((done) => stream.end(() => done())),
  }
}
