import type { FieldTest, Match } from '../rules/match.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { fieldAt } from './field-of.ts'
import type { Speaker } from './speaker.ts'
import { problemOf, speakersOf } from './speaker.ts'
import { misfits } from './value-fits.ts'

const testProblems = (
  version: Version,
  speaker: Speaker,
  event: string,
  test: FieldTest,
): readonly Problem[] => {
  const found = fieldAt(version.procedure, event, test.path)
  if ('unknown' in found)
    return [
      problemOf(
        version,
        speaker,
        'unknown-field',
        test.path.join('.'),
        `the event ${event} has no field "${test.path.join('.')}".${meantOrKnown(found.unknown, found.known)}`,
      ),
    ]
  return misfits(test, found.kind).map(({ value, why }) =>
    problemOf(version, speaker, 'unknown-value', value, `in the event ${event}, ${why}`),
  )
}

const known = (version: Version, match: Match): readonly string[] =>
  match.events.filter((event) => event in version.procedure.events)

const named = (version: Version, speaker: Speaker, match: Match): readonly Problem[] =>
  [match, ...speaker.own]
    .flatMap((one) => known(version, one))
    .flatMap((event) =>
      match.same.flatMap((field) =>
        testProblems(version, speaker, event, { path: field.split('.'), kind: 'present', present: true }),
      ),
    )

/** Fields that an event does not have, and values that a field never holds, in what rules ask of events. */
export const unknownFields = (version: Version): readonly Problem[] =>
  speakersOf(version).flatMap((speaker) => [
    ...speaker.matches.flatMap((match) =>
      known(version, match).flatMap((event) =>
        match.where.flatMap((test) => testProblems(version, speaker, event, test)),
      ),
    ),
    ...speaker.matches.flatMap((match) => named(version, speaker, match)),
    ...speaker.conditions
      .flatMap((condition) => (condition.kind === 'this' ? condition.where : []))
      .flatMap((test) =>
        speaker.own.flatMap((match) =>
          known(version, match).flatMap((event) => testProblems(version, speaker, event, test)),
        ),
      ),
  ])
