import type { Clock } from './clock.ts'
import type { Match } from './match.ts'

/** The events that start a clock; none for one that follows another clock. */
export const startMatches = ({ start }: Pick<Clock, 'start'>): readonly Match[] => {
  if (start.kind === 'events') return start.any
  return start.kind === 'later-of' ? start.all.flat() : []
}

/** The events that meet a clock, alone or together. */
export const metMatches = ({ met }: Pick<Clock, 'met'>): readonly Match[] =>
  met?.kind === 'events' ? [...met.any, ...met.all] : []
