import { listed } from '#procedure/in-words.ts'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent } from '../case-event.ts'
import type { PlaceOfEvent } from './check-case.ts'
import type { Era } from '../history/eras.ts'
import { procedureAt } from '../history/eras.ts'

type Facts = {
  readonly events: readonly CaseEvent[]
  readonly procedure: Procedure
  readonly earlier?: readonly Era[]
  readonly place: PlaceOfEvent
}

/**
 * Events in whose `by` or `override` stands a role that the procedure of their day does not have: a gate that asks who
 * recorded something would stay shut, and nobody would see why.
 */
export const unknownRecorders = ({ events, procedure, earlier, place }: Facts): readonly Problem[] =>
  events.flatMap((event) => {
    const roles = Object.keys(procedureAt(event.at, procedure, earlier ?? []).roles)
    const unknown = (key: 'by' | 'override', role: string | null | undefined): readonly Problem[] => {
      if (role === null || role === undefined || roles.includes(role)) return []
      const what = `event ${event.id} (${event.type}): "${key}" names the role "${role}", which the procedure does not have.${didYouMean(role, roles)}`
      return [
        problemAt('case-unknown-role', place(event), what, `Name one of these: ${listed(roles, 'or')}.`),
      ]
    }
    return [...unknown('by', event.by?.role), ...unknown('override', event.override?.role)]
  })
