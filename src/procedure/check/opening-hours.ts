import { durationInWords } from '../rules/duration.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemOf, speakersOf } from './speaker.ts'

/** Working hours asked for where nothing says when people work. */
export const missingOpeningHours = (version: Version): readonly Problem[] =>
  version.procedure.openingHours.length > 0
    ? []
    : speakersOf(version).flatMap((speaker) =>
        speaker.durations
          .filter((duration) => duration.unit === 'working hours')
          .map(durationInWords)
          .map((length) =>
            problemOf(
              version,
              speaker,
              'no-opening-hours',
              length,
              `${length} cannot be counted: nothing says when people work.`,
            ),
          ),
      )
