import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { runAlongside } from '../run-alongside.ts'

/** What a call left behind. */
export type Called = { readonly stdout: string; readonly stderr: string; readonly status: number }

type Surroundings = { readonly input?: string; readonly now?: string; readonly width?: number }

/** Carries out one call as a person would make it, without colours, in this process: for tests. */
export const callAlongside = async (
  args: readonly string[],
  { input = '', now = '2026-06-01T09:00', width = 80 }: Surroundings = {},
): Promise<Called> => {
  let stdout = ''
  let stderr = ''
  let status = 0
  await runAlongside(args, {
    write: (text) => {
      stdout += text
    },
    complain: (text) => {
      stderr += text
    },
    standardInput: () => new TextEncoder().encode(input),
    calledFrom: process.cwd(),
    now: () => parseInstant(now) as Instant,
    width,
    paint: (_, text) => text,
    leaveWith: (left) => {
      status = left
    },
  })
  return { stdout, stderr, status }
}
