import type { Version } from '../pack.ts'
import { otherRecipients } from '../placeholders.ts'
import type { Problem } from '../problem.ts'
import { speakersOf } from './speaker.ts'
import { unknownNames } from './unknown-names.ts'

/** Roles that the head does not name. A notice may also go to those whom every case has. */
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
