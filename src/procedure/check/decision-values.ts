import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import { fieldAt } from './field-of.ts'
import { problemOf } from './speaker.ts'
import { misfits } from './value-fits.ts'

/** Outcomes of a decision that its event cannot carry. */
export const decisionValueProblems = (version: Version): readonly Problem[] => {
  const { procedure, placed } = version
  return placed.flatMap(({ rule, line }) => {
    if (rule.kind !== 'decision') return []
    const speaker = { name: `${rule.clause}: `, line }
    return rule.on.events
      .filter((event) => event in procedure.events)
      .flatMap((event) => {
        const path = rule.field.split('.')
        const found = fieldAt(procedure, event, path)
        if ('unknown' in found)
          return [
            problemOf(
              version,
              speaker,
              'unknown-field',
              rule.field,
              `the event ${event} has no field "${rule.field}" for the outcome.${meantOrKnown(found.unknown, found.known)}`,
            ),
          ]
        if (found.kind === 'yes-no' || found.kind === 'number') return []
        const values = rule.outcomes.map((outcome) => outcome.value)
        return misfits({ path, kind: 'in', values }, found.kind).map(({ value, why }) =>
          problemOf(version, speaker, 'unknown-value', value, `in the event ${event}, ${why}`),
        )
      })
  })
}
