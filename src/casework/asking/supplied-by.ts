import type { Lack } from '#engine/gates/gate-lacks.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { Procedure } from '#procedure/procedure.ts'

const eventsIn = (condition: Condition): readonly string[] => {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(eventsIn)
    case 'recorded':
      return condition.match.events
    case 'count':
      return condition.atLeast > 0 ? condition.match.events : []
    case 'latest':
    case 'first':
      return condition.is.events
    default:
      return []
  }
}

/** The events any of which could put on record what a gate lacks; none where only the event itself can answer. */
export const suppliedBy = ({ gates }: Pick<Procedure, 'gates'>, lack: Lack): readonly string[] => {
  const needs = gates.find(({ id }) => id === lack.gate)?.needs ?? []
  return [
    ...new Set(
      needs.filter(({ what }) => what === lack.what).flatMap(({ condition }) => eventsIn(condition)),
    ),
  ]
}
