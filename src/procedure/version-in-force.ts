import type { Day } from '#calendar/day.ts'
import type { Pack, Version } from './pack.ts'

/** The version in force on a day: the latest that had begun. Undefined before the first. */
export const versionInForce = (pack: Pack, day: Day): Version | undefined =>
  pack.versions.findLast((version) => version.procedure.version <= day)
