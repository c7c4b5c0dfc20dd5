import { readFileSync } from 'node:fs'
import type { Instant } from '#calendar/instant.ts'
import { paint } from './paint.ts'

export type Paint = typeof paint

/** Where a command reads and writes, and what it takes for now: the terminal it was called from, or a test's. */
export type Terminal = {
  readonly write: (text: string) => void
  /** Writes where complaints go, so that what the command was asked for stays clean. */
  readonly complain: (text: string) => void
  readonly standardInput: () => Uint8Array
  /** The folder that the person is in: npm starts programs in the folder of package.json instead. */
  readonly calledFrom: string
  readonly now: () => Instant
  /** How many characters a line may have. */
  readonly width: number
  readonly paint: Paint
  /** 0 unless said: 1 when files leave nothing to do, 2 when the call was wrong. */
  readonly leaveWith: (status: 1 | 2) => void
}

const narrowest = 32
/** Longer lines are hard to read, however wide the window. */
const widest = 80

/** A width in which text can be read, from what a terminal says of itself. */
export const readableWidth = (columns: number | undefined): number =>
  Math.min(widest, Math.max(narrowest, columns === undefined || columns === 0 ? widest : columns))

/** The terminal that this process was called from. */
export const processTerminal = (): Terminal => ({
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  standardInput: () => readFileSync(0),
  calledFrom: process.env['INIT_CWD'] ?? process.cwd(),
  now: () => Date.now() as Instant,
  width: readableWidth(process.stdout.columns),
  paint,
  leaveWith: (status) => {
    process.exitCode = status
  },
})
