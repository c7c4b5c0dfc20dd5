import type { Data } from '#engine/case-event.ts'
import { decisionsIn } from '#engine/decisions-in.ts'
import type { Decision } from '#procedure/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from './actor.ts'
import { may, packRolesOf } from './may.ts'
import type { Guarded } from './may.ts'
import { isOutside } from './owners.ts'
import type { User } from './ports.ts'

const holdsOutside = ({ memberships }: Actor, role: string, { standsFor }: Procedure): boolean =>
  memberships.some((one) => one.role === (standsFor[role] ?? role))

/** In whose name something is recorded. */
export type InTheNameOf = { readonly role: string | null; readonly id: string | null }

/** Somebody at a form, with what they say besides: for whom they write, and why they go past a rule. */
type Writing = {
  readonly actor: Actor
  readonly one: Guarded
  readonly procedure: Procedure
  /** Who decided, where another writes it down. */
  readonly decidedBy: Actor | null
  readonly reason: string | null
}

const nameFor = (by: readonly string[], writing: Writing): InTheNameOf | null => {
  const { actor, one, procedure, decidedBy, reason } = writing
  const filled = (who: Actor): string | undefined => {
    const own = packRolesOf(who, one, procedure)
    return by.find((role) => own.includes(role))
  }
  if (decidedBy !== null && decidedBy.user !== actor.user) {
    const role = may.writeFor(actor, one) ? filled(decidedBy) : undefined
    return role === undefined ? null : { role, id: decidedBy.user }
  }
  const own = filled(actor)
  if (own !== undefined) return { role: own, id: actor.user }
  const outside = by.find((role) => isOutside(role, procedure))
  if (outside !== undefined)
    return { role: outside, id: holdsOutside(actor, outside, procedure) ? actor.user : null }
  if (reason === null || !may.goPast(actor, one)) return null
  return { role: packRolesOf(actor, one, procedure)[0] ?? null, id: actor.user }
}

/** What became of the question who decides: in whose name, or the first decision that is not theirs to write. */
export type Decided =
  | { readonly kind: 'in the name of'; readonly who: InTheNameOf }
  | { readonly kind: 'nothing is decided' }
  | { readonly kind: 'not theirs'; readonly decision: Decision }

/** In whose name an event is recorded that decides something. The same person makes all the decisions of one event. */
export const inWhoseName = (type: string, data: Data, writing: Writing): Decided => {
  const decisions = decisionsIn(writing.procedure, type, data)
  const [first] = decisions
  if (first === undefined) return { kind: 'nothing is decided' }
  for (const decision of decisions)
    if (nameFor(decision.by, writing) === null) return { kind: 'not theirs', decision }
  return { kind: 'in the name of', who: nameFor(first.by, writing) as InTheNameOf }
}

/** How somebody stands to the decisions that an event can make, before anything is typed. */
export type Deciding = {
  readonly decisions: readonly Pick<Decision, 'title' | 'clause' | 'field' | 'by'>[]
  /** `for another`: writes it down for one of the candidates. `with a reason`: a manager who may go past the rule. */
  readonly standing: 'for another' | 'with a reason' | 'not theirs'
  readonly candidates: readonly User[]
}

/** Null where an event decides nothing, or whoever asks may decide it. */
export const whoDecides = (
  actor: Actor,
  one: Guarded,
  procedure: Procedure,
  type: string,
  users: readonly User[],
): Deciding | null => {
  const writing = { actor, one, procedure, decidedBy: null, reason: null }
  const decisions = procedure.decisions.filter(
    ({ on, by }) => on.events.includes(type) && nameFor(by, writing) === null,
  )
  if (decisions.length === 0) return null
  const candidates = users.filter(
    (user) =>
      user.active &&
      decisions.every(({ by }) => packRolesOf(user, one, procedure).some((role) => by.includes(role))),
  )
  if (may.writeFor(actor, one)) return { decisions, standing: 'for another', candidates }
  return { decisions, standing: may.goPast(actor, one) ? 'with a reason' : 'not theirs', candidates }
}
