import { createHash } from 'node:crypto'
import type { Tell } from './backup-format.ts'

const newline = 10
const tellEvery = 50_000

/** Rows of a table as they go by. */
export type RowsCounted = {
  readonly add: (chunk: Buffer) => void
  readonly rows: () => number
  /** The SHA-256 of everything that was added, in hexadecimal digits; to be asked once. */
  readonly sha256: () => string
}

/** COPY ends each row with a line feed and writes those inside a value as `\n`, so that counting them counts rows. */
export const countRows = (table: string, tell: Tell): RowsCounted => {
  const hash = createHash('sha256')
  let rows = 0
  let told = 0
  return {
    add: (chunk) => {
      hash.update(chunk)
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) rows += 1
      if (rows - told < tellEvery) return
      told = rows
      tell(table, rows)
    },
    rows: () => rows,
    sha256: () => hash.digest('hex'),
  }
}
