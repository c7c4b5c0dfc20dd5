import type { CaseEvent } from '#engine/case-event.ts'
import type { Route } from '#procedure/rules/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** A way into a procedure as a referral says it: the value of its field `route`, and what it is called. */
export type WayIn = { readonly value: string; readonly title: string; readonly stepDown: boolean }

const says = /step.?down|stepped down|cin.outcome|from a social work team|social care sees/i

const valueOf = ({ id, event }: Route): string => {
  const test = event.where.find(({ path }) => path.join('.') === 'route')
  const first = test?.kind === 'in' ? test.values[0] : undefined
  return typeof first === 'string' ? first : id
}

/** The ways in that begin with a referral, in the order in which the procedure names them. */
export const waysIn = ({ routes }: Pick<Procedure, 'routes'>): readonly WayIn[] =>
  routes
    .filter(({ event }) => event.events.includes('referral.received'))
    .map((route) => ({
      value: valueOf(route),
      title: route.title,
      stepDown: says.test(`${route.id} ${route.title}`),
    }))

/** Whether a family has come down from social care. */
export const isStepDown = (
  procedure: Pick<Procedure, 'routes'>,
  events: readonly Pick<CaseEvent, 'type' | 'data'>[],
): boolean => {
  const route = events.find(({ type }) => type === 'referral.received')?.data['route']
  return waysIn(procedure).some(({ value, stepDown }) => stepDown && value === route)
}
