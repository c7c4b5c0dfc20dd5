import type { Data } from '#engine/case-event.ts'
import { decisionsIn } from '#engine/history/decisions-in.ts'
import type { Decision } from '#procedure/rules/flow.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Actor } from '../access/actor.ts'
import { countsFrom } from './counts-from.ts'
import type { CountsFrom } from './counts-from.ts'
import { everyday } from '../asking/everyday.ts'
import { may, packRolesOf } from '../access/may.ts'
import type { Guarded } from '../access/may.ts'
import { isOutside } from '../access/owners.ts'
import type { User } from '../ports.ts'

const holdsOutside = ({ memberships }: Actor, role: string, { standsFor }: Procedure): boolean =>
  memberships.some((one) => one.role === (standsFor[role] ?? role))

/** In whose name something is recorded. */
export type InTheNameOf = { readonly role: string | null; readonly id: string | null }

/** What the procedure takes from some roles only, as if they had decided it. */
type SignOff = CountsFrom & { readonly isSignOff: true }

/** Somebody at a form, with what they say besides: for whom they write, and why they go past a rule. */
type Writing = {
  readonly actor: Actor
  readonly one: Guarded
  readonly procedure: Procedure
  /** Who decided, where another writes it down. */
  readonly decidedBy: Actor | null
  /**
   * Who did it, where that is a role outside: a social worker, whose assessment is put on record. Or in which of their roles
   * whoever records did.
   */
  readonly inRole: string | null
  readonly reason: string | null
}

const nameFor = (by: readonly string[], writing: Writing): InTheNameOf | null => {
  const { actor, one, procedure, decidedBy, inRole, reason } = writing
  const filled = (who: Actor): string | undefined => {
    const filling = packRolesOf(who, one, procedure).filter((role) => by.includes(role))
    return filling.find((role) => role === inRole) ?? filling[0]
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
  | { readonly kind: 'not theirs'; readonly decision: Decision | SignOff }

/** In whose name an event is recorded that decides something. The same person makes all the decisions of one event. */
export const inWhoseName = (type: string, data: Data, writing: Writing): Decided => {
  const decisions = decisionsIn(writing.procedure, type, data)
  const [first] = decisions
  if (first === undefined) return signedOff(type, writing)
  for (const decision of decisions)
    if (nameFor(decision.by, writing) === null) return { kind: 'not theirs', decision }
  return { kind: 'in the name of', who: nameFor(first.by, writing) as InTheNameOf }
}

/** Those of whom something counts that write nothing down here: whoever records it may say that it is theirs. */
export const rolesOutside = (rules: readonly CountsFrom[], procedure: Procedure): readonly string[] => [
  ...new Set(rules.flatMap(({ by }) => by).filter((role) => isOutside(role, procedure))),
]

/** The same of what only some roles sign off; what another has written down for one of them is theirs in any case. */
const signedOff = (type: string, writing: Writing): Decided => {
  const { actor, procedure, decidedBy, inRole } = writing
  const { rules, isTheirs } = countsFrom(type, procedure)
  if (inRole !== null && rolesOutside(rules, procedure).includes(inRole))
    return { kind: 'in the name of', who: { role: inRole, id: null } }
  const isForAnother = decidedBy !== null && decidedBy.user !== actor.user
  const [first] = rules
  if (first === undefined || !(isTheirs || isForAnother)) return { kind: 'nothing is decided' }
  const by = [...new Set(rules.flatMap((rule) => rule.by))]
  const who = nameFor(by, { ...writing, reason: null })
  return who === null
    ? { kind: 'not theirs', decision: { ...first, by, isSignOff: true } }
    : { kind: 'in the name of', who }
}

/** Something of the procedure that is some roles' to say: a decision with its outcome, or a sign-off without. */
export type Theirs = Pick<Decision, 'title' | 'clause' | 'by'> & { readonly field: string | null }

/** How somebody stands to what an event decides or signs off, before anything is typed. */
export type Deciding = {
  readonly decisions: readonly Theirs[]
  /** `for another`: writes it down for one of the candidates. `with a reason`: a manager who may go past the rule. */
  readonly standing: 'for another' | 'with a reason' | 'not theirs'
  readonly candidates: readonly User[]
}

/** What is not theirs to say: the decisions that they do not make; a sign-off where they give none of those there are. */
const notTheirsOf = (type: string, writing: Writing): readonly Theirs[] => {
  const { procedure } = writing
  const decisions = procedure.decisions.filter(
    ({ on, by }) => on.events.includes(type) && nameFor(by, writing) === null,
  )
  if (decisions.length > 0) return decisions
  const { rules, isTheirs } = countsFrom(type, procedure)
  const isOne = rules.some(({ by }) => nameFor(by, writing) !== null)
  return isTheirs && !isOne ? rules.map((rule) => ({ ...rule, field: null })) : []
}

/** Null where an event decides nothing, or whoever asks may decide it. */
export const whoDecides = (
  actor: Actor,
  one: Guarded,
  procedure: Procedure,
  type: string,
  users: readonly User[],
): Deciding | null => {
  const decisions = notTheirsOf(type, { actor, one, procedure, decidedBy: null, inRole: null, reason: null })
  if (decisions.length === 0) return null
  const isSignedOff = decisions.every(({ field }) => field === null)
  const fills = (user: User): boolean => {
    const own = packRolesOf(user, one, procedure)
    const filled = ({ by }: Theirs): boolean => by.some((role) => own.includes(role))
    return isSignedOff ? decisions.some(filled) : decisions.every(filled)
  }
  const candidates = users.filter((user) => user.active && fills(user))
  if (may.writeFor(actor, one)) return { decisions, standing: 'for another', candidates }
  const mayGoPast = !isSignedOff && may.goPast(actor, one)
  return { decisions, standing: mayGoPast ? 'with a reason' : 'not theirs', candidates }
}

/**
 * What an event that somebody may record does not count as when they record it: the procedure takes that from others. Of time
 * limits that are among them, only those that a case waits for now are worth saying.
 *
 * @param waited the clauses that wait for the event
 */
export const countsNotAs = (
  actor: Actor,
  one: Guarded,
  procedure: Procedure,
  type: string,
  waited: readonly string[],
): readonly CountsFrom[] => {
  const own = packRolesOf(actor, one, procedure)
  const isLimit = ({ id }: CountsFrom): boolean => procedure.clocks.some((clock) => clock.id === id)
  return countsFrom(type, procedure).rules.filter(
    (rule) =>
      !rule.by.some((role) => own.includes(role)) &&
      (isLimit(rule) ? waited.includes(rule.clause) : !everyday.has(type)),
  )
}

/**
 * In whose name somebody who writes for others may record what would not count as their own: those of whom it counts. Null
 * where they write for nobody, or it counts whoever records it.
 *
 * @param rules what it does not count as
 */
export const countsFor = (
  actor: Actor,
  one: Guarded,
  procedure: Procedure,
  rules: readonly CountsFrom[],
  users: readonly User[],
): readonly User[] | null => {
  if (rules.length === 0 || !may.writeFor(actor, one)) return null
  return users.filter((user) => {
    const own = packRolesOf(user, one, procedure)
    return user.active && rules.some(({ by }) => by.some((role) => own.includes(role)))
  })
}
