import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { speakersOf } from './speaker.ts'
import { unknownNames } from './unknown-names.ts'

/** Events that are neither standard nor added at the head. */
export const unknownEvents = (version: Version): readonly Problem[] => {
  const clocks = new Set(version.procedure.clocks.map((clock) => clock.id))
  return speakersOf(version).flatMap((speaker) =>
    unknownNames({
      version,
      speaker,
      names: [...speaker.matches.flatMap((match) => [...match.events, ...match.since]), ...speaker.events],
      known: Object.keys(version.procedure.events),
      code: 'unknown-event',
      noun: 'event',
      hint: (name) =>
        clocks.has(name) ? ` It is a clock: "start: { after: ${name} }" begins when that clock is met.` : '',
    }),
  )
}
