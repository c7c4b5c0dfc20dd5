import type { Version } from '../pack.ts'
import { peopleRoles } from '../people-roles.ts'
import { otherRecipients } from '../rules/placeholders.ts'
import type { Problem } from '../problem.ts'
import { speakersOf } from './speaker.ts'
import { unknownNames } from './unknown-names.ts'

/** Roles that the head does not name. Notices, and people in a case, have some more that every case has. */
export const unknownRoles = (version: Version): readonly Problem[] => {
  const roles = Object.keys(version.procedure.roles)
  const look = { version, code: 'unknown-role', noun: 'role' } as const
  return [
    ...speakersOf(version).flatMap((speaker) =>
      unknownNames({
        ...look,
        speaker,
        names: [...speaker.roles, ...speaker.matches.flatMap((match) => match.by)],
        known: roles,
      }),
    ),
    ...speakersOf(version).flatMap((speaker) =>
      unknownNames({
        ...look,
        speaker,
        names: speaker.conditions.flatMap((condition) =>
          condition.kind === 'people' || condition.kind === 'person' ? condition.role : [],
        ),
        known: [...roles, ...peopleRoles],
      }),
    ),
    ...version.placed.flatMap(({ rule, line }) =>
      rule.kind === 'notice'
        ? unknownNames({
            ...look,
            speaker: { name: `${rule.clause}: `, line },
            names: [...rule.to, ...rule.copy],
            known: [...roles, ...otherRecipients],
          })
        : [],
    ),
  ]
}
