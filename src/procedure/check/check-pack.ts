import type { Pack, Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { clockFieldProblems } from './clock-fields.ts'
import { clocksNeverStarted } from './clocks-start.ts'
import { decisionValueProblems } from './decision-values.ts'
import { unknownEvents } from './events-known.ts'
import { unknownFields } from './fields-known.ts'
import { unknownForms } from './forms-known.ts'
import { formFaults } from './forms-sound.ts'
import { gatesNeverOpen } from './gates-open.ts'
import { letterFaults } from './letters-known.ts'
import { saidTwice } from './once-only.ts'
import { missingOpeningHours } from './opening-hours.ts'
import { registerGaps } from './register.ts'
import { unknownRoles } from './roles-known.ts'
import { unknownSlots } from './slots-known.ts'
import { unknownSteps } from './steps-known.ts'
import { stepsNeverReached } from './steps-reached.ts'
import { versionProblems } from './versions.ts'

const checks: readonly ((version: Version) => readonly Problem[])[] = [
  saidTwice,
  unknownEvents,
  unknownFields,
  clockFieldProblems,
  decisionValueProblems,
  unknownRoles,
  unknownSteps,
  unknownSlots,
  missingOpeningHours,
  clocksNeverStarted,
  gatesNeverOpen,
  stepsNeverReached,
  unknownForms,
  formFaults,
  letterFaults,
]

/** The same thing said of the same line by two checks, or of each of several events, is said once. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/** Everything that is wrong with how a pack fits together, all at once; not what its scenarios show. */
export const checkPack = (pack: Pack): readonly Problem[] =>
  once([
    ...versionProblems(pack),
    ...registerGaps(pack),
    ...pack.versions.flatMap((version) => checks.flatMap((check) => check(version))),
  ])
