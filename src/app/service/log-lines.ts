import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Configuration } from './configuration.ts'

/** Where lines of the log go; null for nowhere. A line is one JSON object and says nothing about a person. */
export type LogLines = {
  readonly write: (line: string) => void
  readonly close: () => Promise<void>
}

/** Opens the log that the configuration names; a file is added to, and only its owner may read it. */
export const openLog = (log: Configuration['log'], toTerminal: (line: string) => void): LogLines | null => {
  if (log.kind === 'none') return null
  if (log.kind === 'terminal') return { write: toTerminal, close: async () => {} }
  mkdirSync(dirname(log.path), { recursive: true })
  const stream = createWriteStream(log.path, { flags: 'a', mode: 0o600 })
  // A full disk stops the log and not the work.
  stream.on('error', () => {})
  return {
    write: (line) => void stream.write(line),
    close: () => new Promise((done) => stream.end(() => done())),
  }
}
