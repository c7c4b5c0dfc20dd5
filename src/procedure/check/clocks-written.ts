import type { Version } from '../pack.ts'

/** The ids of the clocks of a procedure, and of those in it that cannot be read: naming one of these is no second mistake. */
export const clocksWritten = ({ procedure, document }: Version): ReadonlySet<string> =>
  new Set([
    ...procedure.clocks.map(({ id }) => id),
    ...[...document.text.matchAll(/^[\s-]*clock:\s*([a-z0-9-]+)/gm)].map((found) => found[1] ?? ''),
  ])
