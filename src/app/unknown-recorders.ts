import type { CaseEvent } from '#engine/case-event.ts'
import type { Era } from '#engine/eras.ts'
import { procedureAt } from '#engine/eras.ts'
import { listed } from '#procedure/in-words.ts'
import { didYouMean } from '#procedure/nearest.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { PlaceInFile } from './version-of-case.ts'

type Facts = {
  readonly procedure: Procedure
  readonly earlier: readonly Era[]
  /** Where an event stands, by its id. */
  readonly place: PlaceInFile
}

/**
 * Events in whose `by` or `override` stands a role that the procedure of their day does not have: a gate that asks who
 * recorded something would stay shut, and nobody would see why.
 */
export const unknownRecorders = (
  events: readonly CaseEvent[],
  { procedure, earlier, place }: Facts,
): readonly Problem[] =>
  events.flatMap((event) => {
    const roles = Object.keys(procedureAt(event.at, procedure, earlier).roles)
    const unknown = (key: 'by' | 'override', role: string | null | undefined): readonly Problem[] => {
      if (role === null || role === undefined || roles.includes(role)) return []
      const what = `event ${event.id} (${event.type}): "${key}" names the role "${role}", which the procedure does not have.${didYouMean(role, roles)}`
      return [
        problemAt('case-unknown-role', place([event.id]), what, `Name one of these: ${listed(roles, 'or')}.`),
      ]
    }
    return [...unknown('by', event.by?.role), ...unknown('override', event.override?.role)]
  })
