import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import type { Rule } from '../rules/rule-block.ts'
import { headLine } from './speaker.ts'
import { unknownNames } from './unknown-names.ts'

const placesOf = (rule: Rule): { readonly at: readonly string[]; readonly to: readonly string[] } => {
  if (rule.kind === 'clock') return { at: rule.step === null ? [] : [rule.step], to: [] }
  if (rule.kind === 'decision') return { at: [rule.step], to: rule.outcomes.map((outcome) => outcome.to) }
  return { at: [], to: rule.kind === 'route' ? [rule.to] : [] }
}

/** Steps, exits and lanes that the head does not name. */
export const unknownSteps = (version: Version): readonly Problem[] => {
  const { steps, exits, lanes } = version.procedure
  const stepIds = steps.map((step) => step.id)
  const ends = [...stepIds, ...Object.keys(exits)]
  const head = { name: '', line: headLine(version) }
  return [
    ...unknownNames({
      version,
      speaker: head,
      names: steps.map((step) => step.lane),
      known: Object.keys(lanes),
      code: 'unknown-lane',
      noun: 'lane',
    }),
    ...unknownNames({
      version,
      speaker: head,
      names: steps.flatMap((step) => step.next.map((next) => next.to)),
      known: ends,
      code: 'unknown-step',
      noun: 'step or exit',
    }),
    ...version.placed.flatMap(({ rule, line }) => {
      const speaker = { name: `${rule.clause}: `, line }
      const { at, to } = placesOf(rule)
      return [
        ...unknownNames({ version, speaker, names: at, known: stepIds, code: 'unknown-step', noun: 'step' }),
        ...unknownNames({
          version,
          speaker,
          names: to,
          known: ends,
          code: 'unknown-step',
          noun: 'step or exit',
        }),
      ]
    }),
  ]
}
