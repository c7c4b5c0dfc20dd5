import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { spokenBy } from './spoken-by-rule.ts'
import { unknownNames } from './unknown-names.ts'

/** Fixed slots that the head does not name. */
export const unknownSlots = (version: Version): readonly Problem[] =>
  version.placed.flatMap(({ rule, line }) =>
    unknownNames({
      version,
      speaker: { name: `${rule.clause}: `, line },
      names: [
        ...(rule.kind === 'clock' && rule.due.slot ? [rule.due.slot.slot] : []),
        ...spokenBy(rule).conditions.flatMap((condition) =>
          condition.kind === 'in-slot' ? [condition.slot] : [],
        ),
      ],
      known: Object.keys(version.procedure.slots),
      code: 'unknown-slot',
      noun: 'slot',
    }),
  )
